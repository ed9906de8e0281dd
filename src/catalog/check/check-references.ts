import type { ListName } from '../catalog.ts';
import {
  isValidText,
  type Item,
  type Items,
  ownValue,
  positionIn,
  validText,
  validTexts,
  writtenSource,
} from './catalog-items.ts';
import type { DocumentPath } from '../document-path.ts';
import { suggestion } from '../../text/nearest-text.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { FindingCollector } from './finding-collector.ts';
import type { TextKind } from '../text-rules.ts';

/** The entries of each list by what refers to them: slug, or "<owner>/<slug>". */
export type KnownEntries = Readonly<Record<ListName, ReadonlyMap<string, Item>>>;

const kinds: Readonly<Record<ListName, string>> = {
  sources: 'source',
  pillars: 'pillar',
  organizationTypes: 'organization type',
  categories: 'category',
  topics: 'topic',
  responsibilities: 'responsibility',
  roles: 'role',
  appearances: 'appearance',
};

/**
 * Reports every reference to an entry that the catalog does not have.
 *
 * @param completeLists the lists that are known in full; references to other lists are not reported.
 *
 * @returns the entries that appearances refer to.
 */
export function checkReferences(
  items: Items,
  known: KnownEntries,
  completeLists: ReadonlySet<ListName>,
  findings: FindingCollector,
): ReadonlySet<Item> {
  const named = new Set<Item>();
  const check = (list: ListName, slug: unknown, kind: TextKind, item: Item, steps: () => DocumentPath): void => {
    const found = typeof slug === 'string' ? known[list].get(slug) : undefined;
    if (found !== undefined) {
      if (item.list === 'appearances') named.add(found);
    } else if (completeLists.has(list) && isValidText(slug, kind)) {
      findings.error(positionIn(item, ...steps()), () => unknownReference(list, slug, known));
    }
  };
  const checkField = (list: ListName, item: Item, key: string, kind: TextKind): void => {
    check(list, ownValue(item.fields, key), kind, item, () => [key]);
  };
  const checkAll = (list: ListName, item: Item, key: string): void => {
    const slugs = ownValue(item.fields, key);
    if (!Array.isArray(slugs)) return;
    for (let at = 0; at < slugs.length; at++) check(list, slugs[at], 'slug', item, () => [key, at]);
  };
  for (const item of items.categories) {
    checkField('pillars', item, 'pillar', 'slug');
    checkAll('organizationTypes', item, 'organizationTypes');
  }
  for (const item of items.responsibilities) checkAll('topics', item, 'topics');
  for (const item of items.appearances) {
    checkField('roles', item, 'role', 'slug');
    checkField('categories', item, 'category', 'reference');
    check('sources', writtenSource(item).source, 'slug', item, () => ['source', 'source']);
    checkAll('responsibilities', item, 'responsibilities');
  }
  return named;
}

function unknownReference(list: ListName, slug: string, known: KnownEntries): string {
  const kind = kinds[list];
  const unknown = `unknown ${kind} ${quoted(slug)}`;
  const other = list === 'pillars' ? 'organizationTypes' : list === 'organizationTypes' ? 'pillars' : undefined;
  if (other !== undefined && known[other].has(slug)) {
    return `${unknown}: it is a${other === 'pillars' ? ' pillar' : 'n organization type'}; refer to it as \`${other === 'pillars' ? 'pillar' : other}\``;
  }
  const form =
    list === 'categories'
      ? '"<owner>/<slug>" of a category'
      : `the slug of ${list === 'organizationTypes' ? 'an' : 'a'} ${kind}`;
  const owned = list === 'categories' ? categoryUnderItsOwner(slug, known.categories) : undefined;
  const meant = owned === undefined ? suggestion(slug, known[list].keys()) : ` (did you mean ${quoted(owned)}?)`;
  return `${unknown}${meant}; expected ${form} in \`${list}\`; correct it, or add it there`;
}

/** Finds a category that was referred to by an organization type other than its owner, the first one. */
function categoryUnderItsOwner(reference: string, categories: ReadonlyMap<string, Item>): string | undefined {
  const [owner, slug] = reference.split('/');
  for (const [known, item] of categories) {
    if (validText(item, 'slug', 'slug') !== slug) continue;
    if (validTexts(item, 'organizationTypes', 'slug').some(({ text }) => text === owner)) return known;
  }
  return undefined;
}

/**
 * Warns about entries that a catalog without errors defines but does not use.
 *
 * @param named the entries that appearances refer to.
 */
export function checkUsage(
  items: Items,
  named: ReadonlySet<Item>,
  known: KnownEntries,
  findings: FindingCollector,
): void {
  const topics = new Set<Item>();
  for (const item of items.responsibilities) {
    if (!named.has(item)) continue;
    for (const { text } of validTexts(item, 'topics', 'slug')) {
      const topic = known.topics.get(text);
      if (topic !== undefined) topics.add(topic);
    }
  }
  const warn = (list: 'roles' | 'responsibilities' | 'topics', used: ReadonlySet<Item>, message: string): void => {
    for (const item of items[list]) {
      if (used.has(item)) continue;
      const slug = validText(item, 'slug', 'slug') ?? '';
      findings.warning(positionIn(item), () => `${quoted(slug)} ${message}`);
    }
  };
  for (const [reference, item] of known.categories) {
    if (named.has(item)) continue;
    findings.warning(positionIn(item), () => `the category ${quoted(reference)} has no roles: no appearance names it`);
  }
  warn('topics', topics, 'has no roles: no responsibility about it is performed by one');
  warn('responsibilities', named, 'is performed by nobody: no appearance names it');
  warn('roles', named, 'never appears: no appearance names it');
}
