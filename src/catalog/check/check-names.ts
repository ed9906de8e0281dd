import { type Item, type ListField, positionIn } from './catalog-items.ts';
import type { DocumentPath } from '../document-path.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import { firstGiven, type FindingCollector } from './finding-collector.ts';

/**
 * Adds an item to an index whose keys must be unique. If another item has the key, reports this one.
 *
 * @param path leads to what makes the key, inside both items.
 * @returns whether the key was free.
 */
export function addUnique(
  index: Map<string, Item>,
  key: string,
  item: Item,
  path: DocumentPath,
  findings: FindingCollector,
  describe: (first: Item) => string,
): boolean {
  const first = index.get(key);
  if (first === undefined) index.set(key, item);
  if (first === undefined || first === item) return true;
  findings.error(positionIn(item, ...path), () => describe(first), firstGiven(positionIn(first, ...path)));
  return false;
}

/** The items by slug. A slug that is used twice is reported, and refers to the first. */
export function indexSlugs(items: readonly Item[], findings: FindingCollector): ReadonlyMap<string, Item> {
  const bySlug = new Map<string, Item>();
  for (const item of items) {
    const { slug } = item.fields;
    if (slug === undefined) continue;
    addUnique(
      bySlug,
      slug,
      item,
      ['slug'],
      findings,
      () => `the slug ${quoted(slug)} is used twice in ${item.list}; give each its own`,
    );
  }
  return bySlug;
}

/** Reports slugs that a pillar and an organization type share: both own categories and are identified by slug alone. */
export function checkSharedSlugs(
  pillars: ReadonlyMap<string, Item>,
  organizationTypes: ReadonlyMap<string, Item>,
  findings: FindingCollector,
): void {
  for (const [slug, item] of organizationTypes) {
    const pillar = pillars.get(slug);
    if (pillar === undefined) continue;
    findings.error(
      positionIn(item, 'slug'),
      () =>
        `the slug ${quoted(slug)} is a pillar's too; pillars and organization types share one set of slugs: change one`,
      { what: 'pillar given', position: positionIn(pillar, 'slug') },
    );
  }
}

/** The items by the matching key of their name or title. Equal keys and empty keys are reported. */
export function indexNames(
  items: readonly Item[],
  field: 'name' | 'title',
  findings: FindingCollector,
): ReadonlyMap<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const name = item.fields[field];
    const key = name === undefined ? undefined : searchKey(name, item, [field], findings);
    if (name === undefined || key === undefined) continue;
    const kind = field === 'title' ? 'title of a role' : `name in ${item.list}`;
    addUnique(
      byKey,
      key,
      item,
      [field],
      findings,
      (first) =>
        `${quoted(name)} is the same ${kind} as ${quoted(first.fields[field] ?? '')} (case, spacing, punctuation and parts in brackets do not count); rename or merge one`,
    );
  }
  return byKey;
}

/** The matching key of a title or name at a path in an item. If it is empty, reports that no search could find the text. */
export function searchKey(
  text: string,
  item: Item,
  path: DocumentPath,
  findings: FindingCollector,
): string | undefined {
  const key = matchingKey(text);
  if (key !== '') return key;
  findings.error(
    positionIn(item, ...path),
    () =>
      `${quoted(text)} has nothing to be found by; expected at least one letter, digit, "+" or "#" outside brackets`,
  );
  return undefined;
}

/** Reports texts that a list contains more than once, and in `alternateTitles` the title of the role itself. */
export function checkRepeats(item: Item, list: ListField, findings: FindingCollector): void {
  const values = item.fields[list] ?? [];
  const title = list === 'alternateTitles' ? item.fields.title : undefined;
  // A shortcut: most lists have one entry.
  if (values.length < 2 && title === undefined) return;
  if (new Set(values).add(title).size > values.length) return;

  const seen = new Map<string, DocumentPath>();
  if (title !== undefined) seen.set(title, ['title']);
  for (const [index, text] of values.entries()) {
    if (text === undefined) continue;
    const first = seen.get(text);
    if (first === undefined) {
      seen.set(text, [list, index]);
      continue;
    }
    findings.error(
      positionIn(item, list, index),
      () => `${quoted(text)} is given twice here; remove one`,
      firstGiven(positionIn(item, ...first)),
    );
  }
}

/** A Map can hold 16.7 million keys. Titles beyond this number are not compared with each other. */
const mostCompared = 10_000_000;

/**
 * Checks the alternate titles: no title may be repeated in its role, and each needs a matching key. Warns about titles
 * that are ambiguous between roles.
 *
 * @param byTitle the roles by the matching key of their own title.
 */
export function checkAlternateTitles(
  roles: readonly Item[],
  byTitle: ReadonlyMap<string, Item>,
  findings: FindingCollector,
): void {
  const firstByKey = new Map<string, { readonly role: Item; readonly index: number }>();
  for (const role of roles) {
    checkRepeats(role, 'alternateTitles', findings);
    for (const [index, text] of (role.fields.alternateTitles ?? []).entries()) {
      if (text === undefined) continue;
      const position = positionIn(role, 'alternateTitles', index);
      const key = searchKey(text, role, ['alternateTitles', index], findings);
      if (key === undefined) continue;
      const owner = byTitle.get(key);
      if (owner !== undefined && owner !== role) {
        findings.warning(
          position,
          () => `${quoted(text)} is the title of the role ${nameOf(owner)}, which is the one that it finds`,
          { what: 'title given', position: positionIn(owner, 'title') },
        );
      }
      const first = firstByKey.get(key);
      if (first !== undefined && first.role !== role) {
        findings.warning(
          position,
          () => `${quoted(text)} is an alternate title of the role ${nameOf(first.role)} too; looking it up finds both`,
          firstGiven(positionIn(first.role, 'alternateTitles', first.index)),
        );
      } else if (first === undefined && firstByKey.size < mostCompared) {
        firstByKey.set(key, { role, index });
      }
    }
  }
}

function nameOf(role: Item): string {
  return quoted(role.fields.slug ?? role.fields.title ?? `roles[${role.index}]`);
}
