import { withoutStrokes } from './base-letters.ts';
import { compareText } from './compare-text.ts';

const diacritics = /[\u0300-\u036f]/gu;

/**
 * The form in which titles and names are ordered: Unicode NFKD without the combining diacritical marks, lower case, with the
 * base letters of the Latin letters that do not decompose ("ø", "ł", "ß" as "ss"), compared by UTF-16 code units. The
 * order of a catalog is made with it at import, so that it is the same on every engine and machine, whatever their
 * collation tables. If you change what it returns, raise graphFormat: stored catalogs are in the order of before.
 */
export function sortKey(text: string): string {
  return withoutStrokes(text.normalize('NFKD').replace(diacritics, '').toLowerCase());
}

/** Compares by sort key, then by id, which no two nodes share: the order of roles and responsibilities. */
export function bySortKey(
  a: { readonly sortKey: string; readonly id: string },
  b: { readonly sortKey: string; readonly id: string },
): number {
  return compareText(a.sortKey, b.sortKey) || compareText(a.id, b.id);
}
