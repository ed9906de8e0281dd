import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parseType,
  type ArgumentNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NameNode,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';

import { argumentValues, type ValueSource } from './argument-values.ts';
import { withBadArgument } from './bad-arguments.ts';
import type { Coordinates } from './coordinates.ts';
import { measuredSelections } from './plan-rules.ts';
import { valueLiteral } from './value-literal.ts';

/** Where in a request something is asked. */
interface Place {
  /** How many levels may still go below. */
  readonly depth: number;
  /** How many objects it is asked of, as far as can be told. */
  readonly items: number;
  /** How long the lists of this object are, where it is a page or the like. */
  readonly page: number;
  /** The keys of the answer that are taken. */
  readonly keys: Set<string>;
}

interface Fragment {
  readonly name: string;
  readonly type: string;
  readonly selections: readonly SelectionNode[];
  readonly place: Place;
  readonly aliases: number;
}

/** The server takes 15; replaying renamed fields uses some. */
const mostAliases = 6;
const mostFields = 45;
/** How many objects a list in lists may have. */
const mostItems = 500;

/** How long lists are that are not asked in pages, by coordinate; 4 where it is not told. */
const usualLengths: Readonly<Record<string, number>> = {
  'Query.categories': 30,
  'Query.intersections': 30,
  'Query.nodes': 6,
  'RoleFacets.categories': 15,
  'RoleFacets.topics': 12,
  'GraphEdge.appearances': 5,
};

/** What it takes to go on from a page, either way. */
const pageInfo: FieldNode = {
  kind: Kind.FIELD,
  name: nameNode('pageInfo'),
  selectionSet: {
    kind: Kind.SELECTION_SET,
    selections: ['hasNextPage', 'endCursor', 'hasPreviousPage', 'startCursor'].map((name) => ({
      kind: Kind.FIELD,
      name: nameNode(name),
    })),
  },
};

/** What a builder draws from; all of one recording draw from the same. */
export interface BuilderSource extends ValueSource {
  readonly schema: GraphQLSchema;
  readonly coordinates: Coordinates;
}

/** Builds one random request. */
export class RequestBuilder {
  readonly #source: BuilderSource;
  readonly #wanted: readonly string[];
  readonly #fragments: Fragment[] = [];
  /** It is asked of the same fields again and again, and a request changes it little. */
  readonly #knownBefore = new Map<string, number>();
  readonly #definitions: VariableDefinitionNode[] = [];
  readonly #variables: Record<string, unknown> = {};
  #aliases = 0;
  #fields = 0;
  #isBadWanted: boolean;

  /**
   * @param isBad whether one argument is to be wrong.
   * @param wanted fields to choose wherever they can be.
   */
  constructor(source: BuilderSource, isBad: boolean, wanted: readonly string[]) {
    this.#source = source;
    this.#wanted = wanted;
    this.#isBadWanted = isBad;
  }

  /** @returns undefined where no argument was asked that could be wrong. */
  build(): { readonly document: DocumentNode; readonly variables: Readonly<Record<string, unknown>> } | undefined {
    const { random, schema } = this.#source;
    const root = schema.getQueryType();
    if (root == null) throw new Error('The schema has no queries.');
    const depth = Math.min(9, Math.max(random.pick([2, 3, 3, 4, 4, 5, 6, 7]), this.#wanted.length));
    const place: Place = { depth, items: 1, page: 1, keys: new Set() };
    const count = random.chance(0.85) ? 1 : 2;
    const selections = this.#chosen(root, place, count).flatMap((field) => this.#field(root, field, place));
    if (this.#isBadWanted || selections.length === 0) return undefined;
    const document: DocumentNode = {
      kind: Kind.DOCUMENT,
      definitions: [
        {
          kind: Kind.OPERATION_DEFINITION,
          operation: OperationTypeNode.QUERY,
          name: nameNode('Replayed'),
          variableDefinitions: this.#definitions,
          selectionSet: { kind: Kind.SELECTION_SET, selections },
        },
        ...this.#fragments.map(fragmentDefinition),
      ],
    };
    return { document, variables: this.#variables };
  }

  /** Fields of a type that can be asked here, those the more likely that were asked the least. */
  #chosen(
    type: GraphQLObjectType | GraphQLInterfaceType,
    place: Place,
    count: number,
  ): GraphQLField<unknown, unknown>[] {
    const { random } = this.#source;
    let left = Object.values(type.getFields()).filter((field) => this.#isAffordable(type.name, field, place));
    const isWanted = ({ name }: { readonly name: string }) => this.#wanted.includes(`${type.name}.${name}`);
    const chosen = left.filter(isWanted);
    left = left.filter((field) => !isWanted(field));
    while (left.length > 0 && chosen.length < count) {
      const weights = left.map((field) => {
        const isLeaf = isLeafType(getNamedType(field.type));
        return (isLeaf ? 1 : 1.6) / (1 + this.#known(type.name, field, 3)) ** 0.7;
      });
      let at = random.number() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => (at -= weight) < 0);
      const [field] = left.splice(Math.max(0, index), 1);
      if (field !== undefined) chosen.push(field);
    }
    return chosen;
  }

  /** How much is known of a field, and of what is inside: what is rare inside draws there. */
  #known(parent: string, field: GraphQLField<unknown, unknown>, levels: number): number {
    const { coordinates, schema } = this.#source;
    const key = `${parent}.${field.name} ${levels}`;
    let known = this.#knownBefore.get(key);
    if (known !== undefined) return known;
    known = coordinates.known(`${parent}.${field.name}`);
    const type = schema.getType(getNamedType(field.type).name);
    if (levels > 0 && isObjectType(type)) {
      const inner = Object.values(type.getFields()).map((each) => this.#known(type.name, each, levels - 1));
      known = Math.sqrt((1 + known) * (1 + Math.min(...inner))) - 1;
    }
    this.#knownBefore.set(key, known);
    return known;
  }

  #isAffordable(parent: string, field: GraphQLField<unknown, unknown>, place: Place): boolean {
    if (isLeafType(getNamedType(field.type))) return true;
    return place.depth > 0 && place.items * this.#length(parent, field, place, undefined) <= mostItems;
  }

  /** How many objects a field answers, as far as can be told. */
  #length(
    parent: string,
    field: GraphQLField<unknown, unknown>,
    place: Place,
    values: Readonly<Record<string, unknown>> | undefined,
  ): number {
    if (!isListType(getNullableType(field.type))) return 1;
    if (place.page > 1) return parent === 'Graph' && field.name === 'edges' ? 2 * place.page : place.page;
    const { first } = values ?? {};
    return typeof first === 'number' ? Math.max(1, first) : (usualLengths[`${parent}.${field.name}`] ?? 4);
  }

  /** One field, at times twice with other arguments; nothing where its key is taken and it can have no other. */
  #field(
    parent: GraphQLObjectType | GraphQLInterfaceType,
    field: GraphQLField<unknown, unknown>,
    place: Place,
  ): SelectionNode[] {
    const { random } = this.#source;
    const asked = this.#fieldOnce(parent, field, place);
    const isAgain = field.args.length > 0 && asked.length > 0 && random.chance(0.08);
    return isAgain ? [...asked, ...this.#fieldOnce(parent, field, place)] : asked;
  }

  #fieldOnce(
    parent: GraphQLObjectType | GraphQLInterfaceType,
    field: GraphQLField<unknown, unknown>,
    place: Place,
  ): SelectionNode[] {
    const { random, coordinates } = this.#source;
    if (this.#fields >= mostFields) return [];
    const isTaken = place.keys.has(field.name);
    const isAliased = isTaken || random.chance(0.07);
    if (isAliased && this.#aliases >= mostAliases) return [];
    const key = isAliased ? `a${this.#aliases + 1}` : field.name;
    if (isAliased) this.#aliases++;
    place.keys.add(key);
    this.#fields++;

    const values = this.#values(parent.name, field);
    const named = getNamedType(field.type);
    const selections = isLeafType(named) ? undefined : this.#inside(named.name, parent.name, field, values, place);
    coordinates.ask(`${parent.name}.${field.name}`);
    coordinates.askArguments(parent.name, field, values);
    const node: FieldNode = {
      kind: Kind.FIELD,
      ...(isAliased && { alias: nameNode(key) }),
      name: nameNode(field.name),
      arguments: this.#arguments(field, values),
      directives: this.#directives(),
      ...(selections !== undefined && { selectionSet: { kind: Kind.SELECTION_SET, selections } }),
    };
    return [node];
  }

  #values(parent: string, field: GraphQLField<unknown, unknown>): Record<string, unknown> {
    const values = argumentValues(parent, field, this.#source);
    if (!this.#isBadWanted || field.args.length === 0 || !this.#source.random.chance(0.6)) return values;
    this.#isBadWanted = false;
    return withBadArgument(field, values, this.#source);
  }

  #arguments(field: GraphQLField<unknown, unknown>, values: Readonly<Record<string, unknown>>): ArgumentNode[] {
    return Object.entries(values).map(([name, value]): ArgumentNode => {
      const type = field.args.find((argument) => argument.name === name)?.type;
      if (type === undefined || this.#source.random.chance(0.6)) {
        return { kind: Kind.ARGUMENT, name: nameNode(name), value: valueLiteral(value, type) };
      }
      return { kind: Kind.ARGUMENT, name: nameNode(name), value: this.#variable(String(type), value) };
    });
  }

  #variable(type: string, value: unknown): { readonly kind: typeof Kind.VARIABLE; readonly name: NameNode } {
    const name = `v${this.#definitions.length + 1}`;
    const variable = { kind: Kind.VARIABLE, name: nameNode(name) } as const;
    this.#definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: parseType(type) });
    this.#variables[name] = value;
    return variable;
  }

  #directives(): DirectiveNode[] {
    const { random } = this.#source;
    if (!random.chance(0.02)) return [];
    const name = random.pick(['include', 'skip']);
    const value = this.#variable('Boolean!', random.chance(0.6));
    return [
      {
        kind: Kind.DIRECTIVE,
        name: nameNode(name),
        arguments: [{ kind: Kind.ARGUMENT, name: nameNode('if'), value }],
      },
    ];
  }

  /** What is asked inside a field. */
  #inside(
    type: string,
    parent: string,
    field: GraphQLField<unknown, unknown>,
    values: Readonly<Record<string, unknown>>,
    at: Place,
  ): SelectionNode[] {
    const { random } = this.#source;
    const place: Place = {
      depth: at.depth - 1,
      items: at.items * this.#length(parent, field, at, values),
      page: pageInside(field, values),
      keys: new Set(),
    };
    const known = this.#fragments.filter((fragment) => fragment.type === type && this.#fits(fragment, place));
    if (known.length > 0 && random.chance(0.5)) {
      const { name, aliases } = random.pick(known);
      this.#aliases += aliases;
      return [{ kind: Kind.FRAGMENT_SPREAD, name: nameNode(name) }];
    }
    const before = this.#aliases;
    const selections = this.#selections(type, place);
    if (!random.chance(0.08)) return selections;
    const name = `F${this.#fragments.length + 1}`;
    this.#fragments.push({ name, type, selections, place, aliases: this.#aliases - before });
    return [{ kind: Kind.FRAGMENT_SPREAD, name: nameNode(name) }];
  }

  #fits({ place, aliases }: Fragment, { depth, items, page }: Place): boolean {
    return place.depth <= depth && items <= place.items && page <= place.page && this.#aliases + aliases <= mostAliases;
  }

  /** At least one. */
  #selections(typeName: string, place: Place): SelectionNode[] {
    const { random, schema } = this.#source;
    const type = schema.getType(typeName);
    const isCursorWanted = typeName.endsWith('Connection') && random.chance(0.4);
    const selections: SelectionNode[] = [...measuredSelections(typeName), ...(isCursorWanted ? [pageInfo] : [])];
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) place.keys.add(selection.alias?.value ?? selection.name.value);
      if (selection.kind === Kind.FIELD && selection.alias !== undefined) this.#aliases++;
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      const isOfOneType = isObjectType(type);
      const count = isOfOneType ? 1 + random.below(5) : random.below(4);
      for (const field of this.#chosen(type, place, count)) selections.push(...this.#field(type, field, place));
    }
    if (isAbstractType(type) && random.chance(0.85)) {
      const possible = random.shuffled(schema.getPossibleTypes(type)).slice(0, 1 + random.below(3));
      for (const each of possible) {
        const fields = this.#chosen(each, place, 1 + random.below(4));
        const inner = fields.flatMap((field) => this.#field(each, field, place));
        if (inner.length === 0) continue;
        selections.push({
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(each.name) },
          selectionSet: { kind: Kind.SELECTION_SET, selections: inner },
        });
      }
    }
    const isTold = selections.length === 0 || (isAbstractType(type) ? random.chance(0.6) : random.chance(0.06));
    if (isTold) selections.push({ kind: Kind.FIELD, name: nameNode('__typename') });
    return selections;
  }
}

/** How long the lists inside are: those of a page, of a drawing, and the paths. */
function pageInside(field: GraphQLField<unknown, unknown>, values: Readonly<Record<string, unknown>>): number {
  const type = getNamedType(field.type).name;
  const { first, last, select } = values;
  if (type.endsWith('Connection')) {
    const size = first ?? last;
    return typeof size === 'number' ? Math.max(1, Math.min(100, size)) : 20;
  }
  if (type === 'Paths') return typeof first === 'number' ? Math.max(1, Math.min(20, first)) : 3;
  if (type !== 'Graph') return 1;
  const most: unknown = typeof select === 'object' && select !== null ? Reflect.get(select, 'maxNodes') : undefined;
  return typeof most === 'number' ? Math.max(1, Math.min(500, most)) : 500;
}

function fragmentDefinition({ name, type, selections }: Fragment): FragmentDefinitionNode {
  return {
    kind: Kind.FRAGMENT_DEFINITION,
    name: nameNode(name),
    typeCondition: { kind: Kind.NAMED_TYPE, name: nameNode(type) },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}
