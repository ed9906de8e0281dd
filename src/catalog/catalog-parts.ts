import type { Catalog, CatalogPart } from './catalog.ts';
import { textKinds } from './text-rules.ts';
import { compareText } from '../text/compare-text.ts';

/** What says which catalog a document is. */
export type CatalogTitle = Pick<Catalog, 'name' | 'version' | 'parts'>;

/** A document's title, and the slugs of its sources. */
export interface TitledSources extends CatalogTitle {
  readonly sources: readonly string[];
}

/** The catalogs that a catalog was merged from, by name and version. A catalog that was not merged is its only part. */
export function partsOf({ name, version, sources, parts = [] }: TitledSources): readonly CatalogPart[] {
  return canonicalParts(parts) ?? [{ name, version, sources: [...sources] }];
}

/** Parts sorted by name and version, and the sources of each by slug: no order of them has a meaning. */
export function canonicalParts(parts: readonly CatalogPart[]): CatalogPart[] | undefined {
  if (parts.length === 0) return undefined;
  return parts
    .map((part) => ({ ...part, sources: part.sources.toSorted(compareText) }))
    .sort((one, other) => compareText(one.name, other.name) || compareText(one.version, other.version));
}

/**
 * The title of several catalogs that are merged: their parts, of which those with equal name and version are one, and a
 * name and version that are made of those of the parts. Does not depend on the order of the catalogs.
 */
export function mergedTitle(catalogs: readonly TitledSources[]): CatalogTitle {
  const parts: CatalogPart[] = [];
  for (const part of catalogs.flatMap(partsOf)) {
    const same = parts.find(({ name, version }) => name === part.name && version === part.version);
    if (same === undefined) parts.push({ ...part });
    else same.sources = [...new Set([...same.sources, ...part.sources])];
  }
  const sorted = canonicalParts(parts) ?? [];
  const name = equalOrJoined(catalogs, sorted, 'name');
  const version = equalOrJoined(catalogs, sorted, 'version');
  return sorted.length === 1 ? { name, version } : { name, version, parts: sorted };
}

function equalOrJoined(
  catalogs: readonly TitledSources[],
  parts: readonly CatalogPart[],
  key: 'name' | 'version',
): string {
  const [given = '', ...others] = new Set(catalogs.map((catalog) => catalog[key]));
  if (others.length === 0) return given;
  const texts = [...new Set(parts.map((part) => part[key]))];
  const joined = texts.join(' + ');
  return Array.from(joined).length <= textKinds.line.most ? joined : `${texts.length} ${key}s`;
}
