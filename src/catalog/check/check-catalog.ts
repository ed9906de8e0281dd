import type { Catalog } from '../catalog.ts';
import { withNormalizedProse } from '../normalized-prose.ts';
import { checkAppearances } from './check-appearances.ts';
import { indexCategories } from './check-categories.ts';
import { checkFurtherTexts, checkRepeats, checkSharedSlugs, indexNames, indexSlugs } from './check-names.ts';
import { checkDuties, checkReferences, checkUsage, type KnownEntries } from './check-references.ts';
import { checkShapes } from './check-shapes.ts';
import { type ParsedFile, gatherItems } from './gather-items.ts';
import type { FindingCollector } from './finding-collector.ts';

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
 * Checks the content of a catalog, given as its parsed files, and reports everything that is wrong. Never throws, whatever
 * the values are.
 *
 * @param complete whether these are all files of the catalog. If one could not be read, say, what seems to be missing is
 *   not reported, as it may be in that file.
 * @returns the catalog, or undefined if `findings` has an error.
 */
export function checkCatalog(
  files: readonly ParsedFile[],
  findings: FindingCollector,
  complete = true,
): Catalog | undefined {
  const { name, version, items, completeLists } = gatherItems(files, complete, findings);
  const lists = checkShapes(items, findings);
  const known: KnownEntries = {
    sources: indexSlugs(items.sources, findings),
    pillars: indexSlugs(items.pillars, findings),
    organizationTypes: indexSlugs(items.organizationTypes, findings),
    categories: indexCategories(items.categories, findings),
    topics: indexSlugs(items.topics, findings),
    responsibilities: indexSlugs(items.responsibilities, findings),
    roles: indexSlugs(items.roles, findings),
    appearances: new Map(),
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
  if (findings.count('error') > 0) return undefined;
  checkUsage(named, known, findings);
  checkDuties(items, findings);
  return withNormalizedProse({ name, version, ...lists });
}
