import MiniSearch, { type SearchOptions } from 'minisearch';
import type { FoundPart } from '../build/site-page.ts';
import { searchOptions } from '../search-options.ts';

export interface FoundItem extends FoundPart {
  /** The stems of its words that match. */
  readonly stems: readonly string[];
}

export interface Found {
  /** The best first. */
  readonly best: readonly FoundItem[];
  readonly total: number;
  /** Whether nothing could be searched. */
  readonly failed: boolean;
}

/** How many results are shown. */
const mostShown = 12;

let loading: Promise<readonly MiniSearch<FoundPart>[]> | undefined;

/**
 * Searches in all indexes that the server has. They are loaded once, when the first text is typed.
 *
 * @param addresses of the indexes; that of the part of the site that is read comes first.
 */
export async function searched(text: string, addresses: readonly string[]): Promise<Found> {
  loading ??= Promise.all(addresses.map(loaded)).then((all) => all.filter((each) => each !== undefined));
  const indexes = await loading;
  if (indexes.length === 0) {
    loading = undefined;
    return { best: [], total: 0, failed: true };
  }
  const found = foundIn(indexes, text);
  return { best: found.slice(0, mostShown), total: found.length, failed: false };
}

/** Undefined for an index that cannot be had: a server without introspection has none of the schema. */
async function loaded(address: string): Promise<MiniSearch<FoundPart> | undefined> {
  try {
    const answer = await fetch(address);
    return answer.ok ? MiniSearch.loadJSON<FoundPart>(await answer.text(), searchOptions) : undefined;
  } catch {
    return undefined;
  }
}

/** What matches better comes first: all words as they are written, then words that begin so, then similar words. */
const steps: readonly SearchOptions[] = [
  { combineWith: 'AND' },
  { combineWith: 'AND', prefix: true },
  { combineWith: 'AND', prefix: true, fuzzy: (term: string) => (term.length > 4 ? 0.2 : false) },
];

/** How much less results of the other part of the site count than those of the part that is read. */
const otherPart = 0.3;

/** How much less those count that only people who change the code look for, and single fields of the schema. */
const ofTheCode = 0.3;
const codePages = /^(?:architecture|changelog|contributing|decisions)(?:#|$)/;
const ofAField = 0.5;
const fields = /^schema\/\w+#/;

/** What is named as the text says is what was meant; but many fields have the same name. */
const named = 10;

function weightOf(id: string, title: string, asked: string): number {
  if (fields.test(id)) return ofAField;
  return (title.toLowerCase() === asked ? named : 1) * (codePages.test(id) ? ofTheCode : 1);
}

/** Everything that is found; if nothing has all words, what has some of them. */
export function foundIn(indexes: readonly MiniSearch<FoundPart>[], text: string): readonly FoundItem[] {
  const byId = new Map<string, FoundItem>();
  const add = (options: SearchOptions) => {
    for (const item of foundBy(indexes, text, options)) if (!byId.has(item.id)) byId.set(item.id, item);
  };
  for (const options of steps) add(options);
  if (byId.size === 0) add({ combineWith: 'OR', prefix: true });
  return [...byId.values()];
}

function foundBy(
  indexes: readonly MiniSearch<FoundPart>[],
  text: string,
  options: SearchOptions,
): readonly FoundItem[] {
  const asked = text.trim().toLowerCase();
  return indexes
    .flatMap((index, at) =>
      index.search(text, {
        ...options,
        boost: { title: 4, page: 2 },
        boostDocument: (id, _, stored) =>
          (at === 0 ? 1 : otherPart) * weightOf(String(id), String(stored?.['title']), asked),
      }),
    )
    .toSorted((a, b) => b.score - a.score)
    .map(({ id, title, page, text: found, match }) => ({
      id: String(id),
      title: String(title),
      page: String(page),
      text: String(found),
      stems: Object.keys(match),
    }));
}
