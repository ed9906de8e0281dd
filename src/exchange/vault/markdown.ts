import { cleanText } from '../../text/clean-text.ts';

/** What Markdown or Obsidian may take for a mark: a backslash before it makes it a character. */
const marks = /[\\`*_[\]|~#$%=^<>&]/g;

/** A text on one line that shows as it is. */
export function inlineText(text: string): string {
  return cleanText(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(marks, String.raw`\$&`)
    .replace(/^(\d+)([.)])(?=\s|$)/, String.raw`$1\$2`)
    .replace(/^([-+])/, String.raw`\$1`);
}

/** Paragraphs and lists of a summary; everything else in it shows as it is. */
export function blockText(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => (line.startsWith('- ') ? `- ${inlineText(line.slice(2))}` : inlineText(line)))
    .join('\n');
}

/** A link to a note of the vault. Its text cannot have brackets and bars, not even after a backslash. */
export function wikiLink(path: string, text: string): string {
  const shown = cleanText(text).replaceAll(/\s+/g, ' ').replaceAll('[', '(').replaceAll(']', ')').replaceAll('|', '/');
  return `[[${path}|${shown}]]`;
}

/** A link to a page. */
export function pageLink(url: string, text: string): string {
  const target = cleanText(url).replaceAll(/[\s<>()\\]/g, (character) => percentEncoded(character));
  return `[${inlineText(text)}](${target})`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
