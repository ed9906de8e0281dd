import { mostKeys, mostNesting } from '../document-limits.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';

/* What is said of a document's structure, the same for YAML and JSON. */

export function duplicateKey(key: string): string {
  return `the key ${quoted(key)} is given twice in one mapping; remove one, or merge the two`;
}

export function tooDeep(): string {
  return `nested deeper than ${mostNesting} lists and mappings; a catalog needs 4, at most ${mostNesting} are read`;
}

export function tooManyKeys(): string {
  return `a mapping with more than ${grouped(mostKeys)} keys, the most that are read; entries belong into lists ("- slug: …")`;
}
