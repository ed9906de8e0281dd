/** Most characters of a text in one cell of a table; CSV and JSON have the whole text. */
const mostCharacters = 240;
/** How many of them are before the first word that was searched for. */
const before = 60;

/**
 * The part of a long text that has the first of some words, with "…" for what is left out; its beginning if it has none of
 * them as they are.
 */
export function excerpt(text: string, words: readonly string[]): string {
  if (text.length <= mostCharacters) return text;
  const lower = text.toLowerCase();
  const places = words.map((word) => lower.indexOf(word.toLowerCase())).filter((place) => place >= 0);
  const place = places.length === 0 ? 0 : Math.min(...places);
  const start = place <= before ? 0 : place - before;
  const end = start + mostCharacters;
  const part = text.slice(start, end).toWellFormed().trim();
  return `${start > 0 ? '… ' : ''}${part}${end < text.length ? ' …' : ''}`;
}
