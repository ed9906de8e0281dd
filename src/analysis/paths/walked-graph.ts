import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength, type Lists } from '../../collections/lists.ts';
import type { RoleGroup } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';
import { graphNodeKinds, nodesOfKind, type GraphNode, type GraphNodeKind } from '../graph-nodes.ts';

/** The neighbours of one kind that the nodes of another have by one kind of edge, by their places. */
interface Way {
  readonly edge: EdgeKind;
  readonly from: GraphNodeKind;
  readonly to: GraphNodeKind;
  readonly countAt: (index: number) => number;
  readonly neighboursAt: (index: number) => Iterable<number>;
}

/**
 * The graph that edges of some kinds make, each taken in both directions. Nodes are numbered kind by kind, from 0 on; the
 * lists of the graph are read where they are, and nothing is copied.
 */
export class WalkedGraph {
  /** How many nodes there are, whether or not any edge touches them. */
  readonly size: number;
  readonly #graph: CatalogGraph;
  /** The number of the first node of each kind. */
  readonly #firsts: ReadonlyMap<GraphNodeKind, number>;
  readonly #waysFrom: ReadonlyMap<GraphNodeKind, readonly Way[]>;

  constructor(graph: CatalogGraph, edges: ReadonlySet<EdgeKind>) {
    this.#graph = graph;
    const firsts = new Map<GraphNodeKind, number>();
    let size = 0;
    for (const kind of graphNodeKinds) {
      firsts.set(kind, size);
      size += nodesOfKind(graph, kind).length;
    }
    this.size = size;
    this.#firsts = firsts;
    this.#waysFrom = Map.groupBy(
      waysOf(graph).filter(({ edge }) => edges.has(edge)),
      ({ from }) => from,
    );
  }

  numberOf({ kind, index }: GraphNode): number {
    return this.#first(kind) + index;
  }

  nodeAt(number: number): GraphNode {
    const kind = graphNodeKinds.findLast((each) => this.#first(each) <= number) ?? 'ROLE';
    return itemAt(nodesOfKind(this.#graph, kind), number - this.#first(kind));
  }

  /** How many edges touch a node; no two of them lead to the same other. */
  degreeOf(number: number): number {
    const { kind, index } = this.nodeAt(number);
    return this.#ways(kind).reduce((sum, { countAt }) => sum + countAt(index), 0);
  }

  eachNeighbour(number: number, visit: (neighbour: number) => void): void {
    const { kind, index } = this.nodeAt(number);
    for (const { to, neighboursAt } of this.#ways(kind)) {
      const first = this.#first(to);
      for (const other of neighboursAt(index)) visit(first + other);
    }
  }

  #first(kind: GraphNodeKind): number {
    return this.#firsts.get(kind) ?? 0;
  }

  #ways(kind: GraphNodeKind): readonly Way[] {
    return this.#waysFrom.get(kind) ?? [];
  }
}

function waysOf(graph: CatalogGraph): readonly Way[] {
  const { relations, pillars, categories, organizationTypes } = graph;
  const indexesOf = (nodes: readonly GraphNode[]) => nodes.map(({ index }) => index);
  return [
    ...groupWays(graph, 'APPEARS_IN', 'PILLAR', relations.pillarsOfRole),
    ...groupWays(graph, 'IN_CATEGORY', 'CATEGORY', relations.categoriesOfRole),
    ...groupWays(graph, 'WORKS_IN', 'ORGANIZATION_TYPE', relations.organizationTypesOfRole),
    listedWay('PERFORMS', 'ROLE', 'RESPONSIBILITY', relations.responsibilitiesOfRole),
    listedWay('PERFORMS', 'RESPONSIBILITY', 'ROLE', relations.rolesOfResponsibility),
    listedWay('ABOUT', 'RESPONSIBILITY', 'TOPIC', relations.topicsOfResponsibility),
    listedWay('ABOUT', 'TOPIC', 'RESPONSIBILITY', relations.responsibilitiesOfTopic),
    gatheredWay('PART_OF', 'CATEGORY', 'PILLAR', (index) => {
      const { pillar } = itemAt(categories, index);
      return pillar === null ? [] : [pillar.index];
    }),
    gatheredWay('PART_OF', 'CATEGORY', 'ORGANIZATION_TYPE', (index) =>
      indexesOf(itemAt(categories, index).organizationTypes),
    ),
    gatheredWay('PART_OF', 'PILLAR', 'CATEGORY', (index) => indexesOf(itemAt(pillars, index).categories)),
    gatheredWay('PART_OF', 'ORGANIZATION_TYPE', 'CATEGORY', (index) =>
      indexesOf(itemAt(organizationTypes, index).categories),
    ),
    roleOverlapWay(graph),
    gatheredWay('OVERLAPS_WITH', 'PILLAR', 'PILLAR', (index) => {
      const counts = itemAt(pillars, index).sharedRoleCounts;
      return indexesOf(pillars).filter((other) => other !== index && itemAt(counts, other) > 0);
    }),
  ];
}

function groupWays(graph: CatalogGraph, edge: EdgeKind, kind: RoleGroup['kind'], groupsOfRole: Lists): readonly Way[] {
  const groupAt = (index: number) => itemAt(graph.groupsOfKind(kind), index);
  return [
    listedWay(edge, 'ROLE', kind, groupsOfRole),
    {
      edge,
      from: kind,
      to: 'ROLE',
      countAt: (index) => groupAt(index).roleCount,
      neighboursAt: (index) => groupAt(index).roleSet,
    },
  ];
}

function listedWay(edge: EdgeKind, from: GraphNodeKind, to: GraphNodeKind, lists: Lists): Way {
  return {
    edge,
    from,
    to,
    countAt: (index) => listLength(lists, index),
    neighboursAt: (index) => listAt(lists, index),
  };
}

/** A way whose few neighbours are looked up as they are asked for. */
function gatheredWay(
  edge: EdgeKind,
  from: GraphNodeKind,
  to: GraphNodeKind,
  neighboursAt: (index: number) => readonly number[],
): Way {
  return { edge, from, to, countAt: (index) => neighboursAt(index).length, neighboursAt };
}

function roleOverlapWay(graph: CatalogGraph): Way {
  return {
    edge: 'OVERLAPS_WITH',
    from: 'ROLE',
    to: 'ROLE',
    countAt: (index) => listLength(graph.indexes.listedPairs, index),
    neighboursAt: (index) => listAt(graph.indexes.listedPairs, index).map((pair) => otherOfPair(graph, pair, index)),
  };
}
