import {
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { JsonObject } from '../replay/json.ts';
import { allKinds, type Vocabulary } from '../replay/vocabulary.ts';
import type { SeededRandom } from '../seeded-random.ts';

/** A request as it is changed. */
export interface Draft {
  readonly document: DocumentNode;
  readonly variables: JsonObject;
}

/** What hostile changes draw from. */
export interface HostilitySource {
  readonly schema: GraphQLSchema;
  readonly vocabulary: Vocabulary;
  readonly random: SeededRandom;
}

type Change = (draft: Draft, source: HostilitySource) => Draft;

/** What clients do by mistake, and attackers on purpose; some of it at and some of it beyond the limits of the server. */
const changes: Readonly<Record<string, Change>> = {
  'many aliases': withAliases,
  'the same field many times': withRepeatedFields,
  'fragments spread many times': withSpreads,
  'all leaves': withAllLeaves,
  'extreme numbers': withExtremes,
  'null in variables': withNulls,
  'long strings': withLongTexts,
  'many directives': withDirectives,
  'thousands of ids': withManyIds,
  introspection: withIntrospection,
};
const changeNames = Object.keys(changes);

/** Makes a random request hostile, in one to three ways. */
export function madeHostile(draft: Draft, source: HostilitySource): Draft & { readonly ways: readonly string[] } {
  const { random } = source;
  const ways = random.shuffled(changeNames).slice(0, random.pick([1, 1, 2, 2, 3]));
  let changed = draft;
  for (const way of ways) changed = changes[way]?.(changed, source) ?? changed;
  return { ...changed, ways };
}

function withAliases(draft: Draft, { random }: HostilitySource): Draft {
  const count = random.pick([2, 4, 6, 8, 10, 10, 16]);
  return withSelections(draft, (selections) => {
    const first = selections.find((selection) => selection.kind === Kind.FIELD);
    if (first === undefined) return selections;
    const copies = Array.from({ length: count }, (_, at): FieldNode => ({ ...first, alias: nameNode(`h${at}`) }));
    return [...selections, ...copies];
  });
}

function withRepeatedFields(draft: Draft, { random }: HostilitySource): Draft {
  const times = random.pick([2, 2, 5, 10, 300]);
  return withSelections(draft, (selections) => Array.from({ length: times }, () => selections).flat());
}

/** Puts all selections of the operation into a fragment; with `levels`, that many fragments spread the next one twice. */
function withSpreads(draft: Draft, { schema, random }: HostilitySource): Draft {
  const root = schema.getQueryType()?.name ?? 'Query';
  const [levels, times] = random.pick([
    [1, 2],
    [8, 1],
    [1, 100],
    [12, 2],
  ]);
  const spreads = (name: string) => `...${name} `.repeat(times);
  const chain = Array.from({ length: levels }, (_, at) => `fragment H${at} on ${root} { ${spreads(`H${at + 1}`)} }`);
  let innermost: readonly SelectionNode[] = [];
  const { document, variables } = withSelections(draft, (selections) => {
    innermost = selections;
    return [{ kind: Kind.FRAGMENT_SPREAD, name: nameNode('H0') }];
  });
  const fragments = parse(`${chain.join(' ')} fragment H${levels} on ${root} { __typename }`).definitions.map(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === `H${levels}`
        ? { ...definition, selectionSet: { ...definition.selectionSet, selections: innermost } }
        : definition,
  );
  return { document: { ...document, definitions: [...document.definitions, ...fragments] }, variables };
}

/** Asks every field without arguments that has no selection, of every object. */
function withAllLeaves({ document, variables }: Draft, { schema }: HostilitySource): Draft {
  const types = new TypeInfo(schema);
  const wide = visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet(set) {
        const type = types.getParentType();
        if (!isObjectType(type) || type === schema.getQueryType()) return undefined;
        const taken = new Set(
          set.selections.flatMap((node) => (node.kind === Kind.FIELD ? [(node.alias ?? node.name).value] : [])),
        );
        const leaves = Object.values(type.getFields())
          .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0 && !taken.has(field.name))
          .map((field): FieldNode => ({ kind: Kind.FIELD, name: nameNode(field.name) }));
        return { ...set, selections: [...set.selections, ...leaves] };
      },
    }),
  );
  return { document: wide, variables };
}

/** Numbers become the largest that are allowed, or ones that are not; pages become large. */
function withExtremes({ document, variables }: Draft, { schema, random }: HostilitySource): Draft {
  const types = new TypeInfo(schema);
  const extreme = (name: string): string => {
    if (name === 'first' || name === 'last') return random.pick(['100', '100', '100', '100', '100', '101']);
    if (name === 'minOverlap' || name === 'minScore') return random.pick(['0', '0', '0', '1', '1e308']);
    return random.pick(['0', '1', '2', '3', '5', '8', '100', '500', '2147483647', '9007199254740993']);
  };
  const changed = visit(
    document,
    visitWithTypeInfo(types, {
      Argument(node) {
        return isNumber(node.value.kind) ? { ...node, value: numberNode(extreme(node.name.value)) } : undefined;
      },
      ObjectField(node) {
        return isNumber(node.value.kind) ? { ...node, value: numberNode(extreme(node.name.value)) } : undefined;
      },
      Field(node) {
        // Lists that are not asked by size are asked by the largest.
        const field = types.getFieldDef();
        const hasSize = node.arguments?.some(({ name }) => name.value === 'first' || name.value === 'last') ?? false;
        if (hasSize || field?.args.every(({ name }) => name !== 'first') !== false) return undefined;
        const size = { kind: Kind.ARGUMENT, name: nameNode('first'), value: numberNode(extreme('first')) } as const;
        return { ...node, arguments: [...(node.arguments ?? []), size] };
      },
    }),
  );
  const numbers = Object.entries(variables).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'number' ? random.pick([1, 5, 100, 500, 2_147_483_647, 2_147_483_648]) : value,
  ]);
  return { document: changed, variables: Object.fromEntries(numbers) };
}

/** Null where a variable must not be null, or where it may be but the argument has a default. */
function withNulls({ document, variables }: Draft, { random }: HostilitySource): Draft {
  const isDeclaredNullable = random.chance(0.6);
  const changed: DocumentNode = visit(document, {
    VariableDefinition(node) {
      if (!isDeclaredNullable || node.type.kind !== Kind.NON_NULL_TYPE) return undefined;
      const value = variables[node.variable.name.value];
      // With a default, GraphQL allows a nullable variable for a non-null argument.
      if (typeof value === 'number' && Number.isInteger(value)) {
        return { ...node, type: node.type.type, defaultValue: { kind: Kind.INT, value: String(value) } as const };
      }
      return typeof value === 'string'
        ? { ...node, type: node.type.type, defaultValue: { kind: Kind.STRING, value } as const }
        : undefined;
    },
  });
  const nulls = Object.entries(variables).map(([name, value]): [string, unknown] => [
    name,
    random.chance(0.6) ? null : value,
  ]);
  return { document: changed, variables: Object.fromEntries(nulls) };
}

function withLongTexts({ document, variables }: Draft, { random }: HostilitySource): Draft {
  const text = random.pick([
    'x',
    'a b ',
    'é\u0301',
    '\u{1F469}\u200D\u{1F52C}',
    '\\',
    '"',
    '\u202E',
    'role:',
    '\u0000',
  ]);
  const length = random.pick([100, 200, 200, 201, 5_000, 60_000]);
  const long = text.repeat(Math.ceil(length / text.length)).slice(0, length);
  const changed: DocumentNode = visit(document, {
    StringValue: (node) => (random.chance(0.5) ? { ...node, value: long, block: false } : undefined),
  });
  const texts = Object.entries(variables).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' && random.chance(0.7) ? long : value,
  ]);
  return { document: changed, variables: Object.fromEntries(texts) };
}

function withDirectives({ document, variables }: Draft, { random }: HostilitySource): Draft {
  const times = random.pick([1, 1, 1, 1, 10]);
  const directive = parse(`{ a ${random.chance(0.9) ? '@include(if: true)' : '@unheardOf'} }`).definitions[0];
  const [field] = directive?.kind === Kind.OPERATION_DEFINITION ? directive.selectionSet.selections : [];
  const many = Array.from({ length: times }, () => field?.directives ?? []).flat();
  let left = random.pick([1, 5, 20, 60]);
  const changed: DocumentNode = visit(document, {
    Field: (node) => (left-- > 0 ? { ...node, directives: [...(node.directives ?? []), ...many] } : undefined),
  });
  return { document: changed, variables };
}

/** Asks thousands of nodes, each for fields with arguments, right or wrong. */
function withManyIds(draft: Draft, { vocabulary, random }: HostilitySource): Draft {
  const words = vocabulary.words[random.chance(0.5) ? 'ROLE' : random.pick(allKinds)];
  const ids = words.length === 0 ? ['role:none'] : words.map(({ id }) => id);
  const count = random.pick([50, 1_000, 3_000, 10_000]);
  let left = 200_000;
  const many: unknown[] = [];
  while (many.length < count && left > 0) {
    const id = random.chance(0.02) ? random.pick(['', 'a:b', null, 5, ['role:sre']]) : random.pick(ids);
    left -= 3 + String(id).length;
    many.push(id);
  }
  const inner = random.pick([
    'id',
    '__typename id',
    '... on Role { appearances(in: "a:b") { id } }',
    '... on Role { overlaps(first: 1000) { totalCount } }',
    '... on Role { overlaps(first: 100, minScore: -1) { totalCount } }',
    '... on Role { responsibilities(first: 100) { nodes { name topics { name } } } summary }',
    '... on Role { id title summary pillars { name } categories { name } appearances { id summary titles } }',
    '... on Pillar { overlaps { jaccard roles(first: 100) { nodes { title } } } roles(first: 100) { nodes { title } } }',
    '... on Responsibility { roles(first: 100, after: "nonsense") { totalCount } }',
  ]);
  const times = random.pick([1, 2, 4, 8]);
  const fields = Array.from({ length: times }, (_, at) => `n${at}: nodes(ids: $hostileIds) { ${inner} }`);
  return withAdded(draft, `query ($hostileIds: [ID!]!) { ${fields.join(' ')} }`, { hostileIds: many });
}

function withIntrospection(draft: Draft, { random }: HostilitySource): Draft {
  const leaf = 'name description';
  const type = `{ ${leaf} fields(includeDeprecated: true) { ${leaf} args { ${leaf} type { name } } type { name kind } } }`;
  const nested = random.pick([
    `types ${type}`,
    `types { ${leaf} possibleTypes ${type} interfaces ${type} inputFields { ${leaf} } enumValues { ${leaf} } }`,
    'types { fields { type { fields { name type { name } } } } }',
    `directives { ${leaf} args { type { ofType ${type} } } }`,
    `queryType { fields { type { ofType { ofType ${type} } } } }`,
  ]);
  const times = random.pick([1, 1, 1, 1, 1, 2]);
  const fields = Array.from({ length: times }, (_, at) => `s${at}: __schema { ${nested} }`);
  return withAdded(draft, `{ ${fields.join(' ')} t: __typename }`, {});
}

/** Adds the selections and variables of another operation. */
function withAdded({ document, variables }: Draft, query: string, added: JsonObject): Draft {
  const [other] = parse(query).definitions;
  if (other?.kind !== Kind.OPERATION_DEFINITION) return { document, variables };
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? {
          ...definition,
          variableDefinitions: [...(definition.variableDefinitions ?? []), ...(other.variableDefinitions ?? [])],
          selectionSet: {
            ...definition.selectionSet,
            selections: [...definition.selectionSet.selections, ...other.selectionSet.selections],
          },
        }
      : definition,
  );
  return { document: { ...document, definitions }, variables: { ...variables, ...added } };
}

function withSelections(
  { document, variables }: Draft,
  change: (selections: readonly SelectionNode[]) => readonly SelectionNode[],
): Draft {
  const changed = (operation: OperationDefinitionNode): OperationDefinitionNode => ({
    ...operation,
    selectionSet: { ...operation.selectionSet, selections: change(operation.selectionSet.selections) },
  });
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? changed(definition) : definition,
  );
  return { document: { ...document, definitions }, variables };
}

function isNumber(kind: string): boolean {
  return kind === Kind.INT || kind === Kind.FLOAT;
}

function numberNode(value: string) {
  return { kind: /[.e]/.test(value) ? Kind.FLOAT : Kind.INT, value } as const;
}

function nameNode(value: string) {
  return { kind: Kind.NAME, value } as const;
}
