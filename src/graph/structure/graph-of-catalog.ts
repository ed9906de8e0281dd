import { catalogRevision } from '../../catalog/canonical-catalog.ts';
import type { Catalog, CatalogAppearance, CatalogCategory } from '../../catalog/catalog.ts';
import { categoryReference } from '../../catalog/category-owner.ts';
import { nodeId } from '../nodes/node-id.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { GraphData, GraphAppearances, GraphCategory, GraphStructure } from './graph-data.ts';
import { listedOverlaps } from './listed-overlaps.ts';
import { listsOf } from '../../collections/lists.ts';
import { traitsOf } from './overlap-arithmetic.ts';
import { bySortKey, sortKey } from '../../text/sort-key.ts';

/**
 * The graph of a catalog: its nodes in their orders, its facts by place instead of by slug, and its overlaps. The only
 * place where anything is derived for keeping.
 *
 * @param catalog a catalog without findings; its references hold.
 * @param revision its revision, where it is known already.
 */
export function graphOfCatalog(catalog: Catalog, revision = catalogRevision(catalog)): GraphData {
  const pillarPlaces = placesOf(catalog.pillars, (pillar) => pillar.slug);
  const organizationTypePlaces = placesOf(catalog.organizationTypes, (type) => type.slug);
  const topicPlaces = placesOf(catalog.topics, (topic) => topic.slug);
  const roles = inOrder(catalog.roles, (role) => ({ text: role.title, id: nodeId('ROLE', role.slug) }));
  const responsibilities = inOrder(catalog.responsibilities, ({ name, slug }) => ({
    text: name,
    id: nodeId('RESPONSIBILITY', slug),
  }));
  const appearances = placedAppearances(catalog, roles, responsibilities);
  const facts: Omit<GraphStructure, 'overlaps'> = {
    name: catalog.name,
    version: catalog.version,
    revision,
    sources: catalog.sources.map(({ slug, title, document, summary }) => ({
      slug,
      title,
      document,
      summary: summary ?? null,
    })),
    pillars: catalog.pillars.map(({ slug, name, summary }) => ({ slug, name, summary: summary ?? null })),
    organizationTypes: catalog.organizationTypes.map(({ slug, name, summary }) => ({
      slug,
      name,
      summary: summary ?? null,
    })),
    categories: catalog.categories.map((category) => placedCategory(category, pillarPlaces, organizationTypePlaces)),
    topics: catalog.topics.map(({ slug, name }) => ({ slug, name })),
    responsibilities: responsibilities.map(({ slug, name, topics }) => ({
      slug,
      name,
      topics: (topics ?? []).map((topic) => placeIn(topicPlaces, topic)),
    })),
    roles: roles.map(({ slug, title, alternateTitles }) => ({ slug, title, alternateTitles: alternateTitles ?? [] })),
    appearances: appearances.columns,
  };
  return {
    structure: { ...facts, overlaps: listedOverlaps(traitsOf(facts)) },
    texts: {
      roleSummaries: roles.map((role) => role.summary ?? null),
      appearances: appearances.inOrder.map(({ titles, summary, note }) => ({
        titles,
        summary: summary ?? null,
        note: note ?? null,
      })),
    },
  };
}

function placesOf<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, number> {
  return new Map(items.map((item, place) => [keyOf(item), place]));
}

function placeIn(places: ReadonlyMap<string, number>, key: string): number {
  const place = places.get(key);
  if (place === undefined) throw new RangeError(`a checked catalog refers to "${key}", which it does not have`);
  return place;
}

function inOrder<T>(items: readonly T[], labelOf: (item: T) => { text: string; id: string }): T[] {
  return items
    .map((item) => {
      const { text, id } = labelOf(item);
      return { item, id, sortKey: sortKey(text) };
    })
    .sort(bySortKey)
    .map(({ item }) => item);
}

function placedCategory(
  category: CatalogCategory,
  pillarPlaces: ReadonlyMap<string, number>,
  organizationTypePlaces: ReadonlyMap<string, number>,
): GraphCategory {
  const { slug, name } = category;
  if ('pillar' in category) {
    return { slug, name, pillar: placeIn(pillarPlaces, category.pillar), organizationTypes: [], relation: null };
  }
  return {
    slug,
    name,
    pillar: null,
    organizationTypes: category.organizationTypes.map((type) => placeIn(organizationTypePlaces, type)),
    relation: category.relation === 'inside' ? 'INSIDE' : 'SUPPORTS',
  };
}

function placedAppearances(
  catalog: Catalog,
  roles: Catalog['roles'],
  responsibilities: Catalog['responsibilities'],
): { readonly columns: GraphAppearances; readonly inOrder: readonly CatalogAppearance[] } {
  const rolePlaces = placesOf(roles, (role) => role.slug);
  const responsibilityPlaces = placesOf(responsibilities, (responsibility) => responsibility.slug);
  const categoryPlaces = placesOf(catalog.categories, categoryReference);
  const sourcePlaces = placesOf(catalog.sources, (source) => source.slug);
  const written = catalog.appearances;
  const role = Int32Array.from(written, (appearance) => placeIn(rolePlaces, appearance.role));
  const category = Int32Array.from(written, (appearance) => placeIn(categoryPlaces, appearance.category));
  const source = Int32Array.from(written, (appearance) => placeIn(sourcePlaces, appearance.source.source));
  const line = Int32Array.from(written, (appearance) => appearance.source.line);
  const by = (column: Int32Array, a: number, b: number) => (column[a] ?? 0) - (column[b] ?? 0);
  const order = Int32Array.from(written.keys()).sort(
    (a, b) => by(role, a, b) || by(source, a, b) || by(line, a, b) || by(category, a, b),
  );
  const inOrder = Array.from(order, (at) => itemAt(written, at));
  const ordered = (column: Int32Array) => order.map((at) => column[at] ?? 0);
  return {
    columns: {
      role: ordered(role),
      category: ordered(category),
      source: ordered(source),
      line: ordered(line),
      responsibilities: listsOf(
        inOrder.map(({ responsibilities: slugs }) => slugs.map((slug) => placeIn(responsibilityPlaces, slug))),
      ),
    },
    inOrder,
  };
}
