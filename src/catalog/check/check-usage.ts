import { type Item, type Items, positionIn, validText, validTexts } from './catalog-items.ts';
import type { KnownEntries } from './check-references.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { FindingCollector } from './finding-collector.ts';

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
