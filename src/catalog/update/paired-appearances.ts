import { canonicalJson, entryName } from '../canonical-catalog.ts';
import type { CatalogAppearance } from '../catalog.ts';
import type { Known } from './three-way-list.ts';

/** What recognizes an appearance in another version, from the strictest to the loosest. */
const likenesses: readonly ((appearance: CatalogAppearance) => string)[] = [
  (appearance) => `${entryName(appearance)} ${wordsOf(appearance)}`,
  // A row that was inserted above moves all rows below it: what they say finds them, not their number.
  wordsOf,
  entryName,
];

/** The appearances of before, by themselves. */
export function knownAppearances(before: readonly CatalogAppearance[]): readonly Known<CatalogAppearance>[] {
  return before.map((item) => ({ id: `was ${entryName(item)}`, item }));
}

/**
 * The appearances of another version. Those of before keep their ids: first what is the same, then what says the same in another
 * place of the same source, then what stands in the same place. All of these have the same role and category.
 */
export function recognizedAppearances(
  before: readonly CatalogAppearance[],
  appearances: readonly CatalogAppearance[],
): readonly Known<CatalogAppearance>[] {
  const ids = new Map<CatalogAppearance, string>();
  let [left, unknown] = [before, appearances];
  for (const likeness of likenesses) {
    const waiting = Map.groupBy(left, (each) => `${groupOf(each)} ${likeness(each)}`);
    const taken = new Set<CatalogAppearance>();
    // From the end, since shift() would move all others.
    for (const queue of waiting.values()) queue.reverse();
    unknown = unknown.filter((each) => {
      const found = waiting.get(`${groupOf(each)} ${likeness(each)}`)?.pop();
      if (found === undefined) return true;
      taken.add(found);
      ids.set(each, `was ${entryName(found)}`);
      return false;
    });
    left = left.filter((each) => !taken.has(each));
  }
  return appearances.map((item) => ({ id: ids.get(item) ?? `new ${entryName(item)}`, item }));
}

function groupOf({ role, category, source }: CatalogAppearance): string {
  return `${category} ${role} ${source?.source ?? ''}`;
}

/** All that it says, apart from where. */
function wordsOf({ titles, responsibilities, summary, note, source }: CatalogAppearance): string {
  return canonicalJson({ titles, responsibilities, summary, note, quote: source?.quote });
}
