import { itemAt } from '../../collections/item-at.ts';
import { inverted, listAt, listsOf, type Lists } from '../../collections/lists.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import { forEachInSteps, generateInSteps, mapInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { compareText } from '../../text/compare-text.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';
import { LineReader, listsByKey, type CarriersByLines } from './carriers-by-lines.ts';
import {
  coverageUnits,
  eachUnit,
  type ByUnit,
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

/** What must be covered, and which roles count. */
export interface Scope {
  /** Distinct; undefined is the whole catalog, in which everybody is a member: `from` is CATALOG then. */
  readonly groups: readonly RoleGroup[] | undefined;
  readonly from: CarrierScope;
}

/**
 * All items to cover, and the roles that carry each. Coverage, single points, changes, invite plans and hats all count these.
 *
 * The nodes of a group are the categories that are part of it (a category given is its own), the responsibilities that its
 * lines name, and the topics of these. A role carries what it is responsible or accountable for; a responsibility on which a
 * line only has it consulted or informed must be covered by somebody else. From MEMBERS, an item is a node of one group, so what two groups have is two items,
 * also where one group is part of the other. From CATALOG, whoever carries a node carries it for every group, so the nodes
 * of all groups are one item each. The items of the whole catalog are all its nodes, named by lines or not.
 */
export interface Requirements {
  readonly scope: Scope;
  readonly items: CoverageItems;
  /**
   * The indexes of the roles that carry an item, ascending, so by title. From CATALOG, it answers for items of other
   * requirements of these units, too. Callers must not change the answer.
   */
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
  const found = { CATEGORY: nothingFound, RESPONSIBILITY: nothingFound, TOPIC: nothingFound };
  if (scope.groups === undefined) {
    for (const unit of units) found[unit] = yield* itemsOfCatalog(graph, unit, nodesByName(graph, unit));
    return requirementsFrom(scope, found);
  }
  // The order in which groups are given does not change the answer.
  const groups = scope.groups.toSorted((a, b) => compareText(a.id, b.id));
  const lines = yield* linesOfGroups(graph, groups);
  for (const unit of units) found[unit] = yield* itemsOfGroups(graph, unit, groups, lines);
  const ofMembers = requirementsFrom({ groups: scope.groups, from: 'MEMBERS' }, found);
  return scope.from === 'MEMBERS' ? ofMembers : yield* requirementsInCatalog(graph, ofMembers);
}

/** What is asked about from members, asked from the catalog: as requirementsOf gives it, without reading the groups again. */
export function* requirementsInCatalog(graph: CatalogGraph, requirements: Requirements): Steps<Requirements> {
  const { scope, items } = requirements;
  if (scope.from === 'CATALOG') return requirements;
  const found = { CATEGORY: nothingFound, RESPONSIBILITY: nothingFound, TOPIC: nothingFound };
  for (const unit of coverageUnits) {
    if (items[unit].length > 0) found[unit] = yield* itemsOfCatalog(graph, unit, yield* distinctNodes(items[unit]));
  }
  return requirementsFrom({ groups: scope.groups, from: 'CATALOG' }, found);
}

function requirementsFrom(scope: Scope, found: ByUnit<UnitItems>): Requirements {
  return {
    scope,
    items: eachUnit((unit) => found[unit].items),
    carriersOf: (item) => found[item.node.kind].carriersOf(item),
  };
}

/** The indexes of the appearances of each group, ascending. */
function* linesOfGroups(graph: CatalogGraph, groups: readonly RoleGroup[]): Steps<Lists> {
  const { category } = graph.structure.appearances;
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
  return yield* listsByKey(
    lineOfEach.length,
    (index) => itemAt(groupOfEach, index),
    (index) => itemAt(lineOfEach, index),
    groups.length,
  );
}

/** The items of a unit, by name, and the carriers of each. */
interface UnitItems {
  readonly items: readonly CoverageItem[];
  readonly carriersOf: (item: CoverageItem) => Int32Array;
}

const nothingFound: UnitItems = { items: [], carriersOf: () => new Int32Array() };

/**
 * An item for each node of each group, carried by members.
 *
 * @param groups in the order of their ids.
 */
function* itemsOfGroups(
  graph: CatalogGraph,
  unit: CoverageUnit,
  groups: readonly RoleGroup[],
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
  for (const [group, { categories }] of groups.entries()) {
    // A category is a node of its group even if no line is in it.
    const given = unit === 'CATEGORY' ? categories.map(({ index }) => index) : [];
    const ofGroup = yield* reader.read(listAt(lines, group), given);
    found.push(ofGroup);
    yield* repeatInSteps(ofGroup.nodes.length, (index) => {
      groupOfEach.push(group);
      indexOfEach.push(index);
      rankOfEach.push(itemAt(ranks, itemAt(ofGroup.nodes, index)));
    });
  }
  const { values: byName } = yield* listsByKey(
    rankOfEach.length,
    (index) => itemAt(rankOfEach, index),
    (index) => index,
    nodes.length,
  );
  const items = yield* generateInSteps(byName.length, (index): CoverageItem => {
    const at = itemAt(byName, index);
    return { node: itemAt(nodes, itemAt(rankOfEach, at)), group: itemAt(groups, itemAt(groupOfEach, at)), index };
  });
  const carriersOf = ({ index }: CoverageItem) => {
    const at = itemAt(byName, index);
    return listAt(itemAt(found, itemAt(groupOfEach, at)).carriers, itemAt(indexOfEach, at));
  };
  return { items, carriersOf };
}

/**
 * An item for each of some nodes, carried by any role.
 *
 * @param nodes by name.
 */
function* itemsOfCatalog(graph: CatalogGraph, unit: CoverageUnit, nodes: readonly CoverageNode[]): Steps<UnitItems> {
  const all = graph.nodesOfKind(unit).map(({ index }) => index);
  const lines = graph.structure.appearances.category.map((_, line) => line);
  // All nodes are in it, so the list of a node has the node's index.
  const { carriers } = yield* new LineReader(graph, unit).read(lines, all);
  return {
    items: yield* mapInSteps(nodes, (node, index): CoverageItem => ({ node, group: null, index })),
    carriersOf: ({ node }) => listAt(carriers, node.index),
  };
}

/** The nodes of items, each once. Items of one node follow each other. */
function* distinctNodes(items: readonly CoverageItem[]): Steps<readonly CoverageNode[]> {
  const nodes: CoverageNode[] = [];
  yield* forEachInSteps(items, ({ node }) => {
    if (node !== nodes.at(-1)) nodes.push(node);
  });
  return nodes;
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
