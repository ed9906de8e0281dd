import { withBaseLetters } from '../../text/base-letters.ts';

/** The words of a text in lower case, without accents, numbers and signs: of "Tätigkeit 1" only "tatigkeit". */
export function plainWords(text: string): readonly string[] {
  return withBaseLetters(text.normalize('NFC').toLowerCase())
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
