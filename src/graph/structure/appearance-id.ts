import { categoryKeyAt } from './catalog-of-graph.ts';
import type { GraphStructure } from './graph-data.ts';
import { itemAt } from '../../collections/item-at.ts';
import { appearanceKey, nodeId } from '../nodes/node-id.ts';

/** The id of the appearance at a place. */
export function appearanceIdAt(
  structure: Pick<GraphStructure, 'appearances' | 'categories' | 'organizationTypes' | 'pillars' | 'roles' | 'sources'>,
  place: number,
): string {
  const { appearances, roles, sources } = structure;
  const categoryKey = categoryKeyAt(structure, itemAt(appearances.category, place));
  const { slug: roleSlug } = itemAt(roles, itemAt(appearances.role, place));
  const { slug: sourceSlug } = itemAt(sources, itemAt(appearances.source, place));
  return nodeId('APPEARANCE', appearanceKey(categoryKey, roleSlug, sourceSlug, itemAt(appearances.line, place)));
}
