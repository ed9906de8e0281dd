import { isDeepStrictEqual } from 'node:util';
import { type ListName, mostEntries, ofEachList } from '../catalog.ts';
import { quoted } from '../../text/quoted-text.ts';
import { type Item, type Items, kindNames, originKey, type Origin, positionIn } from './catalog-items.ts';
import type { FindingCollector } from './finding-collector.ts';
import { tooManyEntries, withinLimits } from './gather-items.ts';
import { itemKey } from './item-key.ts';
import { mergeEntries } from './merge-entries.ts';

/**
 * The items of several catalogs as those of one: items of different catalogs that are about the same thing (see itemKey)
 * become one item. Reports where they contradict each other. Items that a catalog has twice stay apart, to be reported as
 * that.
 */
export function mergeItems(catalogs: readonly Items[], findings: FindingCollector): Items {
  return ofEachList((list) => mergedList(list, catalogs, findings));
}

function mergedList(list: ListName, catalogs: readonly Items[], findings: FindingCollector): readonly Item[] {
  const merged: Item[] = [];
  const indexes = new Map<string, number>();
  for (const items of catalogs) {
    const seen = new Set<string>();
    for (const item of items[list]) {
      const key = itemKey(item);
      const index = key === undefined || seen.has(key) ? undefined : indexes.get(key);
      const first = index === undefined ? undefined : merged[index];
      if (index !== undefined && first !== undefined) {
        merged[index] = mergedItem(first, item, findings);
      } else {
        if (key !== undefined && !indexes.has(key)) indexes.set(key, merged.length);
        merged.push(item);
      }
      if (key !== undefined) seen.add(key);
    }
  }
  const surplus = merged[mostEntries[list]];
  if (surplus === undefined) return merged;
  findings.error(positionIn(surplus), () => tooManyEntries(list, merged.length));
  return merged.slice(0, mostEntries[list]);
}

function mergedItem(first: Item, item: Item, findings: FindingCollector): Item {
  if (isDeepStrictEqual(first.written, item.written)) return first;
  const { entry, lists, clashes } = mergeEntries(first.list, first.written, item.written);
  for (const { field, one, other } of clashes) {
    findings.error(
      positionIn(item, field),
      () =>
        `${nameOf(item)} has another ${field} in another catalog: ${shown(other)} here, ${shown(one)} there; make them equal or remove one, or give the slugs of one catalog a prefix (--prefix NAME=LOCATION) if they mean different things`,
      { what: 'the other', position: positionIn(first, field) },
    );
  }
  const origins = new Map<string, Origin>();
  for (const field of Object.keys(entry)) {
    if (!Object.hasOwn(first.written, field)) origins.set(field, { item, path: [field] });
    else if (first.origins !== undefined) origins.set(field, { item: first, path: [field] });
  }
  for (const [field, written] of lists) {
    for (const [index, { of, path }] of written.entries()) {
      const steps = path.filter((step) => step !== undefined);
      origins.set(originKey(field, index), { item: of === 'one' ? first : item, path: steps });
    }
  }
  const { list, catalogIndex, fileIndex, index } = first;
  const place = { list, catalogIndex, fileIndex, index, origins, fields: {} };
  const written = withinLimits(entry, (key) => positionIn({ ...place, written: entry }, key), findings);
  return { ...place, written };
}

function nameOf(item: Item): string {
  return `the ${kindNames[item.list]} ${quoted(itemKey(item) ?? '')}`;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return quoted(typeof value === 'string' ? value : JSON.stringify(value));
}
