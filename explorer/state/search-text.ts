import { hasLetterOrDigit, maxQueryLength } from '../../src/graph/search/searchable-text.ts';

/** The text to search for if no node has the name or the slug in an address; null if there is nothing to search for. */
export function searchTextOf(name: string): string | null {
  const text = name
    .replaceAll(/[-_/]+/g, ' ')
    .trim()
    .slice(0, maxQueryLength);
  return hasLetterOrDigit(text) ? text : null;
}
