import type { Catalog, CatalogCategory } from '../../../src/catalog/catalog.ts';
import { categoryReference } from '../../../src/catalog/category-owner.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { shippedCatalog } from './shipped-catalog.ts';

const pillarCount = 30;

/** The catalog that ships, with its categories spread over 30 pillars, of which every third has a long name. */
export async function manyPillarsCatalog(): Promise<Catalog> {
  const catalog = await shippedCatalog();
  const pillars = Array.from({ length: pillarCount }, (_, index) => ({
    slug: `pillar-${index + 1}`,
    name:
      index % 3 === 0
        ? `Pillar ${index + 1}, which has a name of several lines, as others have`
        : `Pillar ${index + 1}`,
    summary: `What belongs to pillar ${index + 1}.`,
  }));
  let next = 0;
  const moved = new Map<string, string>();
  const categories = catalog.categories.map((category): CatalogCategory => {
    if (!('pillar' in category)) return category;
    const here = { ...category, pillar: itemAt(pillars, next++ % pillarCount).slug };
    moved.set(categoryReference(category), categoryReference(here));
    return here;
  });
  const appearances = catalog.appearances.map((appearance) => ({
    ...appearance,
    category: moved.get(appearance.category) ?? appearance.category,
  }));
  return { ...catalog, pillars, categories, appearances };
}
