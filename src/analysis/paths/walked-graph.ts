import { itemAt } from '../../collections/item-at.ts';
import { listAt, type Lists } from '../../collections/lists.ts';
import { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';
import { involvementEdges } from '../../graph/selection/edges.ts';
import { graphNodeKinds, type GraphNode, type GraphNodeKind } from '../graph-nodes.ts';

/** The neighbours of one kind that the nodes of another have, by their indexes. */
interface Adjacency {
  readonly from: GraphNodeKind;
  readonly to: GraphNodeKind;
  readonly neighboursOf: (index: number) => RoleSet | readonly number[] | Int32Array;
}

/** The same for the kinds of nodes that edges of one kind join. */
interface AdjacencyOfKind extends Adjacency {
  readonly edge: EdgeKind;
}

/**
 * The graph that edges of some kinds make, each taken in both directions. Nodes are numbered kind by kind, from 0 on.
 * The lists of the catalog's graph are read in place; nothing is copied.
 */
export class WalkedGraph {
  /** How many nodes there are, whether or not any edge touches them. */
  readonly size: number;
  readonly #graph: CatalogGraph;
  /** The number of the first node of each kind. */
  readonly #firsts: ReadonlyMap<GraphNodeKind, number>;
  readonly #adjacencies: ReadonlyMap<GraphNodeKind, readonly Adjacency[]>;
  /** The only groups that are neighbours of anything; all of them where it is not given. */
  readonly #openGroups: ReadonlySet<number> | undefined;

  /**
   * @param ends where it is given, no pillar, category or organization type is a neighbour of anything, but for these two: a
   *   path between them goes through no group. Degrees remain those of the whole graph, so that a path is as rare in both.
   */
  constructor(graph: CatalogGraph, edges: ReadonlySet<EdgeKind>, ends?: readonly GraphNode[]) {
    this.#graph = graph;
    const firsts = new Map<GraphNodeKind, number>();
    let size = 0;
    for (const kind of graphNodeKinds) {
      firsts.set(kind, size);
      size += graph.nodesOfKind(kind).length;
    }
    this.size = size;
    this.#firsts = firsts;
    this.#adjacencies = Map.groupBy(
      [...adjacenciesIn(graph).filter(({ edge }) => edges.has(edge)), ...dutyAdjacencies(graph, edges)],
      ({ from }) => from,
    );
    this.#openGroups = ends && new Set(ends.map((end) => this.numberOf(end)));
  }

  numberOf({ kind, index }: GraphNode): number {
    return this.#firstOf(kind) + index;
  }

  nodeAt(number: number): GraphNode {
    const kind = graphNodeKinds.findLast((each) => this.#firstOf(each) <= number) ?? 'ROLE';
    return itemAt<GraphNode>(this.#graph.nodesOfKind(kind), number - this.#firstOf(kind));
  }

  /** How many edges touch a node, those to groups included; no two of them lead to the same neighbour. */
  degreeOf(number: number): number {
    const { kind, index } = this.nodeAt(number);
    let degree = 0;
    for (const { neighboursOf } of this.#adjacenciesOf(kind)) {
      const neighbours = neighboursOf(index);
      degree += neighbours instanceof RoleSet ? neighbours.size : neighbours.length;
    }
    return degree;
  }

  forEachNeighbour(number: number, visit: (neighbour: number) => void): void {
    const { kind, index } = this.nodeAt(number);
    for (const { to, neighboursOf } of this.#adjacenciesOf(kind)) {
      const first = this.#firstOf(to);
      const open = isGroupKind(to) ? this.#openGroups : undefined;
      for (const other of neighboursOf(index)) {
        if (open === undefined || open.has(first + other)) visit(first + other);
      }
    }
  }

  #firstOf(kind: GraphNodeKind): number {
    return this.#firsts.get(kind) ?? 0;
  }

  #adjacenciesOf(kind: GraphNodeKind): readonly Adjacency[] {
    return this.#adjacencies.get(kind) ?? [];
  }
}

function isGroupKind(kind: GraphNodeKind): boolean {
  return kind === 'PILLAR' || kind === 'CATEGORY' || kind === 'ORGANIZATION_TYPE';
}

/**
 * Roles and responsibilities are the only two kinds of nodes that edges of several kinds join: a neighbour that several of
 * them lead to is one.
 */
function dutyAdjacencies({ relations }: CatalogGraph, edges: ReadonlySet<EdgeKind>): readonly Adjacency[] {
  const { responsibilitiesOfRole, rolesOfResponsibility, involvedOfRole, rolesInvolvedIn } = relations;
  const walked = [
    { edge: 'PERFORMS', ofRole: responsibilitiesOfRole, roles: rolesOfResponsibility } as const,
    ...involvementEdges.map(({ kind: edge, involvement }) => {
      return { edge, ofRole: involvedOfRole[involvement], roles: rolesInvolvedIn[involvement] };
    }),
  ].filter(({ edge }) => edges.has(edge));
  const joined = (lists: readonly Lists[]) => (index: number) => {
    const [first, ...others] = lists.map((each) => listAt(each, index)).filter(({ length }) => length > 0);
    if (first === undefined || others.length === 0) return first ?? [];
    return [...new Set([first, ...others].flatMap((each) => [...each]))];
  };
  return [
    { from: 'ROLE', to: 'RESPONSIBILITY', neighboursOf: joined(walked.map(({ ofRole }) => ofRole)) },
    { from: 'RESPONSIBILITY', to: 'ROLE', neighboursOf: joined(walked.map(({ roles }) => roles)) },
  ];
}

function adjacenciesIn(graph: CatalogGraph): readonly AdjacencyOfKind[] {
  const { indexes, relations, pillars, categories, organizationTypes } = graph;
  const listed = (lists: Lists) => (index: number) => listAt(lists, index);
  const rolesIn = (groups: readonly RoleGroup[]) => (index: number) => itemAt(groups, index).roleSet;
  const related =
    <T>(nodes: readonly T[], relatedTo: (node: T) => readonly GraphNode[]) =>
    (index: number) =>
      relatedTo(itemAt(nodes, index)).map((node) => node.index);
  return [
    { edge: 'APPEARS_IN', from: 'ROLE', to: 'PILLAR', neighboursOf: listed(relations.pillarsOfRole) },
    { edge: 'APPEARS_IN', from: 'PILLAR', to: 'ROLE', neighboursOf: rolesIn(pillars) },
    { edge: 'IN_CATEGORY', from: 'ROLE', to: 'CATEGORY', neighboursOf: listed(relations.categoriesOfRole) },
    { edge: 'IN_CATEGORY', from: 'CATEGORY', to: 'ROLE', neighboursOf: rolesIn(categories) },
    {
      edge: 'WORKS_IN',
      from: 'ROLE',
      to: 'ORGANIZATION_TYPE',
      neighboursOf: listed(relations.organizationTypesOfRole),
    },
    { edge: 'WORKS_IN', from: 'ORGANIZATION_TYPE', to: 'ROLE', neighboursOf: rolesIn(organizationTypes) },
    { edge: 'ABOUT', from: 'RESPONSIBILITY', to: 'TOPIC', neighboursOf: listed(relations.topicsOfResponsibility) },
    { edge: 'ABOUT', from: 'TOPIC', to: 'RESPONSIBILITY', neighboursOf: listed(relations.responsibilitiesOfTopic) },
    {
      edge: 'PART_OF',
      from: 'CATEGORY',
      to: 'PILLAR',
      neighboursOf: related(categories, ({ pillar }) => (pillar === null ? [] : [pillar])),
    },
    {
      edge: 'PART_OF',
      from: 'CATEGORY',
      to: 'ORGANIZATION_TYPE',
      neighboursOf: related(categories, (category) => category.organizationTypes),
    },
    { edge: 'PART_OF', from: 'PILLAR', to: 'CATEGORY', neighboursOf: related(pillars, (pillar) => pillar.categories) },
    {
      edge: 'PART_OF',
      from: 'ORGANIZATION_TYPE',
      to: 'CATEGORY',
      neighboursOf: related(organizationTypes, (type) => type.categories),
    },
    {
      edge: 'OVERLAPS_WITH',
      from: 'ROLE',
      to: 'ROLE',
      neighboursOf: (index) => listAt(indexes.listedPairs, index).map((pair) => otherOfPair(graph, pair, index)),
    },
    {
      edge: 'OVERLAPS_WITH',
      from: 'PILLAR',
      to: 'PILLAR',
      neighboursOf: related(pillars, (pillar) =>
        pillars.filter((other) => other !== pillar && itemAt(pillar.sharedRoleCounts, other.index) > 0),
      ),
    },
  ];
}
