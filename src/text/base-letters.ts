/*
 * Letters without a canonical decomposition, in lower case. These are the ones of Latin-1 and Latin Extended-A, on which Unicode
 * CLDR (the transliteration Latin-ASCII), Lucene (ASCIIFoldingFilter) and lodash (deburr) agree. Letters that are
 * written as two in other languages become their base letter only: German "ä" is "a" here, and not "ae".
 */
const baseLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ŧ: 't',
};

const undecomposed = new RegExp(`[${Object.keys(baseLetters).join('')}]`, 'gu');
const latinWithMarks = /(\p{Script=Latin})\p{M}+/gu;
/** A text in which nothing can change: most titles are ASCII, and this is much faster than to normalize them. */
const ascii = /^[\0-\x7f]*$/;

/**
 * A text in lower case with the base letters of accented Latin letters, e.g. "elan" for "élan", "lodz" for "łódź", "strasse"
 * for "straße". Marks of other scripts stay, because they distinguish letters there (Cyrillic й, Japanese が).
 *
 * @param text in lower case.
 * @returns in Unicode NFC if the text is.
 */
export function withBaseLetters(text: string): string {
  if (ascii.test(text)) return text;
  return withoutStrokes(text.normalize('NFD').replace(latinWithMarks, '$1')).normalize('NFC');
}

/** A text in lower case in which letters that do not decompose are replaced by their base letters: "ø" by "o". */
export function withoutStrokes(text: string): string {
  return text.replace(undecomposed, (letter) => baseLetters[letter] ?? letter);
}
