import { placeKey } from '../../catalog/place.ts';
import { itemAt } from '../../collections/item-at.ts';
import { appearanceKey } from '../nodes/node-id.ts';
import type { GraphStructure } from './graph-data.ts';

type Categories = Pick<GraphStructure, 'categories' | 'organizationTypes' | 'pillars'>;

/** How the category at an index is referred to, in catalogs and in its id: "<owner>/<slug>". */
export function categoryKeyAt({ categories, organizationTypes, pillars }: Categories, index: number): string {
  const { pillar, organizationTypes: types, slug } = itemAt(categories, index);
  const owner = pillar === null ? itemAt(organizationTypes, itemAt(types, 0)) : itemAt(pillars, pillar);
  return `${owner.slug}/${slug}`;
}

/** What the appearance at an index has in its id; see appearanceKey. */
export function appearanceKeyAt(
  structure: Categories & Pick<GraphStructure, 'appearances' | 'roles' | 'sources'>,
  index: number,
): string {
  const { appearances, roles, sources } = structure;
  const categoryKey = categoryKeyAt(structure, itemAt(appearances.category, index));
  const { slug: roleSlug } = itemAt(roles, itemAt(appearances.role, index));
  const source = sources[itemAt(appearances.source, index)]?.slug;
  const place = placeKey(source, itemAt(appearances.line, index), itemAt(appearances.hash, index));
  return appearanceKey(categoryKey, roleSlug, place);
}
