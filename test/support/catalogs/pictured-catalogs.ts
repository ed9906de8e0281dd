import type { Catalog, CatalogCategory } from '../../../src/catalog/catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { memoize } from '../../../src/collections/memoize.ts';
import { occupationsCatalog } from './occupations-catalog.ts';
import { shippedCatalog } from './shipped-catalog.ts';

/** The catalogs of which all text boxes of all pictures are computed. */
export const picturedCatalogs = ['SHIPPED', 'OCCUPATIONS', 'WITHOUT_PILLARS', 'LONG_TITLES'] as const;
export type PicturedCatalog = (typeof picturedCatalogs)[number];

/** The widths at which pictures are tested: of a phone, a page and a wall. */
export const picturedWidths = [360, 800, 1440] as const;

/** The graph of a catalog, made once. */
export const picturedGraph = memoize(async (name: PicturedCatalog): Promise<CatalogGraph> => {
  return CatalogGraph.of(graphOfCatalog(await picturedCatalog(name)).structure);
});

/** A catalog by its name. */
export async function picturedCatalog(name: PicturedCatalog): Promise<Catalog> {
  switch (name) {
    case 'SHIPPED':
      return shippedCatalog();
    case 'OCCUPATIONS':
      return occupationsCatalog();
    case 'WITHOUT_PILLARS':
      return withoutPillars(await shippedCatalog());
    case 'LONG_TITLES':
      return withLongTitles(await shippedCatalog());
  }
}

/** The same catalog, with its pillars as organization types. */
function withoutPillars(catalog: Catalog): Catalog {
  return {
    ...catalog,
    pillars: [],
    organizationTypes: [...catalog.pillars, ...catalog.organizationTypes],
    categories: catalog.categories.map((category): CatalogCategory => {
      if (!('pillar' in category)) return category;
      const { pillar, ...rest } = category;
      return { ...rest, organizationTypes: [pillar], relation: 'inside' };
    }),
  };
}

/** The same catalog, in which everything has a title of 400 characters, the most that there may be. */
function withLongTitles(catalog: Catalog): Catalog {
  return {
    ...catalog,
    name: lengthened(catalog.name, 0),
    pillars: catalog.pillars.map((pillar, index) => ({ ...pillar, name: lengthened(pillar.name, index) })),
    organizationTypes: catalog.organizationTypes.map((type, index) => ({
      ...type,
      name: lengthened(type.name, index),
    })),
    categories: catalog.categories.map((category, index) => ({ ...category, name: lengthened(category.name, index) })),
    topics: catalog.topics.map((topic, index) => ({ ...topic, name: lengthened(topic.name, index) })),
    responsibilities: catalog.responsibilities.map((duty, index) => ({ ...duty, name: lengthened(duty.name, index) })),
    roles: catalog.roles.map((role, index) => ({ ...role, title: lengthened(role.title, index) })),
  };
}

const longest = 400;

/** What titles are lengthened by, in turn: words, one word without a space, wide letters, letters of two writing systems, emoji. */
const fillers = [
  ' and whatever else somebody may have thought of when the title was agreed',
  'donaudampfschifffahrtsgesellschaftskapitänsmütze',
  'WWWMMM@@@%%%',
  '信頼性エンジニア',
  ' مهندس موثوقية',
  '👩🏽‍🚒🧑‍💻',
  '/and-or/',
];

/** A text followed by as much of a filler as makes it 400 characters. */
function lengthened(text: string, index: number): string {
  const filler = fillers[index % fillers.length] ?? '';
  const room = longest - text.length;
  const whole = filler.repeat(Math.floor(room / filler.length));
  return text + whole + '.'.repeat(room - whole.length);
}
