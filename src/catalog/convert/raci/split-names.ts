import { isNothing } from '../split-duties.ts';
import { isAbbreviation, isPlainTitle } from '../title-words.ts';

/** What separates names in a cell; commas inside brackets do not, and a slash may be part of a title. */
const separators = /\s*(?:[,;\n]|\s\+\s)\s*(?![^(]*\))/;
const conjunctions = /\s+(?:and|&|und|et|y|e|en)\s+/i;

/**
 * The names in a cell. "and" separates them only if each stands alone elsewhere, or is plainly a title by itself: "Security and
 * Compliance Manager" may be one.
 *
 * @param alone the texts of all cells with names.
 */
export function splitNames(cell: string, alone: ReadonlySet<string>): readonly string[] {
  const names = cell
    .split(separators)
    .map((name) => name.replace(/^(?:[-•*–]|and|und|et|y)\s+/, '').trim())
    .filter((name) => /\p{L}/u.test(name) && !isNothing(name));
  return names.flatMap((name) => {
    const parts = name.split(conjunctions);
    const isSplit =
      parts.length > 1 && parts.every((part) => alone.has(part) || isPlainTitle(part) || isAbbreviation(part));
    return isSplit ? parts : [name];
  });
}
