import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength, type Lists } from '../../collections/lists.ts';
import type { GroupEntry } from '../../graph/nodes/entries.ts';
import type { Membership } from '../../graph/catalog-graph.ts';
import { otherOfPair } from '../../graph/overlaps/role-overlaps.ts';
import { graphNodeKinds, nodesOfKind, type GraphNodeEntry, type GraphNodeKind } from '../graph-nodes.ts';

/** The neighbours of one kind that the nodes of another have by one kind of edge, by their places. */
interface Way {
  readonly edge: EdgeKind;
  readonly from: GraphNodeKind;
  readonly to: GraphNodeKind;
  readonly countAt: (place: number) => number;
  readonly placesAt: (place: number) => Iterable<number>;
}

/**
 * The graph that edges of some kinds make, each taken in both directions. Nodes are numbered kind by kind, from 0 on; the
 * lists of the membership are read where they are, and nothing is copied.
 */
export class WalkedGraph {
  /** How many nodes there are, whether or not any edge touches them. */
  readonly size: number;
  readonly #membership: Membership;
  /** The number of the first node of each kind. */
  readonly #firsts: ReadonlyMap<GraphNodeKind, number>;
  readonly #waysFrom: ReadonlyMap<GraphNodeKind, readonly Way[]>;

  constructor(membership: Membership, edges: ReadonlySet<EdgeKind>) {
    this.#membership = membership;
    const firsts = new Map<GraphNodeKind, number>();
    let size = 0;
    for (const kind of graphNodeKinds) {
      firsts.set(kind, size);
      size += nodesOfKind(membership, kind).length;
    }
    this.size = size;
    this.#firsts = firsts;
    this.#waysFrom = Map.groupBy(
      waysOf(membership).filter(({ edge }) => edges.has(edge)),
      ({ from }) => from,
    );
  }

  numberOf({ kind, place }: GraphNodeEntry): number {
    return this.#first(kind) + place;
  }

  nodeAt(number: number): GraphNodeEntry {
    const kind = graphNodeKinds.findLast((each) => this.#first(each) <= number) ?? 'ROLE';
    return itemAt(nodesOfKind(this.#membership, kind), number - this.#first(kind));
  }

  /** How many edges touch a node; no two of them lead to the same other. */
  degreeOf(number: number): number {
    const { kind, place } = this.nodeAt(number);
    return this.#ways(kind).reduce((sum, { countAt }) => sum + countAt(place), 0);
  }

  eachNeighbour(number: number, visit: (neighbour: number) => void): void {
    const { kind, place } = this.nodeAt(number);
    for (const { to, placesAt } of this.#ways(kind)) {
      const first = this.#first(to);
      for (const other of placesAt(place)) visit(first + other);
    }
  }

  #first(kind: GraphNodeKind): number {
    return this.#firsts.get(kind) ?? 0;
  }

  #ways(kind: GraphNodeKind): readonly Way[] {
    return this.#waysFrom.get(kind) ?? [];
  }
}

function waysOf(membership: Membership): readonly Way[] {
  const { relations, entries } = membership;
  const { pillars, categories, organizationTypes } = entries;
  const placesOf = (nodes: readonly { readonly place: number }[]) => nodes.map(({ place }) => place);
  return [
    ...groupWays(membership, 'APPEARS_IN', 'PILLAR', relations.pillarsOfRole),
    ...groupWays(membership, 'IN_CATEGORY', 'CATEGORY', relations.categoriesOfRole),
    ...groupWays(membership, 'WORKS_IN', 'ORGANIZATION_TYPE', relations.organizationTypesOfRole),
    listedWay('PERFORMS', 'ROLE', 'RESPONSIBILITY', relations.responsibilitiesOfRole),
    listedWay('PERFORMS', 'RESPONSIBILITY', 'ROLE', relations.rolesOfResponsibility),
    listedWay('ABOUT', 'RESPONSIBILITY', 'TOPIC', relations.topicsOfResponsibility),
    listedWay('ABOUT', 'TOPIC', 'RESPONSIBILITY', relations.responsibilitiesOfTopic),
    gatheredWay('PART_OF', 'CATEGORY', 'PILLAR', (place) => {
      const { pillar } = itemAt(categories, place);
      return pillar === null ? [] : [pillar];
    }),
    gatheredWay('PART_OF', 'CATEGORY', 'ORGANIZATION_TYPE', (place) => itemAt(categories, place).organizationTypes),
    gatheredWay('PART_OF', 'PILLAR', 'CATEGORY', (place) =>
      placesOf(membership.categoriesUnder(itemAt(pillars, place))),
    ),
    gatheredWay('PART_OF', 'ORGANIZATION_TYPE', 'CATEGORY', (place) =>
      placesOf(membership.categoriesUnder(itemAt(organizationTypes, place))),
    ),
    roleOverlapWay(membership),
    gatheredWay('OVERLAPS_WITH', 'PILLAR', 'PILLAR', (place) => {
      const counts = membership.sharedRoleCounts(itemAt(pillars, place));
      return placesOf(pillars).filter((other) => other !== place && itemAt(counts, other) > 0);
    }),
  ];
}

function groupWays(
  membership: Membership,
  edge: EdgeKind,
  kind: GroupEntry['kind'],
  groupsOfRole: Lists,
): readonly Way[] {
  const groupAt = (place: number) => itemAt(membership.groupsOfKind(kind), place);
  return [
    listedWay(edge, 'ROLE', kind, groupsOfRole),
    {
      edge,
      from: kind,
      to: 'ROLE',
      countAt: (place) => membership.roleCountOf(groupAt(place)),
      placesAt: (place) => membership.rolesOfGroup(groupAt(place)),
    },
  ];
}

function listedWay(edge: EdgeKind, from: GraphNodeKind, to: GraphNodeKind, lists: Lists): Way {
  return {
    edge,
    from,
    to,
    countAt: (place) => listLength(lists, place),
    placesAt: (place) => listAt(lists, place),
  };
}

/** A way whose few neighbours are looked up as they are asked for. */
function gatheredWay(
  edge: EdgeKind,
  from: GraphNodeKind,
  to: GraphNodeKind,
  placesAt: (place: number) => readonly number[],
): Way {
  return { edge, from, to, countAt: (place) => placesAt(place).length, placesAt };
}

function roleOverlapWay(membership: Membership): Way {
  return {
    edge: 'OVERLAPS_WITH',
    from: 'ROLE',
    to: 'ROLE',
    countAt: (place) => listLength(membership.listedPairs(), place),
    placesAt: (place) => listAt(membership.listedPairs(), place).map((pair) => otherOfPair(membership, pair, place)),
  };
}
