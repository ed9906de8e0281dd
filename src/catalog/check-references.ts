import type { ListName } from './catalog.ts';
import type { Item, Items } from './catalog-items.ts';
import { placeIn, soundText, soundTexts, sourceOf } from './catalog-items.ts';
import { suggestion } from './nearest-text.ts';
import { quoted } from './quoted-text.ts';
import type { Remarks } from './remarks.ts';

/** The entries of each list by what they are referred to by: slug, or "<owner>/<slug>". */
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

/** Reports every reference to an entry that the catalog does not have; lists that are not known in full have all. */
export function checkReferences(
  items: Items,
  known: KnownEntries,
  whole: ReadonlySet<ListName>,
  remarks: Remarks,
): void {
  const check = (list: ListName, slug: string | undefined, item: Item, ...steps: (string | number)[]): void => {
    if (slug === undefined || !whole.has(list) || known[list].has(slug)) return;
    remarks.error(placeIn(item, ...steps), () => unknownReference(list, slug, known));
  };
  const checkAll = (list: ListName, item: Item, key: string): void => {
    for (const { text, at } of soundTexts(item, key, 'slug', known[list])) check(list, text, item, key, at);
  };
  for (const item of items.categories) {
    check('pillars', soundText(item, 'pillar', 'slug'), item, 'pillar');
    checkAll('organizationTypes', item, 'organizationTypes');
  }
  for (const item of items.responsibilities) checkAll('topics', item, 'topics');
  for (const item of items.appearances) {
    check('roles', soundText(item, 'role', 'slug'), item, 'role');
    check('categories', soundText(item, 'category', 'category reference'), item, 'category');
    check('sources', sourceOf(item).source, item, 'source', 'source');
    checkAll('responsibilities', item, 'responsibilities');
  }
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

/** The reference of a category that was referred to by another than the first of its organization types. */
function categoryUnderItsOwner(reference: string, categories: ReadonlyMap<string, Item>): string | undefined {
  const [owner, slug] = reference.split('/');
  for (const [known, item] of categories) {
    if (soundText(item, 'slug', 'slug') !== slug) continue;
    if (soundTexts(item, 'organizationTypes', 'slug').some(({ text }) => text === owner)) return known;
  }
  return undefined;
}
