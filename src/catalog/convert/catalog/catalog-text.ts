import { cleanText } from '../../../text/clean-text.ts';
import { textKinds } from '../../text-rules.ts';

/** Marks that change the direction of writing, which a catalog refuses, and those that nobody sees. */
const directions = /[\u202A-\u202E\u2066-\u2069\u200B\uFEFF\u00AD]/g;

/** A title or name as a catalog takes it: on one line, without what nobody sees. Its length is not looked at. */
export function lineText(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Whether a title or name is too long for a catalog. */
export function isTooLong(text: string): boolean {
  return text.length > textKinds.line.most;
}

/** The beginning of a text that is too long for a name, cut between words, with "…" at its end. */
export function shortened(text: string, most: number = textKinds.line.most): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const lastSpace = cut.lastIndexOf(' ');
  // Without this, half of a surrogate pair could stay.
  return `${(lastSpace > most / 2 ? cut.slice(0, lastSpace) : cut).toWellFormed().replace(/\ufffd$/, '')}…`;
}

/** A text of several lines as a catalog takes it; undefined if nothing is left of it. */
export function proseText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const plain = visible(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .trim();
  return plain === '' ? undefined : shortened(plain, textKinds.prose.most);
}

function visible(text: string): string {
  return cleanText(text)
    .replace(/\u0085/g, '\n')
    .replace(directions, '');
}
