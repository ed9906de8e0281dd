import { int } from 'neo4j-driver';
import { compareText } from '../../../text/compare-text.ts';
import { itemAt } from '../../../collections/item-at.ts';
import type { NodeEntry } from '../../../graph/nodes/entries.ts';
import { jaccard, overlapCoefficient, overlapsOf } from '../../../graph/overlaps/group-overlap.ts';
import type { Membership } from '../../../graph/catalog-graph.ts';
import type { OverlapRow, OverlapSection } from './section.ts';

/** The overlaps of roles, and those of pillars: one relationship a pair. */
export function overlapSections(membership: Membership): OverlapSection[] {
  return [roleOverlaps(membership), pillarOverlaps(membership)];
}

function roleOverlaps({ structure, entries }: Membership): OverlapSection {
  const { first, second, score, sharedWeight, totalWeight } = structure.overlaps;
  return {
    label: 'Role',
    count: first.length,
    *rows() {
      for (const [pair, ofPair] of score.entries()) {
        yield undirected(itemAt(entries.roles, itemAt(first, pair)), itemAt(entries.roles, itemAt(second, pair)), [
          ofPair,
          itemAt(sharedWeight, pair),
          itemAt(totalWeight, pair),
        ]);
      }
    },
  };
}

function pillarOverlaps(membership: Membership): OverlapSection {
  const rows = membership.entries.pillars.flatMap((pillar) =>
    overlapsOf(membership, pillar).flatMap((overlap) => {
      const other = itemAt(overlap.groups, 1);
      // Each pair comes twice, once from either pillar.
      if (compareText(other.id, pillar.id) < 0) return [];
      return undirected(pillar, other, [
        jaccard(overlap),
        overlapCoefficient(membership, overlap),
        int(overlap.sharedRoleCount),
        int(overlap.exclusiveRoles.length),
        int(overlap.unionRoleCount),
      ]);
    }),
  );
  return { label: 'Pillar', count: rows.length, rows: () => rows };
}

/** A relationship without a direction goes from the smaller id to the other, as in the GraphQL schema. */
function undirected(node: NodeEntry, other: NodeEntry, values: OverlapRow['values']): OverlapRow {
  const [start, end] = compareText(node.id, other.id) < 0 ? [node, other] : [other, node];
  return { start: start.id, end: end.id, values };
}
