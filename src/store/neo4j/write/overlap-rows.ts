import { int } from 'neo4j-driver';
import { compareText } from '../../../text/compare-text.ts';
import { itemAt } from '../../../collections/item-at.ts';
import type { Node } from '../../../graph/nodes/node.ts';
import { overlapsOf } from '../../../graph/overlaps/group-overlap.ts';
import type { CatalogGraph } from '../../../graph/catalog-graph.ts';
import type { OverlapRow, OverlapSection } from './graph-rows.ts';

/** The overlaps of roles, and those of pillars: one relationship for each pair. */
export function overlapSections(graph: CatalogGraph): OverlapSection[] {
  return [roleOverlaps(graph), pillarOverlaps(graph)];
}

function roleOverlaps({ structure, roles }: CatalogGraph): OverlapSection {
  const { first, second, score, sharedWeight, totalWeight } = structure.overlaps;
  return {
    label: 'Role',
    count: first.length,
    *rows() {
      for (const [pair, ofPair] of score.entries()) {
        yield undirected(itemAt(roles, itemAt(first, pair)), itemAt(roles, itemAt(second, pair)), [
          ofPair,
          itemAt(sharedWeight, pair),
          itemAt(totalWeight, pair),
        ]);
      }
    },
  };
}

function pillarOverlaps(graph: CatalogGraph): OverlapSection {
  const rows = graph.pillars.flatMap((pillar) =>
    overlapsOf(graph, pillar).flatMap((overlap) => {
      const other = itemAt(overlap.groups, 1);
      // Each pair occurs twice, once for each pillar.
      if (compareText(other.id, pillar.id) < 0) return [];
      return undirected(pillar, other, [
        overlap.jaccard,
        overlap.overlapCoefficient,
        int(overlap.sharedRoleCount),
        int(overlap.exclusiveRoles.length),
        int(overlap.unionRoleCount),
      ]);
    }),
  );
  return { label: 'Pillar', count: rows.length, rows: () => rows };
}

/** An undirected relationship is stored from the smaller id to the other, as in the GraphQL schema. */
function undirected(node: Node, other: Node, values: OverlapRow['values']): OverlapRow {
  const [start, end] = compareText(node.id, other.id) < 0 ? [node, other] : [other, node];
  return { start: start.id, end: end.id, values };
}
