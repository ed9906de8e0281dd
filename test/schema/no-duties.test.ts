import { describe, expect, test } from 'vitest';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { askingOf, askingWithin } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const roles = ['auditor', 'tester', 'writer'].map((slug) => ({ slug, title: slug }));
const listed = catalogWith({
  sources: [{ slug: 's', title: 'List', document: 'list.csv' }],
  pillars: [
    { slug: 'p', name: 'P' },
    { slug: 'q', name: 'Q' },
  ],
  categories: [
    { slug: 'c', name: 'C', pillar: 'p' },
    { slug: 'd', name: 'D', pillar: 'q' },
  ],
  roles,
  appearances: [line(1, 'auditor', 'p/c'), line(2, 'tester', 'p/c'), line(3, 'writer', 'q/d')],
});

describe.each(engines)('a catalog without responsibilities in $name', (engine) => {
  const ask = askingWithin(() => askingOf(listed, engine));

  test('answers every kind of question, and overlaps by where roles are listed', async () => {
    const { data, errors } = await ask(`{
      catalog { roleCount responsibilityCount }
      roles { nodes { title responsibilities { totalCount } topics { name } overlaps { nodes { title } } } }
      responsibilities { totalCount }
      search(query: "audit") { nodes { id } }
      overlap(of: ["P", "Q"]) { sharedRoleCount unionRoleCount }
      coverage(roles: [{ title: "auditor" }]) { shares { categories responsibilities topics } }
      singlePoints { totalCount }
      invitePlan(input: { cover: ["P"], by: RESPONSIBILITY }) { itemCount optimal }
      graph { nodes { nodeId } edges { kind } }
    }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      catalog: { roleCount: 3, responsibilityCount: 0 },
      roles: {
        nodes: [
          {
            title: 'auditor',
            responsibilities: { totalCount: 0 },
            topics: [],
            overlaps: { nodes: [{ title: 'tester' }] },
          },
          { title: 'tester', overlaps: { nodes: [{ title: 'auditor' }] } },
          { title: 'writer', overlaps: { nodes: [] } },
        ],
      },
      responsibilities: { totalCount: 0 },
      search: { nodes: [{ id: 'role:auditor' }] },
      overlap: { sharedRoleCount: 0, unionRoleCount: 3 },
      coverage: { shares: { categories: 0.5, responsibilities: null, topics: null } },
      invitePlan: { itemCount: 0 },
    });
  });
});

describe.each(engines)('a mere list of roles in $name', (engine) => {
  const ask = askingWithin(() => askingOf(catalogWith({ roles }), engine));

  test('is answered, found and drawn', async () => {
    const { data, errors } = await ask(`{
      roles { totalCount nodes { title overlaps { totalCount } } }
      search(query: "writer") { nodes { id } }
      graph { nodes { nodeId } edges { id } }
      coverage(roles: [{ title: "auditor" }]) { shares { categories responsibilities topics } }
    }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      roles: { totalCount: 3, nodes: roles.map(({ title }) => ({ title, overlaps: { totalCount: 0 } })) },
      search: { nodes: [{ id: 'role:writer' }] },
      coverage: { shares: { categories: null, responsibilities: null, topics: null } },
      graph: { nodes: roles.map(({ slug }) => ({ nodeId: `role:${slug}` })), edges: [] },
    });
  });
});
