import type { Catalog, CatalogAppearance } from './catalog.ts';

/** The fields that may have line breaks. */
interface Prose {
  readonly summary?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * The catalog with one form of line break in its summaries, notes and quotes: LF, and none before the first or after the last line.
 * YAML's "|" and ">" leave one at the end, and JSON that was written on Windows may have CR LF. Otherwise, the same text would
 * give different revisions. Entries that need no change are not copied.
 */
export function withNormalizedProse(catalog: Catalog): Catalog {
  return {
    ...catalog,
    sources: catalog.sources.map(normalizedEntry),
    pillars: catalog.pillars.map(normalizedEntry),
    organizationTypes: catalog.organizationTypes.map(normalizedEntry),
    responsibilities: catalog.responsibilities.map(normalizedEntry),
    roles: catalog.roles.map(normalizedEntry),
    appearances: catalog.appearances.map((appearance) => withNormalizedQuote(normalizedEntry(appearance))),
  };
}

function normalizedEntry<Entry extends Prose>(entry: Entry): Entry {
  const { summary, note } = entry;
  const normalized = { summary: normalizedText(summary), note: normalizedText(note) };
  if (normalized.summary === summary && normalized.note === note) return entry;
  return { ...entry, ...normalized };
}

function withNormalizedQuote(appearance: CatalogAppearance): CatalogAppearance {
  const { source } = appearance;
  const quote = normalizedText(source?.quote);
  return quote === source?.quote || source === undefined ? appearance : { ...appearance, source: { ...source, quote } };
}

/** A text with the line breaks that a catalog stores. */
export function normalizedText(text: string | undefined): string | undefined {
  if (text?.includes('\n') !== true) return text;
  const plain = text.replaceAll('\r\n', '\n');
  let [start, end] = [0, plain.length];
  while (plain[start] === '\n') start++;
  while (plain[end - 1] === '\n') end--;
  return plain.slice(start, end);
}
