import { type Item, ownValue, positionIn } from './catalog-items.ts';
import { addUnique, searchKey, wayToOne } from './check-names.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { FindingCollector } from './finding-collector.ts';

/**
 * Checks the owner of each category, and that slugs and names are unique: a slug among the categories of its owner, a name
 * among all categories of each pillar and organization type that it belongs to.
 *
 * @returns the categories by "<owner>/<slug>"; a category with both kinds of owner under each, so that references to it
 *   are not reported, too.
 */
export function indexCategories(categories: readonly Item[], findings: FindingCollector): ReadonlyMap<string, Item> {
  const byReference = new Map<string, Item>();
  const byOwnerAndName = new Map<string, Item>();
  for (const item of categories) {
    const problem = ownerProblem((key) => ownValue(item.written, key) !== undefined);
    if (problem !== undefined) {
      const { field, message } = problem;
      findings.error(positionIn(item, ...(field === undefined ? [] : [field])), () => message);
    }
    const { pillar, organizationTypes, slug, name } = item.fields;
    const type = organizationTypes?.find((text) => text !== undefined);
    const owners = [pillar, type].filter((owner) => owner !== undefined);
    for (const owner of slug === undefined ? [] : owners) {
      const reference = `${owner}/${slug}`;
      addUnique(
        byReference,
        reference,
        item,
        ['slug'],
        findings,
        () =>
          `the category ${quoted(reference)} is given twice; give each category of ${quoted(owner)} a slug of its own`,
      );
    }
    const key = name === undefined ? undefined : searchKey(name, item, ['name'], findings);
    if (name === undefined || key === undefined) continue;
    // Two names that are the same for several owners are one finding.
    owners.every((owner) =>
      addUnique(
        byOwnerAndName,
        `${owner}/${key}`,
        item,
        ['name'],
        findings,
        (first) =>
          `${quoted(owner)} has a category of the name ${quoted(first.fields.name ?? '')} already, the same as ${quoted(name)}; ${wayToOne(first, item)}`,
      ),
    );
  }
  return byReference;
}

/** What is wrong with the owner of a category, and with which field or, if undefined, with the whole entry. */
function ownerProblem(
  has: (key: string) => boolean,
): { readonly field?: string; readonly message: string } | undefined {
  if (has('pillar')) {
    if (has('organizationTypes')) {
      const message =
        'belongs to a pillar and to organization types; expected either `pillar`, or `organizationTypes` with `relation`: remove one';
      return { message };
    }
    const message =
      '`relation` is given without `organizationTypes`; it says how roles relate to those: remove it, or replace `pillar`';
    return has('relation') ? { field: 'relation', message } : undefined;
  }
  if (has('organizationTypes')) {
    const message = 'is missing; expected "inside" or "supports" together with `organizationTypes`; add it';
    return has('relation') ? undefined : { field: 'relation', message };
  }
  const given = has('relation') ? 'has a `relation`, but no organization type' : 'belongs to nobody';
  const message = `${given}; expected either \`pillar\` with the slug of a pillar, or \`organizationTypes\` with a list of slugs and \`relation\``;
  return { message };
}
