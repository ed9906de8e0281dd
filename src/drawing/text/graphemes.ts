const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text in which each code unit is a grapheme, as nearly all texts are: letters up to Latin Extended-A. */
const isPlain = /^[\x20-\u017f]*$/;

/** What readers take for one character, in order: a letter with its accents, a family of emoji. */
export function graphemesOf(text: string): Iterable<string> {
  if (isPlain.test(text)) return text;
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
