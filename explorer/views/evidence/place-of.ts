import type { EvidenceLine } from '../../state/questions/evidence-fields.ts';
import { words } from '../../words/words.ts';

/** Where a line stands, e.g. "001, line 37"; null if the catalog gives no source for it. */
export function placeOf({ source }: Pick<EvidenceLine, 'source'>): string | null {
  return source === null ? null : words.evidence.place(source.source.slug, source.line, source.row);
}
