import { type CatalogDiff, type ListDiff, readable } from './diff-catalogs.ts';
import { grouped, visibleText } from '../text/quoted-text.ts';

/**
 * Formats a diff for a terminal: one line of counts for each list that differs, then the entries.
 *
 * @param most limit on the lines of entries; one more line says how many are left out.
 */
export function formatDiff(diff: CatalogDiff, { most }: { readonly most: number }): string {
  if (diff.isEmpty) return 'no differences';
  const differing = diff.lists.filter((list) => counts(list) !== '');
  const shown = detailLines(diff).take(most).map(visibleText).toArray();
  const left = detailCount(diff) - shown.length;
  return [
    ...differing.map((list) => `${readable(list.list)}: ${counts(list)}`),
    ...shown,
    ...(left > 0 ? [`… and ${grouped(left)} more`] : []),
  ].join('\n');
}

function counts({ added, changed, removed, replaced, moved, reordered }: ListDiff): string {
  const differs = added.length + changed.length + removed.length + replaced.length > 0;
  const retired = replaced.length === 0 ? '' : `, ${grouped(replaced.length)} retired`;
  const numbers = `${grouped(added.length)} added, ${grouped(changed.length)} changed, ${grouped(removed.length)} removed${retired}`;
  const others = moved === 0 ? '' : `${grouped(moved)} at another place of their source`;
  return [differs ? numbers : '', others, reordered ? 'another order' : ''].filter((part) => part !== '').join(', ');
}

function detailCount({ changes, lists }: CatalogDiff): number {
  return lists.reduce(
    (sum, list) => sum + list.added.length + list.changed.length + list.removed.length + list.replaced.length,
    changes.length,
  );
}

function* detailLines(diff: CatalogDiff): Generator<string, void, undefined> {
  for (const change of diff.changes) yield `~ ${change}`;
  for (const { list, added, changed, removed, replaced } of diff.lists) {
    for (const sentence of replaced) yield `~ ${sentence}`;
    for (const name of added) yield `+ ${list} ${name}`;
    for (const { name, changes } of changed) yield `~ ${list} ${name}: ${changes().join('; ')}`;
    for (const name of removed) yield `- ${list} ${name}`;
  }
}
