import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { exampleNodes, shippedExampleNodes } from '../../../src/server/pages/example-nodes.ts';
import { exampleQueries } from '../../../src/server/pages/example-queries.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { post, start } from '../running-server.ts';

const catalog = await shippedCatalog();
const { structure } = graphOfCatalog(catalog);

test('the examples are about a role and groups with rich answers', () => {
  const { role, groups, ends } = exampleNodes(CatalogGraph.of(structure));
  expect([role.id, groups.map(({ id }) => id), ends.map(({ id }) => id)]).toEqual([
    'role:devops-engineer',
    ['pillar:operational-excellence', 'pillar:security'],
    ['role:api-developer', 'role:application-security-trainer'],
  ]);
});

test('a catalog without roles uses the examples of the catalog that ships', () => {
  const { structure: empty } = graphOfCatalog({ ...catalog, roles: [], responsibilities: [], appearances: [] });
  expect(exampleNodes(CatalogGraph.of(empty))).toBe(shippedExampleNodes);
});

test('the two ends are a role and a group if every two roles share a group', () => {
  const [role] = catalog.roles;
  const one = {
    ...catalog,
    roles: catalog.roles.slice(0, 1),
    appearances: catalog.appearances.filter((line) => line.role === role?.slug),
  };
  const { ends } = exampleNodes(CatalogGraph.of(graphOfCatalog(one).structure));
  expect([ends[0].id, ends[1].id.startsWith('role:')]).toEqual([`role:${role?.slug ?? ''}`, false]);
});

test.each(exampleQueries(exampleNodes(CatalogGraph.of(structure))))(
  'the example is answered without errors: $question',
  async ({ query }) => {
    const reply = await post(await start({ schema }), { query });
    expect(reply.text).not.toContain('"errors"');
    expect(reply.text.length).toBeGreaterThan(500);
  },
);

test('a title with quotes and letters of any script is inserted unchanged', async () => {
  const title = 'Weird "role" \\ \u2028 日本 <script>';
  const [example] = exampleQueries({ ...shippedExampleNodes, role: { id: 'role:x', label: title } });
  const reply = await post(await start({ schema }), { query: example?.query });
  expect(reply.text).toBe('{"data":{"role":null}}');
});
