import type { TeamLine } from './team-file.ts';

/** A comment takes a whole line, or has spaces around its "#": C# and "Engineer #2" contain none. */
const comment = /^#.*$|\s#(\s.*)?$/u;

/**
 * Roles, one per line, without blank lines and comments.
 *
 * @param name of the file, for positions.
 */
export function roleLines(text: string, name: string): readonly TeamLine[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ text: line.trim().replace(comment, '').trim(), position: `${name}:${index + 1}` }))
    .filter(({ text: given }) => given !== '');
}
