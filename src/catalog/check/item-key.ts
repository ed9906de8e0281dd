import { retiredEntry } from '../retired-entry.ts';
import { placeHash, placeKey, type PlacedEntry } from '../place.ts';
import { isMapping, type Item, ownValue } from './catalog-items.ts';

/**
 * What identifies an item in its list: its slug; "<owner>/<slug>" of a category; role, category and place of an appearance;
 * list and slug of what was retired. Undefined if one of them is missing or invalid.
 */
export function itemKey(item: Item): string | undefined {
  if (item.list === 'appearances') {
    const placed = placedEntry(item);
    if (placed === undefined) return undefined;
    const { role, category, source } = placed;
    return `${category}/${role}/${placeKey(source?.source, source?.line ?? 0, placeHash(placed))}`;
  }
  if (item.list === 'retired') {
    const given = retiredEntry(item.fields);
    return given && `${given.list}/${given.slug}`;
  }
  const { slug, pillar, organizationTypes } = item.fields;
  if (item.list !== 'categories' || slug === undefined) return slug;
  const owner = pillar ?? organizationTypes?.[0];
  return owner === undefined ? undefined : `${owner}/${slug}`;
}

/** An appearance whose place is given as far as it goes; undefined if something in it is wrong, which has been reported. */
export function placedEntry({ fields, written }: Item): PlacedEntry | undefined {
  const { role, category, source: { source, ...position } = {} } = fields;
  const titles = fields.titles?.filter((title) => title !== undefined) ?? [];
  if (role === undefined || category === undefined) return undefined;
  const given = ownValue(written, 'source');
  if (given === undefined) return { role, category, titles };
  if (source === undefined || !isMapping(given)) return undefined;
  const isWhole = (['line', 'row', 'anchor'] as const).every(
    (key) => position[key] !== undefined || ownValue(given, key) === undefined,
  );
  return isWhole ? { role, category, titles, source: { source, ...position } } : undefined;
}
