import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { groupsOfRole } from '../../graph/indexes/relations.ts';
import type { Role } from '../../graph/nodes/node.ts';
import type { MatrixCell, MatrixKind } from './matrix-data.ts';

/** Reads what a role stands in, by the indexes of the groups or topics of a kind, ascending, and how often. */
export function cellsIn(graph: CatalogGraph, by: MatrixKind): (role: Role) => readonly MatrixCell[] {
  if (by === 'TOPIC') return (role) => topicCells(graph, role);
  const groups = groupsOfRole(graph.relations, by);
  return ({ index }) => {
    const start = itemAt(groups.offsets, index);
    return Array.from(listAt(groups, index), (column, at) => ({ column, count: itemAt(groups.counts, start + at) }));
  };
}

/** The topics of a role's responsibilities, with the number of these about each. */
function topicCells({ relations }: CatalogGraph, { index }: Role): readonly MatrixCell[] {
  const counts = new Map<number, number>();
  for (const responsibility of listAt(relations.responsibilitiesOfRole, index)) {
    for (const topic of listAt(relations.topicsOfResponsibility, responsibility)) {
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
  }
  return Array.from(counts, ([column, count]) => ({ column, count })).sort((a, b) => a.column - b.column);
}
