import type { Catalog } from '../catalog.ts';
import { checkAppearances } from './check-appearances.ts';
import { indexCategories } from './check-categories.ts';
import { checkRepeats, checkSharedSlugs, indexNames, indexSlugs } from './check-names.ts';
import type { KnownEntries } from './check-references.ts';
import { checkReferences } from './check-references.ts';
import { checkShapes } from './check-shapes.ts';
import { checkAlternateTitles } from './check-titles.ts';
import { checkUsage } from './check-usage.ts';
import type { CatalogPart } from './gather-items.ts';
import { gatherItems } from './gather-items.ts';
import type { Remarks } from './remarks.ts';

/**
 * Checks the content of a catalog, given as the parsed files that it is made of, and reports all that is wrong at once.
 * Never throws, whatever the values are.
 *
 * @param complete whether the parts hold all that the catalog has. Where a file could not be read, say, they do not, and
 *   nothing is said of what seems to be missing: it may stand there.
 * @returns the catalog, or undefined where `remarks` has an error.
 */
export function checkCatalog(parts: readonly CatalogPart[], remarks: Remarks, complete = true): Catalog | undefined {
  const { name, version, items, whole } = gatherItems(parts, complete, remarks);
  const lists = checkShapes(items, remarks);
  const known: KnownEntries = {
    sources: indexSlugs(items.sources, remarks),
    pillars: indexSlugs(items.pillars, remarks),
    organizationTypes: indexSlugs(items.organizationTypes, remarks),
    categories: indexCategories(items.categories, remarks),
    topics: indexSlugs(items.topics, remarks),
    responsibilities: indexSlugs(items.responsibilities, remarks),
    roles: indexSlugs(items.roles, remarks),
    appearances: new Map(),
  };
  checkSharedSlugs(known.pillars, known.organizationTypes, remarks);
  for (const list of ['pillars', 'organizationTypes', 'topics', 'responsibilities'] as const) {
    indexNames(items[list], 'name', remarks);
  }
  for (const item of items.categories) checkRepeats(item, 'organizationTypes', 'slug', remarks);
  for (const item of items.responsibilities) checkRepeats(item, 'topics', 'slug', remarks);
  checkAlternateTitles(items.roles, indexNames(items.roles, 'title', remarks), remarks);
  checkAppearances(items.appearances, known.roles, remarks);
  const named = checkReferences(items, known, complete ? whole : new Set(), remarks);
  if (remarks.count('error') > 0) return undefined;
  checkUsage(items, named, known, remarks);
  return { name, version, ...lists };
}
