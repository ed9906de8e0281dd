import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askingOf } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';

const catalog = catalogWith({
  pillars: [{ slug: 'security', name: 'Security' }],
  categories: [{ slug: 'all', name: 'All', pillar: 'security' }],
  topics: [{ slug: 'containers', name: 'Containers', hiddenNames: ['k8s'] }],
  responsibilities: [
    { slug: 'restore', name: 'Restore data', hiddenNames: ['DR test'], topics: ['containers'] },
    { slug: 'sign', name: 'Sign off' },
  ],
  roles: [
    { slug: 'l3', title: 'Engineer (L3)' },
    { slug: 'l4', title: 'Engineer (L4)', hiddenTitles: ['Senior'] },
    { slug: 'officer', title: 'Security Officer', alternateTitles: ['ENGINEER'], hiddenTitles: ['CISO', 'Senior'] },
    { slug: 'lodz', title: 'Łódź Planner' },
    { slug: 'zebra', title: 'Zebra Keeper (ZK)' },
  ],
  appearances: [
    line(1, 'Engineer (L3)', 'security/all', ['restore']),
    line(2, 'Security Officer', 'security/all', ['restore', 'sign']),
  ].map((appearance) => ({ ...appearance, role: appearance.role === 'Security Officer' ? 'officer' : 'l3' })),
});

describe.each(engines)('look-ups by title or name in $name', (engine) => {
  let asked: Awaited<ReturnType<typeof askingOf>>;
  beforeAll(async () => {
    asked = await askingOf(catalog, engine);
  });
  afterAll(() => asked.close());

  test.each([
    ['Engineer (L3)', 'role:l3'],
    ['engineer [l4]', 'role:l4'],
    ['ENGINEER', 'role:officer'],
    ['ciso', 'role:officer'],
    ['lodz planner', 'role:lodz'],
    ['zk', 'role:zebra'],
    ['Łódź planner (old)', 'role:lodz'],
  ])('the title %j finds %s', async (title, id) => {
    const { data, errors } = await asked.ask('query ($title: String!) { role(by: { title: $title }) { id } }', {
      title,
    });
    expect({ data, errors }).toEqual({ data: { role: { id } }, errors: [] });
  });

  test('a hidden name finds its responsibility or topic', async () => {
    const { data } = await asked.ask(
      '{ responsibility(by: { name: "dr TEST" }) { id } topic(by: { name: "K8s" }) { id } pillar(by: { name: "k8s" }) { id } }',
    );
    expect(data).toEqual({
      responsibility: { id: 'responsibility:restore' },
      topic: { id: 'topic:containers' },
      pillar: null,
    });
  });

  test('a hidden title of several roles is an error that lists them', async () => {
    const { errors } = await asked.ask('{ role(by: { title: "senior" }) { id } }');
    expect(errors).toMatchObject([{ cause: { argument: 'by.title', candidates: ['role:l4', 'role:officer'] } }]);
  });

  test('hidden titles and names are never shown', async () => {
    const { data } = await asked.ask(`{
      roles { nodes { title alternateTitles } } responsibilities { nodes { name } } topics { name }
      graph { nodes { label node { id } } edges { id } }
      sre: search(query: "Security Officer") { edges { label matched } }
    }`);
    const shown = JSON.stringify(data);
    expect(shown).toContain('ENGINEER');
    for (const hidden of ['CISO', 'Senior', 'DR test', 'k8s']) expect(shown).not.toContain(hidden);
  });

  test('roles are listed by base letters', async () => {
    const { data } = await asked.ask('{ roles { nodes { id } } }');
    expect(data).toEqual({
      roles: { nodes: ['l3', 'l4', 'lodz', 'officer', 'zebra'].map((slug) => ({ id: `role:${slug}` })) },
    });
  });
});
