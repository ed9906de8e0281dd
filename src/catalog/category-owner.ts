import type { CatalogCategory } from './catalog.ts';

/** The slug of the pillar or organization type that owns the category's slug. */
export function categoryOwner(category: CatalogCategory): string {
  return 'pillar' in category ? category.pillar : (category.organizationTypes[0] ?? '');
}

/** The reference to a category: "<owner>/<slug>". */
export function categoryReference(category: CatalogCategory): string {
  return `${categoryOwner(category)}/${category.slug}`;
}
