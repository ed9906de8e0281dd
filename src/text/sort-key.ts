import { compareText } from './compare-text.ts';

const diacritics = /[\u0300-\u036f]/gu;

/**
 * The form in which titles and names are ordered: Unicode NFKD without the combining diacritical marks, lower case,
 * compared by UTF-16 code units. Computed once, at import, so that the order is the same on every engine and machine,
 * whatever their collation tables.
 */
export function sortKey(text: string): string {
  return text.normalize('NFKD').replace(diacritics, '').toLowerCase();
}

/** Compares by sort key, then by id, which no two nodes share: the order of roles and responsibilities. */
export function bySortKey(
  a: { readonly sortKey: string; readonly id: string },
  b: { readonly sortKey: string; readonly id: string },
): number {
  return compareText(a.sortKey, b.sortKey) || compareText(a.id, b.id);
}
