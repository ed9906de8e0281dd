import { counted, inWords } from '../../../text/in-words.ts';
import { matchingKey } from '../../../text/matching-key.ts';
import { quoted } from '../../../text/quoted-text.ts';
import { isAbbreviation, isPlainTitle } from '../title-words.ts';

/** What letters besides R, A, C, I and S mean in tables that do not explain them. A catalog has no word for these. */
const usualMeanings: Readonly<Record<string, string>> = {
  V: 'verifies',
  Q: 'reviews the quality',
  O: 'is left out of the loop',
  L: 'leads',
  P: 'participates or performs',
  D: 'drives or decides',
  E: 'executes',
  F: 'facilitates',
  X: 'is involved',
};

/** Why a cell is not read, and what to do. */
export function whyUnread(cell: string): string {
  if (!/^\p{L}$/u.test(cell)) return 'a cell that is none of R, A, C, I and S';
  const letter = cell.toUpperCase();
  const usual = usualMeanings[letter];
  const means = usual === undefined ? 'is none of R, A, C, I and S' : `often means that somebody ${usual}`;
  return `the letter ${letter}, which ${means}; to have it read, explain it in a legend, for example "${letter} = Consulted"`;
}

/** Counts activities, to say which a table has several times. */
export class DutyCounts {
  readonly #byKey = new Map<string, { readonly name: string; count: number }>();

  add(name: string): void {
    const key = matchingKey(name);
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, { name, count: 1 });
    else known.count++;
  }

  remarks(): readonly string[] {
    const repeated = [...this.#byKey.values()].filter(({ count }) => count > 1);
    if (repeated.length === 0) return [];
    const [first] = repeated;
    return repeated.length === 1
      ? [`The activity ${quoted(first?.name ?? '')} has several rows, and becomes one responsibility.`]
      : [
          `${counted(repeated.length, 'activity', 'activities')} have several rows each (for example, ${quoted(first?.name ?? '')}), and become one responsibility each.`,
        ];
  }
}

const fullName = /^\p{Lu}[\p{Ll}\p{M}'’-]+(?:\s\p{Lu}\.)?(?:\s(?:van|von|de|der|la|di|da))*\s\p{Lu}[\p{L}\p{M}'’-]+$/u;
/** Words of what departments and teams are called, which look like names otherwise. */
const ofGroups =
  /\b(?:team|desk|service|services|management|office|board|support|security|operations|operation|department|group|unit|centre|center|committee|development|engineering|quality|business|project|product|data|cloud|network|human|resources|finance|sales|marketing|legal|risk|change|release|customer|client|vendor|supplier|application|system|systems|database|role|user|users|audit|level)\b/iu;

/** Says so where most headings look like names of people. */
export function personRemarks(headings: readonly string[]): readonly string[] {
  const people = headings.filter(
    (heading) =>
      fullName.test(heading) && !isPlainTitle(heading) && !isAbbreviation(heading) && !ofGroups.test(heading),
  );
  if (people.length < 2 || 2 * people.length <= headings.length) return [];
  return [
    `The headings ${inWords(people.slice(0, 3).map(quoted))} look like names of people. They are taken as roles; write titles of roles into the heading, because a catalog should not hold names of people.`,
  ];
}
