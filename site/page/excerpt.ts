export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** How many characters are shown before the first match, and in all. */
const before = 40;
const length = 160;

/**
 * A text around the first word of it that matches, in pieces.
 *
 * @param stems of the words that match, in lower case.
 */
export function excerptOf(text: string, stems: readonly string[]): readonly Piece[] {
  const longestFirst = stems.toSorted((a, b) => b.length - a.length);
  // The stem of "category" is "categori".
  const patterns = longestFirst.map((stem) => `${RegExp.escape(stem).replace(/i$/, '[iy]')}[\\p{L}\\p{N}]*`);
  const pattern = new RegExp(`((?<![\\p{L}\\p{N}])(?:${patterns.join('|')}))`, 'iu');
  const at = stems.length === 0 ? 0 : Math.max(text.search(pattern), 0);
  const start = at <= before ? 0 : text.lastIndexOf(' ', at - before) + 1;
  const end = start + length >= text.length ? text.length : text.lastIndexOf(' ', start + length);
  const shown = `${start > 0 ? '… ' : ''}${text.slice(start, Math.max(end, start))}${end < text.length ? ' …' : ''}`;
  if (stems.length === 0) return [{ text: shown, isMatch: false }];
  // With a group in the pattern, every second part is what matched.
  return shown
    .split(pattern)
    .map((piece, index) => ({ text: piece, isMatch: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
