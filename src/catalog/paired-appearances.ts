import { canonicalJson, entryName } from './canonical-catalog.ts';
import type { CatalogAppearance } from './catalog.ts';
import { slugOfInvolvement } from './involvement.ts';

/**
 * Which appearance of an earlier catalog each one of a later catalog was. A row that is inserted into a document moves all that
 * follows, so the place alone does not tell. Within a role, category and source, appearances are paired in this order:
 *
 * 1. those that are equal, at the same place;
 * 2. those that differ only in their place;
 * 3. those at the same place that share a responsibility, or have none;
 * 4. those that share a responsibility;
 * 5. those at the same place.
 *
 * Of several that are possible, the one that comes first is taken. What has no partner was added or removed.
 *
 * @param before in the order of their places, like `after`.
 * @returns the earlier appearance by the later one.
 */
export function pairedAppearances(
  before: readonly CatalogAppearance[],
  after: readonly CatalogAppearance[],
): ReadonlyMap<CatalogAppearance, CatalogAppearance> {
  const earlier = new Set(before);
  const pairs = new Map<CatalogAppearance, CatalogAppearance>();

  /** Pairs what has a key in common. */
  const pair = (
    keysOf: (entry: CatalogAppearance) => readonly string[],
    fits: (old: CatalogAppearance, now: CatalogAppearance) => boolean = () => true,
  ): void => {
    const later = after.filter((entry) => !pairs.has(entry));
    if (earlier.size === 0 || later.length === 0) return;
    const byKey = new Map<string, CatalogAppearance[]>();
    // From last to first, so that the first is taken from the end of its list.
    for (const old of [...earlier].reverse()) {
      for (const key of keysOf(old)) {
        const found = byKey.get(key);
        if (found === undefined) byKey.set(key, [old]);
        else found.push(old);
      }
    }
    for (const now of later) {
      for (const key of keysOf(now)) {
        const candidates = byKey.get(key) ?? [];
        // Paired by another key already.
        while (candidates.length > 0 && !earlier.has(candidates[candidates.length - 1] ?? now)) candidates.pop();
        const old = candidates.at(-1);
        if (old === undefined || !fits(old, now)) continue;
        pairs.set(now, old);
        earlier.delete(old);
        break;
      }
    }
  };

  pair((entry) => [canonicalJson(entry)]);
  pair((entry) => [contentOf(entry)]);
  pair((entry) => [entryName(entry)], shareDuties);
  pair((entry) => entry.responsibilities.map((duty) => `${groupOf(entry)} ${slugOfInvolvement(duty)}`));
  pair((entry) => [entryName(entry)]);
  return pairs;
}

/** Everything but the place within the source. */
export function contentOf(entry: CatalogAppearance): string {
  const { source } = entry;
  return canonicalJson({
    ...entry,
    source: source && { ...source, line: undefined, row: undefined, anchor: undefined },
  });
}

function groupOf({ role, category, source }: CatalogAppearance): string {
  return `${category}/${role}/${source?.source ?? ''}`;
}

function shareDuties(old: CatalogAppearance, now: CatalogAppearance): boolean {
  const duties = new Set(old.responsibilities.map(slugOfInvolvement));
  if (duties.size === 0 || now.responsibilities.length === 0) return duties.size === now.responsibilities.length;
  return now.responsibilities.some((duty) => duties.has(slugOfInvolvement(duty)));
}
