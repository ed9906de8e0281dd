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

/** A text as XML has it between tags and in attributes in double quotes. What XML cannot have becomes U+FFFD. */
export function xmlText(text: string): string {
  return cleanText(text).replaceAll(/[&<>"\t\n\r]/g, (character) => references[character] ?? character);
}
