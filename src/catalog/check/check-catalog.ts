import { type Catalog, type ListName, mostParts } from '../catalog.ts';
import { itemAt } from '../../collections/item-at.ts';
import { grouped } from '../../text/quoted-text.ts';
import { type CatalogTitle, mergedTitle } from '../catalog-parts.ts';
import { type Items, positionIn } from './catalog-items.ts';
import { checkParts } from './check-parts.ts';
import { checkRetired } from './check-retired.ts';
import { mergeItems } from './merge-items.ts';
import { prefixSlugs } from './prefix-slugs.ts';
import { withNormalizedProse } from '../normalized-prose.ts';
import { checkAppearances } from './check-appearances.ts';
import { indexCategories } from './check-categories.ts';
import { checkFurtherTexts, checkRepeats, checkSharedSlugs, indexNames, indexSlugs } from './check-names.ts';
import { checkDuties, checkReferences, checkUsage, type KnownEntries } from './check-references.ts';
import { type CatalogLists, checkShapes } from './check-shapes.ts';
import { type Gathered, gatherItems, type GivenCatalog } from './gather-items.ts';
import { itemKey } from './item-key.ts';
import { FindingCollector, type Position } from './finding-collector.ts';

/** The lists whose entries may have an externalId and sameAs. */
const listsWithIdentity = [
  'pillars',
  'organizationTypes',
  'categories',
  'topics',
  'responsibilities',
  'roles',
] as const;

/**
 * Checks the content of a catalog, given as its parsed files, and reports everything that is wrong. Several catalogs are
 * merged, and checked as one: they may refer to entries of each other. Never throws, whatever the values are.
 *
 * @param complete whether these are all files of the catalogs. If one could not be read, say, what seems to be missing is
 *   not reported, as it may be in that file.
 * @returns the catalog, or undefined if `findings` has an error.
 */
export function checkCatalog(
  given: readonly GivenCatalog[],
  findings: FindingCollector,
  complete = true,
): Catalog | undefined {
  return checkWithPositions(given, findings, complete)?.catalog;
}

/** A catalog, and where its entries are written. */
export interface CheckedCatalog {
  readonly catalog: Catalog;
  /** Where an entry of a list is written, by its index, or a value in it; of a merged entry, in the catalog that has the value. */
  readonly positionOf: (list: ListName, index: number, ...steps: readonly (string | number)[]) => Position;
}

/** As checkCatalog, for what is checked later. */
export function checkWithPositions(
  given: readonly GivenCatalog[],
  findings: FindingCollector,
  complete: boolean,
): CheckedCatalog | undefined {
  const gathered = gatherItems(given, complete, findings);
  const { completeLists } = gathered;
  const catalogs = prefixSlugs(gathered.catalogs);
  const { items, lists } = checkedItems(catalogs, findings);
  const known: KnownEntries = {
    sources: indexSlugs(items.sources, findings),
    pillars: indexSlugs(items.pillars, findings),
    organizationTypes: indexSlugs(items.organizationTypes, findings),
    categories: indexCategories(items.categories, findings),
    topics: indexSlugs(items.topics, findings),
    responsibilities: indexSlugs(items.responsibilities, findings),
    roles: indexSlugs(items.roles, findings),
    appearances: new Map(),
    retired: new Map(items.retired.map((item) => [itemKey(item) ?? '', item])),
  };
  checkSharedSlugs(known.pillars, known.organizationTypes, findings);
  for (const list of ['pillars', 'organizationTypes'] as const) indexNames(items[list], 'name', findings);
  for (const list of ['topics', 'responsibilities'] as const) {
    const byName = indexNames(items[list], 'name', findings);
    checkFurtherTexts(items[list], 'name', ['hiddenNames'], byName, findings);
  }
  for (const list of listsWithIdentity) for (const item of items[list]) checkRepeats(item, 'sameAs', findings);
  for (const item of items.categories) checkRepeats(item, 'organizationTypes', findings);
  for (const item of items.responsibilities) checkRepeats(item, 'topics', findings);
  const byTitle = indexNames(items.roles, 'title', findings);
  checkFurtherTexts(items.roles, 'title', ['alternateTitles', 'hiddenTitles'], byTitle, findings);
  checkAppearances(items.appearances, known.roles, findings);
  const named = checkReferences(items, known, complete ? completeLists : new Set(), findings);
  checkRetired(items.retired, known, complete, findings);
  for (const catalog of catalogs) checkParts(catalog, known, complete && completeLists.has('sources'), findings);
  const title = titleOf(catalogs);
  const partCount = title.parts?.length ?? 0;
  if (partCount > mostParts) {
    findings.error(
      { fileIndex: undefined, path: ['parts'] },
      () => `${grouped(partCount)} catalogs are merged, at most ${grouped(mostParts)} are accepted; give fewer at once`,
    );
  }
  if (findings.count('error') > 0) return undefined;
  checkUsage(named, items, known, findings);
  checkDuties(items, findings);
  return {
    catalog: withNormalizedProse({ ...title, ...lists }),
    // Each item of a catalog without errors is an entry of it, in the same order.
    positionOf: (list, index, ...steps) => positionIn(itemAt(items[list], index), ...steps),
  };
}

/** The entries of all catalogs, each checked for its shape, and then merged. */
function checkedItems(
  catalogs: readonly Gathered[],
  findings: FindingCollector,
): { readonly items: Items; readonly lists: CatalogLists } {
  const [first, ...others] = catalogs.map(({ items }) => ({ items, lists: checkShapes(items, findings) }));
  if (first !== undefined && others.length === 0) return first;
  const items = mergeItems(
    catalogs.map((catalog) => catalog.items),
    findings,
  );
  // What is wrong with single entries has just been reported, and mergeItems reports what merging makes wrong.
  return { items, lists: checkShapes(items, new FindingCollector()) };
}

/** The name, version and parts of the catalog. */
function titleOf(catalogs: readonly Gathered[]): CatalogTitle {
  const titled = catalogs.map(({ name, version, parts, items }) => ({
    name,
    version,
    parts: parts?.list,
    sources: items.sources.flatMap(({ fields: { slug } }) => slug ?? []),
  }));
  const [first, ...others] = titled;
  if (first === undefined || others.length > 0) return mergedTitle(titled);
  const { name, version, parts } = first;
  return { name, version, ...(parts !== undefined && { parts }) };
}
