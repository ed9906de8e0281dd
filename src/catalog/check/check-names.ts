import type { Item } from './catalog-items.ts';
import { ownValue, placeIn, soundText, soundTexts } from './catalog-items.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { Remarks } from './remarks.ts';
import { firstGiven } from './remarks.ts';

/** The items by slug; a slug that is used twice is reported, and stands for the first. */
export function indexSlugs(items: readonly Item[], remarks: Remarks): ReadonlyMap<string, Item> {
  const bySlug = new Map<string, Item>();
  for (const item of items) {
    const slug = soundText(item, 'slug', 'slug');
    if (slug === undefined) continue;
    const first = bySlug.get(slug);
    if (first === undefined) {
      bySlug.set(slug, item);
      continue;
    }
    const see = firstGiven(placeIn(first, 'slug'));
    remarks.error(
      placeIn(item, 'slug'),
      () => `the slug ${quoted(slug)} is used twice in ${item.list}; give each its own`,
      see,
    );
  }
  return bySlug;
}

/** Pillars and organization types are both owners of categories, told apart by their slug alone. */
export function checkSharedSlugs(
  pillars: ReadonlyMap<string, Item>,
  organizationTypes: ReadonlyMap<string, Item>,
  remarks: Remarks,
): void {
  for (const [slug, item] of organizationTypes) {
    const pillar = pillars.get(slug);
    if (pillar === undefined) continue;
    remarks.error(
      placeIn(item, 'slug'),
      () =>
        `the slug ${quoted(slug)} is a pillar's too; pillars and organization types share one set of slugs: change one`,
      { what: 'pillar given', place: placeIn(pillar, 'slug') },
    );
  }
}

/** The items by the matching key of their name or title; two that are equal by it, and empty keys, are reported. */
export function indexNames(
  items: readonly Item[],
  field: 'name' | 'title',
  remarks: Remarks,
): ReadonlyMap<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const name = soundText(item, field, 'line');
    if (name === undefined) continue;
    const key = matchingKey(name);
    const first = byKey.get(key);
    if (key === '') {
      remarks.error(placeIn(item, field), () => emptyKey(name));
    } else if (first === undefined) {
      byKey.set(key, item);
    } else {
      const see = firstGiven(placeIn(first, field));
      const kind = field === 'title' ? 'title of a role' : `name in ${item.list}`;
      remarks.error(
        placeIn(item, field),
        () =>
          `${quoted(name)} is the same ${kind} as ${quoted(soundText(first, field, 'line') ?? '')} (case, spacing, punctuation and parts in brackets do not count); rename or merge one`,
        see,
      );
    }
  }
  return byKey;
}

/** What is said of a title or name that could never be found. */
export function emptyKey(text: string): string {
  return `${quoted(text)} has nothing to be found by; expected at least one letter, digit, "+" or "#" outside brackets`;
}

/** Reports a text that a list holds more than once, and in `alternateTitles` the role's own title. */
export function checkRepeats(item: Item, list: string, kind: 'line' | 'slug', remarks: Remarks): void {
  const values = ownValue(item.fields, list);
  const title = list === 'alternateTitles' ? soundText(item, 'title', 'line') : undefined;
  // Of most lists the only entry: what is alone repeats nothing.
  if (!Array.isArray(values) || (values.length < 2 && title === undefined)) return;
  if (new Set(values).add(title).size > values.length) return;

  const seen = new Map<string, (string | number)[]>();
  if (title !== undefined) seen.set(title, ['title']);
  for (const { text, at } of soundTexts(item, list, kind)) {
    const first = seen.get(text);
    if (first === undefined) seen.set(text, [list, at]);
    else
      remarks.error(
        placeIn(item, list, at),
        () => `${quoted(text)} is given twice here; remove one`,
        firstGiven(placeIn(item, ...first)),
      );
  }
}
