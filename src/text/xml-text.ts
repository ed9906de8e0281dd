import { cleanText } from './clean-text.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Parsers replace line breaks and tabs in attributes by spaces, and CR everywhere, unless they are references.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Nothing that is replaced, as in most texts: letters and signs without those that XML gives a meaning. */
const isPlain = /^[^&<>"\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]*$/;

/** A text as XML has it between tags and in attributes in double quotes. What XML cannot have becomes U+FFFD. */
export function xmlText(text: string): string {
  if (isPlain.test(text)) return text;
  return cleanText(text).replaceAll(/[&<>"\t\n\r]/g, (character) => references[character] ?? character);
}
