import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { groupsOfRole } from '../indexes/relations.ts';
import type { GroupKind } from '../nodes/node-kind.ts';
import type { Role, RoleGroup, Topic } from '../nodes/node.ts';

/** A group or a topic, and how many roles of a list are in it or do something about it: at least one. */
export interface Facet<T> {
  readonly node: T;
  readonly roleCount: number;
}

/** The groups of a kind that roles of a list are in: most roles first, then in the catalog's order. */
export function* groupFacets(
  graph: CatalogGraph,
  roles: readonly Role[],
  kind: GroupKind,
): Steps<readonly Facet<RoleGroup>[]> {
  const groups = graph.groupsOfKind(kind);
  const groupsOf = groupsOfRole(graph.relations, kind);
  const counts = new Int32Array(groups.length);
  yield* forEachInSteps(roles, ({ index }) => {
    for (const group of listAt(groupsOf, index)) counts[group] = itemAt(counts, group) + 1;
  });
  return mostFirst(groups, counts);
}

/** The topics that roles of a list do something about: most roles first, then in the catalog's order. */
export function* topicFacets(
  { topics, relations }: CatalogGraph,
  roles: readonly Role[],
): Steps<readonly Facet<Topic>[]> {
  const { responsibilitiesOfRole, topicsOfResponsibility } = relations;
  const counts = new Int32Array(topics.length);
  /** The last role that was counted for each topic: a role counts once, however many of its responsibilities are about it. */
  const lastCounted = new Int32Array(topics.length).fill(-1);
  yield* forEachInSteps(roles, ({ index: role }) => {
    for (const responsibility of listAt(responsibilitiesOfRole, role)) {
      for (const topic of listAt(topicsOfResponsibility, responsibility)) {
        if (lastCounted[topic] === role) continue;
        lastCounted[topic] = role;
        counts[topic] = itemAt(counts, topic) + 1;
      }
    }
  });
  return mostFirst(topics, counts);
}

function mostFirst<T>(nodes: readonly T[], counts: Int32Array): readonly Facet<T>[] {
  return nodes
    .map((node, index) => ({ node, roleCount: itemAt(counts, index) }))
    .filter(({ roleCount }) => roleCount > 0)
    .sort((a, b) => b.roleCount - a.roleCount);
}
