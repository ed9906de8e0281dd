import type { EvidenceLine } from '../../state/questions/evidence-fields.ts';
import type { Cell } from '../../state/table.ts';

/** A line of a source as cells of a table: its document, its line or row, and its words. */
export function lineCells({ source, summary, note }: Omit<EvidenceLine, 'id' | 'titles'>): readonly Cell[] {
  return [source?.source.slug ?? null, source?.line ?? source?.row ?? null, source?.quote ?? summary ?? note];
}
