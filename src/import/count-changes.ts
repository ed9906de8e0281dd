import type { CatalogDiff } from '../catalog/diff-catalogs.ts';
import type { ChangeCounts } from '../store/stored-catalog.ts';

/**
 * How many entries of the lists of a catalog were added, changed and removed: sources, pillars, organization types, categories,
 * topics, responsibilities, roles, appearances and retired slugs. A replaced entry and a list in another order are one change
 * each; so are changes of the catalog's own name, version and parts, together.
 */
export function countChanges({ changes, lists }: CatalogDiff): ChangeCounts {
  const counts = { added: 0, changed: changes.length > 0 ? 1 : 0, removed: 0 };
  for (const { added, changed, removed, replaced, reordered } of lists) {
    counts.added += added.length;
    counts.changed += changed.length + replaced.length + (reordered ? 1 : 0);
    counts.removed += removed.length;
  }
  return counts;
}
