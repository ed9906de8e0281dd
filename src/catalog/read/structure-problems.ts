import { MOST_KEYS, MOST_NESTING } from '../document-limits.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';

/* What is said of a document's structure, the same for YAML and JSON. */

export function duplicateKey(key: string): string {
  return `the key ${quoted(key)} is given twice in one mapping; remove one, or merge the two`;
}

export function tooDeep(): string {
  return `nested deeper than ${MOST_NESTING} lists and mappings; a catalog needs 4, at most ${MOST_NESTING} are read`;
}

export function tooManyKeys(): string {
  return `a mapping with more than ${grouped(MOST_KEYS)} keys, the most that are read; entries belong into lists ("- slug: …")`;
}
