import { withBaseLetters } from './base-letters.ts';

const ignored = /[^\p{L}\p{M}\p{Nd}+#]/gu;

const closing = /[)\]]/u;
/** Whether a text may have a closing bracket once it is in NFKC. Most titles have not, and are not normalized to find out. */
const mayClose = /[)\]]|[^\0-\x7f]/u;

/**
 * The form in which titles and names are compared, so that "database  administrator" finds Database-Administrator: Unicode
 * NFKC, lower case, the base letters of accented Latin letters, "ss" for "ß", "&" read as "and", and of the rest only
 * letters, marks, digits, "+" and "#" (as in C++ and C#). What stands in brackets is kept: "Engineer (L3)" and "Engineer
 * (L4)" have different keys. Takes time in proportion to the text.
 *
 * @returns the key; empty if nothing of the text is compared, e.g. for "—".
 */
export function matchingKey(text: string): string {
  return withBaseLetters(text.normalize('NFKC').toLowerCase().replaceAll('&', 'and').replace(ignored, ''));
}

/** The matching keys of the parts of a text that has brackets. */
export interface BracketKeys {
  /** Of what stands outside all brackets: "databaseadministrator" for "Database Administrator (DBA)". May be empty. */
  readonly outside: string;
  /** Of what stands in each of the outermost brackets, e.g. "dba"; empty ones left out. */
  readonly inside: readonly string[];
}

/** The keys of the parts of a text; undefined if it has no pair of round or square brackets. */
export function bracketKeys(text: string): BracketKeys | undefined {
  if (!mayClose.test(text)) return undefined;
  const plain = text.normalize('NFKC');
  const pairs = outermostPairs(plain);
  if (pairs.length === 0) return undefined;
  const ends = [0, ...pairs.map(({ end }) => end + 1)];
  const outside = ends.map((start, index) => plain.slice(start, pairs[index]?.start)).join('');
  const inside = pairs.map(({ start, end }) => matchingKey(plain.slice(start + 1, end)));
  return { outside: matchingKey(outside), inside: inside.filter((key) => key !== '') };
}

/** The pairs of brackets that are in no other pair, in their order. An unmatched bracket is an ordinary character. */
function outermostPairs(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!closing.test(text)) return [];
  const pairs: { readonly start: number; readonly end: number }[] = [];
  const openings: { readonly closedBy: string; readonly start: number }[] = [];
  const openCount = new Map([
    [')', 0],
    [']', 0],
  ]);
  const count = (bracket: string, step: number) => openCount.set(bracket, (openCount.get(bracket) ?? 0) + step);
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === '(' || character === '[') {
      const closedBy = character === '(' ? ')' : ']';
      openings.push({ closedBy, start: index });
      count(closedBy, 1);
    } else if ((openCount.get(character) ?? 0) > 0) {
      for (let opening = openings.pop(); opening !== undefined; opening = openings.pop()) {
        count(opening.closedBy, -1);
        if (opening.closedBy !== character) continue;
        while ((pairs.at(-1)?.start ?? -1) > opening.start) pairs.pop();
        pairs.push({ start: opening.start, end: index });
        break;
      }
    }
  }
  return pairs;
}
