import type { CatalogLists } from './check-shapes.ts';
import type { Items } from './catalog-items.ts';
import { placeIn, soundText } from './catalog-items.ts';
import type { KnownEntries } from './check-references.ts';
import { quoted } from './quoted-text.ts';
import type { Remarks } from './remarks.ts';

/** Warns of what a catalog without errors defines and nobody uses. */
export function checkUsage(items: Items, lists: CatalogLists, known: KnownEntries, remarks: Remarks): void {
  const roles = new Set<string>();
  const categories = new Set<string>();
  const responsibilities = new Set<string>();
  for (const appearance of lists.appearances) {
    roles.add(appearance.role);
    categories.add(appearance.category);
    for (const responsibility of appearance.responsibilities) responsibilities.add(responsibility);
  }
  const topics = new Set<string>();
  for (const { slug, topics: about } of lists.responsibilities) {
    if (responsibilities.has(slug)) for (const topic of about ?? []) topics.add(topic);
  }
  const warn = (list: 'roles' | 'responsibilities' | 'topics', used: ReadonlySet<string>, message: string): void => {
    for (const item of items[list]) {
      const slug = soundText(item, 'slug', 'slug');
      if (slug !== undefined && !used.has(slug)) remarks.warning(placeIn(item), () => `${quoted(slug)} ${message}`);
    }
  };
  for (const [reference, item] of known.categories) {
    if (categories.has(reference)) continue;
    remarks.warning(placeIn(item), () => `the category ${quoted(reference)} has no roles: no appearance names it`);
  }
  warn('topics', topics, 'has no roles: no responsibility about it is performed by one');
  warn('responsibilities', responsibilities, 'is performed by nobody: no appearance names it');
  warn('roles', roles, 'never appears: no appearance names it');
}
