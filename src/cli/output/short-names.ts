import { itemAt } from '../../collections/item-at.ts';

/** A role, as a heading needs it. */
interface Titled {
  readonly label: string;
  readonly alternateTitles: readonly string[];
}

/** The longest alternate title that is taken for an abbreviation. */
const longestAbbreviation = 5;

/** How many letters of the first and of the last word tell two roles apart, tried in this order. */
const longerForms = [
  [2, 1],
  [1, 2],
  [2, 2],
  [3, 1],
  [1, 3],
  [3, 3],
  [4, 4],
] as const;

/**
 * A short name for each of some roles, for the headings of narrow columns; no two are equal. An abbreviation that the catalog
 * has as an alternate title ("SRE", "CISO"), or else the first letters of the words. Roles that would have the same get more
 * letters of a word ("SAn" and "SAr" for Security Analyst and Security Architect), or else numbers.
 */
export function shortNames(roles: readonly Titled[]): readonly string[] {
  const names = roles.map((role) => abbreviationOf(role) ?? initialsOf(role.label, 1, 1));
  for (const name of new Set(names)) {
    const equal = roles.flatMap((_, index) => (names[index] === name ? [index] : []));
    if (equal.length === 1) continue;
    const others = new Set(names.filter((each) => each !== name));
    const forms = longerForms.map(([first, last]) =>
      equal.map((index) => initialsOf(itemAt(roles, index).label, first, last)),
    );
    const apart = forms.find((form) => new Set(form).size === form.length && !form.some((each) => others.has(each)));
    equal.forEach((index, at) => (names[index] = apart?.[at] ?? `${name}${at + 1}`));
  }
  return unique(names);
}

/** What is still equal gets numbers. */
function unique(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
    taken.add(free);
    return free;
  });
}

/** The shortest alternate title that is an abbreviation: capital letters and digits only. */
function abbreviationOf({ alternateTitles }: Titled): string | undefined {
  return alternateTitles
    .filter((title) => title.length <= longestAbbreviation && /^[\p{Lu}\p{N}]+$/u.test(title))
    .reduce<string | undefined>(
      (least, each) => (least === undefined || each.length < least.length ? each : least),
      undefined,
    );
}

/**
 * The first letter of each word, and more of the first and the last; short words with a digit as they are ("EL3" for "Engineer
 * (L3)"), and none of small words ("HoO" would be no better than "HO" for Head of Operations).
 */
function initialsOf(label: string, ofFirst: number, ofLast: number): string {
  const words = (label.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [label]).filter((word, index) => index === 0 || !isSmall(word));
  return words
    .map((word, index) => {
      if (/\p{N}/u.test(word) && word.length <= 3) return word;
      const letters = index === 0 ? ofFirst : index === words.length - 1 ? ofLast : 1;
      const [first = '', ...rest] = word;
      return first.toLocaleUpperCase('en-US') + rest.slice(0, letters - 1).join('');
    })
    .join('');
}

/** Whether a word is one like "of" and "and". */
function isSmall(word: string): boolean {
  return word.length <= 3 && /^\p{Ll}+$/u.test(word);
}
