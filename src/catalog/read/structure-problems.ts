import { mostKeys, mostNesting } from '../document-limits.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';

/* Messages about the structure of a document, the same for YAML and JSON. */

export function duplicateKey(key: string): string {
  return `the key ${quoted(key)} is given twice in one mapping; remove one, or merge the two`;
}

export function tooDeep(): string {
  return `nested deeper than ${mostNesting} lists and mappings; a catalog needs 4, at most ${mostNesting} are accepted`;
}

export function tooManyKeys(): string {
  return `a mapping with more than ${grouped(mostKeys)} keys, the limit for one mapping; entries belong in lists ("- slug: …")`;
}
