import type { ListName } from './catalog.ts';
import type { CatalogDiff, ListDiff } from './diff-catalogs.ts';
import { grouped, visibleText } from './quoted-text.ts';

const headings: Readonly<Record<ListName, string>> = {
  sources: 'sources',
  pillars: 'pillars',
  organizationTypes: 'organization types',
  categories: 'categories',
  topics: 'topics',
  responsibilities: 'responsibilities',
  roles: 'roles',
  appearances: 'appearances',
};

/**
 * A diff as plain text for a terminal: a line of counts for each list that differs, then the entries.
 *
 * @param most how many lines of entries to give at most; one more says how many are left out.
 */
export function formatDiff(diff: CatalogDiff, { most }: { readonly most: number }): string {
  if (diff.isEmpty) return 'no differences';
  const differing = diff.lists.filter((list) => counts(list) !== '');
  const details = [...diff.changes.map((change) => `~ ${change}`), ...differing.flatMap(entryLines)];
  const shown = details.slice(0, most);
  const left = details.length - shown.length;
  return [
    ...differing.map((list) => `${headings[list.list]}: ${counts(list)}`),
    ...shown.map(visibleText),
    ...(left > 0 ? [`… and ${grouped(left)} more`] : []),
  ].join('\n');
}

function counts({ added, changed, removed, reordered }: ListDiff): string {
  const differs = added.length + changed.length + removed.length > 0;
  const numbers = `${grouped(added.length)} added, ${grouped(changed.length)} changed, ${grouped(removed.length)} removed`;
  return [differs ? numbers : '', reordered ? 'another order' : ''].filter((part) => part !== '').join(', ');
}

function entryLines({ list, added, changed, removed }: ListDiff): string[] {
  return [
    ...added.map((name) => `+ ${list} ${name}`),
    ...changed.map(({ name, changes }) => `~ ${list} ${name}: ${changes.join('; ')}`),
    ...removed.map((name) => `- ${list} ${name}`),
  ];
}
