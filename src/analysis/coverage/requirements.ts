import { itemAt } from '../../collections/item-at.ts';
import { indexesOfEach, inverted, listAt, listsOf, type Lists } from '../../collections/lists.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import { generateInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import { LineReader, listsByKey, type CarriersByLines } from './carriers-by-lines.ts';
import {
  coverageUnits,
  eachUnit,
  type CoverageItem,
  type CoverageItems,
  type CoverageNode,
  type CoverageUnit,
} from './coverage-item.ts';

/**
 * Which roles carry an item of a group. MEMBERS: roles of that group, by lines of that group, because somebody who does the same
 * elsewhere is not therefore at hand for this group. CATALOG: any role, by any line.
 */
export const carrierScopes = ['MEMBERS', 'CATALOG'] as const;
export type CarrierScope = (typeof carrierScopes)[number];

/** What must be covered, and by which roles it may be. */
export interface Scope {
  /** Distinct; undefined is the whole catalog, which has no members to choose from: `from` is CATALOG then. */
  readonly groups: readonly RoleGroup[] | undefined;
  readonly from: CarrierScope;
}

/**
 * All items to cover, and the roles that carry each. Coverage, single points, changes, invite plans and hats all count these.
 *
 * The items of a group are the categories that are part of it (a category given is its own), the responsibilities that its
 * lines name, and the topics of these. Groups may share nodes, as a pillar and one of its categories do: a node counts once
 * for each group. The items of the whole catalog are all its categories, responsibilities and topics, each once.
 */
export interface Requirements {
  readonly scope: Scope;
  readonly items: CoverageItems;
  /** The indexes of the roles that carry an item of this list, ascending, so by title. Callers must not change them. */
  readonly carriersOf: (item: CoverageItem) => Int32Array;
}

/**
 * The scope that arguments ask for: MEMBERS where groups are given and nothing else is said.
 *
 * @param argument what the argument of the groups is called, for the error.
 * @throws ArgumentError for MEMBERS without groups.
 */
export function scopeOf(
  groups: readonly RoleGroup[] | undefined,
  from: CarrierScope | null | undefined,
  argument = 'of',
): Scope {
  if (groups === undefined && from === 'MEMBERS') {
    const named = argument.replace(/\w+$/, 'from');
    throw new ArgumentError(
      named,
      `${named} is MEMBERS, which means the members of groups, but no groups are given. Give groups in ${argument}, or leave ${named} out.`,
    );
  }
  return { groups, from: from ?? (groups === undefined ? 'CATALOG' : 'MEMBERS') };
}

/**
 * Finds the items that must be covered, and their carriers.
 *
 * @param units those to find; the others have no items.
 */
export function* requirementsOf(
  graph: CatalogGraph,
  scope: Scope,
  units: readonly CoverageUnit[] = coverageUnits,
): Steps<Requirements> {
  const { groups } = scope;
  // The order of groups does not change the answer.
  const required = groups?.toSorted((a, b) => compareText(a.id, b.id));
  const lines = yield* linesOfGroups(graph, required);
  const found = { CATEGORY: nothingFound, RESPONSIBILITY: nothingFound, TOPIC: nothingFound };
  for (const unit of units) found[unit] = yield* itemsOfUnit(graph, unit, required, lines);
  const byTheirLines = {
    scope: { groups, from: groups === undefined ? 'CATALOG' : 'MEMBERS' },
    items: eachUnit((unit) => found[unit].items),
    carriersOf: ({ node, index }: CoverageItem) => found[node.kind].carriersAt(index),
  } as const;
  return yield* carriedFrom(graph, byTheirLines, scope.from);
}

/** The same items, as other roles carry them. Groups keep their items whoever may carry them, so shares can be compared. */
export function* carriedFrom(graph: CatalogGraph, requirements: Requirements, from: CarrierScope): Steps<Requirements> {
  const { scope, items } = requirements;
  const { groups } = scope;
  if (scope.from === from || groups === undefined) return requirements;
  const units = coverageUnits.filter((unit) => items[unit].length > 0);
  if (from === 'MEMBERS') return yield* requirementsOf(graph, { groups, from }, units);
  const carriers = { CATEGORY: listsOf([]), RESPONSIBILITY: listsOf([]), TOPIC: listsOf([]) };
  for (const unit of units) {
    const found = yield* new LineReader(graph, unit).read(allLines(graph), indexesOfAll(graph, unit));
    // All nodes are in it, so that the list of a node has its index.
    carriers[unit] = found.carriers;
  }
  return { scope: { groups, from }, items, carriersOf: ({ node }) => listAt(carriers[node.kind], node.index) };
}

/** The indexes of the appearances of each group, ascending; of the whole catalog as the only list where no groups are given. */
function* linesOfGroups(graph: CatalogGraph, groups: readonly RoleGroup[] | undefined): Steps<Lists> {
  const { category } = graph.structure.appearances;
  if (groups === undefined) return { offsets: Int32Array.of(0, category.length), values: allLines(graph) };
  const groupsOfCategory = inverted(
    listsOf(groups.map((group) => group.categories.map(({ index }) => index))),
    graph.categories.length,
  );
  const lineOfEach: number[] = [];
  const groupOfEach: number[] = [];
  yield* repeatInSteps(category.length, (line) => {
    for (const group of listAt(groupsOfCategory, itemAt(category, line))) {
      lineOfEach.push(line);
      groupOfEach.push(group);
    }
  });
  return yield* listsByKey(lineOfEach, (index) => itemAt(groupOfEach, index), groups.length);
}

/** The items of a unit, and the carriers of each. */
interface UnitItems {
  readonly items: readonly CoverageItem[];
  readonly carriersAt: (index: number) => Int32Array;
}

const nothingFound: UnitItems = { items: [], carriersAt: () => new Int32Array() };

function* itemsOfUnit(
  graph: CatalogGraph,
  unit: CoverageUnit,
  groups: readonly RoleGroup[] | undefined,
  lines: Lists,
): Steps<UnitItems> {
  const nodes = nodesByName(graph, unit);
  const ranks = new Int32Array(nodes.length);
  yield* repeatInSteps(nodes.length, (rank) => {
    ranks[itemAt(nodes, rank).index] = rank;
  });
  const reader = new LineReader(graph, unit);
  const found: CarriersByLines[] = [];
  /** For each item, in the order in which they are found: the group, the index in `found` of the group, the rank of the name. */
  const groupOfEach: number[] = [];
  const indexOfEach: number[] = [];
  const rankOfEach: number[] = [];
  for (const [group, given] of givenNodes(graph, unit, groups).entries()) {
    const ofGroup = yield* reader.read(listAt(lines, group), given);
    found.push(ofGroup);
    yield* repeatInSteps(ofGroup.nodes.length, (index) => {
      groupOfEach.push(group);
      indexOfEach.push(index);
      rankOfEach.push(itemAt(ranks, itemAt(ofGroup.nodes, index)));
    });
  }
  // By name; groups were gone through in the order of their ids, and equals keep their order.
  const byName = indexesOfEach(Int32Array.from(rankOfEach), nodes.length).values;
  yield;
  const items = yield* generateInSteps(byName.length, (index): CoverageItem => {
    const at = itemAt(byName, index);
    const group = groups === undefined ? null : itemAt(groups, itemAt(groupOfEach, at));
    return { node: itemAt(nodes, itemAt(rankOfEach, at)), group, index };
  });
  const carriersAt = (index: number) => {
    const at = itemAt(byName, index);
    return listAt(itemAt(found, itemAt(groupOfEach, at)).carriers, itemAt(indexOfEach, at));
  };
  return { items, carriersAt };
}

/** All nodes of a unit, by name. */
function nodesByName(graph: CatalogGraph, unit: CoverageUnit): readonly CoverageNode[] {
  if (unit === 'RESPONSIBILITY') return graph.responsibilities;
  const nodes: readonly CoverageNode[] = unit === 'CATEGORY' ? graph.categories : graph.topics;
  return nodes
    .map((node) => ({ node, sortKey: sortKey(node.name), id: node.id }))
    .sort(bySortKey)
    .map(({ node }) => node);
}

/** The indexes of the nodes that each group has whatever its lines say: its categories. The whole catalog has all nodes. */
function givenNodes(
  graph: CatalogGraph,
  unit: CoverageUnit,
  groups: readonly RoleGroup[] | undefined,
): readonly (readonly number[])[] {
  if (groups === undefined) return [indexesOfAll(graph, unit)];
  return groups.map((group) => (unit === 'CATEGORY' ? group.categories.map(({ index }) => index) : []));
}

/** The indexes of all appearances. */
function allLines({ structure }: CatalogGraph): Int32Array {
  return structure.appearances.category.map((_, line) => line);
}

/** The indexes of all nodes of a unit. */
function indexesOfAll(graph: CatalogGraph, unit: CoverageUnit): readonly number[] {
  return graph.nodesOfKind(unit).map(({ index }) => index);
}
