import type { Item } from './catalog-items.ts';
import { ownValue, placeIn, soundText, soundTexts } from './catalog-items.ts';
import { emptyKey } from './check-names.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { Remarks } from './remarks.ts';
import { firstGiven } from './remarks.ts';

/**
 * Checks whose each category is, and that slugs and names are unique where they have to be: a slug among the categories
 * of its owner, a name among all categories of each pillar and organization type that has it.
 *
 * @returns the categories by "<owner>/<slug>"; one of both kinds under either, so that references to it are no errors.
 */
export function indexCategories(categories: readonly Item[], remarks: Remarks): ReadonlyMap<string, Item> {
  const byReference = new Map<string, Item>();
  const byOwnerAndName = new Map<string, Item>();
  for (const item of categories) {
    checkOwner(item, remarks);
    const pillar = soundText(item, 'pillar', 'slug');
    const [type] = soundTexts(item, 'organizationTypes', 'slug');
    const slug = soundText(item, 'slug', 'slug');
    const owners = [pillar, type?.text].filter((owner) => owner !== undefined);
    for (const owner of slug === undefined ? [] : owners) {
      const reference = `${owner}/${slug}`;
      const first = byReference.get(reference);
      if (first === undefined) byReference.set(reference, item);
      else if (first !== item) {
        remarks.error(
          placeIn(item, 'slug'),
          () =>
            `the category ${quoted(reference)} is given twice; give each category of ${quoted(owner)} a slug of its own`,
          firstGiven(placeIn(first, 'slug')),
        );
      }
    }
    checkName(item, owners, byOwnerAndName, remarks);
  }
  return byReference;
}

function checkOwner(item: Item, remarks: Remarks): void {
  const has = (key: string): boolean => ownValue(item.fields, key) !== undefined;
  if (has('pillar') && has('organizationTypes')) {
    remarks.error(
      placeIn(item),
      () =>
        'belongs to a pillar and to organization types; expected either `pillar`, or `organizationTypes` with `relation`: remove one',
    );
  } else if (has('pillar') && has('relation')) {
    remarks.error(
      placeIn(item, 'relation'),
      () =>
        '`relation` is given without `organizationTypes`; it says how roles relate to those: remove it, or replace `pillar`',
    );
  } else if (!has('pillar') && !has('organizationTypes')) {
    const given = has('relation') ? 'has a `relation`, but no organization type' : 'belongs to nobody';
    remarks.error(
      placeIn(item),
      () =>
        `${given}; expected either \`pillar\` with the slug of a pillar, or \`organizationTypes\` with a list of slugs and \`relation\``,
    );
  } else if (has('organizationTypes') && !has('relation')) {
    remarks.error(
      placeIn(item, 'relation'),
      () => 'is missing; expected "inside" or "supports" beside `organizationTypes`; add it',
    );
  }
}

function checkName(item: Item, owners: readonly string[], byOwnerAndName: Map<string, Item>, remarks: Remarks): void {
  const name = soundText(item, 'name', 'line');
  if (name === undefined) return;
  const key = matchingKey(name);
  if (key === '') {
    remarks.error(placeIn(item, 'name'), () => emptyKey(name));
    return;
  }
  let reported = false;
  for (const owner of owners) {
    const first = byOwnerAndName.get(`${owner}/${key}`);
    if (first === undefined) byOwnerAndName.set(`${owner}/${key}`, item);
    else if (first !== item && !reported) {
      reported = true;
      remarks.error(
        placeIn(item, 'name'),
        () =>
          `${quoted(owner)} has a category of the name ${quoted(soundText(first, 'name', 'line') ?? '')} already, the same as ${quoted(name)}; rename or merge one`,
        firstGiven(placeIn(first, 'name')),
      );
    }
  }
}
