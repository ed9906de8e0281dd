import { describe, expect, test } from 'vitest';
import { printedSchema } from '../../schema/schema.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

const graph = CatalogGraph.of(graphOfCatalog(await shippedCatalog()).structure);
const found = (pattern: RegExp) => [...new Set(Array.from(printedSchema().matchAll(pattern), ([, name = '']) => name))];

describe('what descriptions name as examples is in the catalog that ships', () => {
  const titles = found(/title: "([^"]+)"/g);
  const ids = found(/[`"]((?:role|pillar|topic|responsibility|category|organization-type):[a-z][a-z/-]*)[`"]/g);

  test('descriptions give examples', () => {
    expect([titles.length > 5, ids.length > 5]).toEqual([true, true]);
  });

  test.each(titles)('the title %s, an example in a description, is in the catalog that ships', (title) => {
    expect(graph.names.role(title, 'title')).toBeDefined();
  });

  test.each(ids)('the id %s, an example in a description, is in the catalog that ships', (id) => {
    expect(graph.node(id)).toBeDefined();
  });
});
