import {
  getNamedType,
  Kind,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type NameNode,
} from 'graphql';
import type { SeededRandom } from '../seeded-random.ts';
import { answeredFields, type AskedFields } from './asked-fields.ts';
import { isList, isObject, type JsonObject } from './json.ts';

/** A page that an answer had, and how to go on from it. */
export interface SeenPage {
  readonly coordinate: string;
  /** The type of the page, e.g. "RoleConnection". */
  readonly type: string;
  readonly node: FieldNode;
  /** In the order of the page; not all of them where not all were asked. */
  readonly cursors: readonly string[];
  readonly goesBack: boolean;
}

/** The pages of an answer of which a cursor was asked. */
export function* seenPages(fields: AskedFields, data: unknown): Generator<SeenPage> {
  for (const { field, value } of answeredFields(fields, data)) {
    const names = field.field?.args.map(({ name }) => name) ?? [];
    if (!names.includes('after') || !isObject(value)) continue;
    const cursors = [...answeredFields(field.inner, onlyPlaces(field.inner, value))].flatMap((inner) =>
      /\.cursor$|^PageInfo\.\w+Cursor$/.test(inner.field.coordinate) && typeof inner.value === 'string'
        ? [inner.value]
        : [],
    );
    if (cursors.length === 0 || field.field === undefined) continue;
    const type = getNamedType(field.field.type).name;
    yield { coordinate: field.coordinate, type, node: field.node, cursors, goesBack: names.includes('before') };
  }
}

/** Of a page, its cursors: not the pages that its items have. */
function onlyPlaces(fields: AskedFields, page: JsonObject): JsonObject {
  const places: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(page)) {
    const name = fields.get(key)?.node.name.value;
    if (name === 'pageInfo') places[key] = value;
    if (name === 'edges' && isList(value)) places[key] = value.map((edge) => (isObject(edge) ? leavesOf(edge) : edge));
  }
  return places;
}

function leavesOf(edge: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(edge).filter(([, value]) => typeof value === 'string'));
}

/** The same request, but for one of its lists from another place on. */
export function nextPage(
  document: DocumentNode,
  variables: JsonObject,
  { node, cursors, goesBack }: SeenPage,
  random: SeededRandom,
): { readonly document: DocumentNode; readonly variables: JsonObject; readonly cursorArgument: 'after' | 'before' } {
  const cursor = random.pick(cursors);
  const size = 1 + random.below(4);
  const isBack = goesBack && random.chance(0.45);
  const kept = (node.arguments ?? []).filter(({ name }) => !['first', 'last', 'after', 'before'].includes(name.value));
  const placed = [
    argument(isBack ? 'last' : 'first', { kind: Kind.INT, value: String(size) }),
    argument(isBack ? 'before' : 'after', { kind: Kind.STRING, value: cursor }),
  ];
  const moved = visit(document, {
    Field: { enter: (each) => (each === node ? { ...each, arguments: [...kept, ...placed] } : undefined) },
  });
  return { ...withoutUnusedVariables(moved, variables), cursorArgument: isBack ? 'before' : 'after' };
}

function argument(name: string, value: ArgumentNode['value']): ArgumentNode {
  const named: NameNode = { kind: Kind.NAME, value: name };
  return { kind: Kind.ARGUMENT, name: named, value };
}

function withoutUnusedVariables(
  document: DocumentNode,
  variables: JsonObject,
): { readonly document: DocumentNode; readonly variables: JsonObject } {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: { enter: () => false },
    Variable: { enter: ({ name }) => void used.add(name.value) },
  });
  return {
    document: visit(document, {
      VariableDefinition: { enter: (each) => (used.has(each.variable.name.value) ? undefined : null) },
    }),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}
