import { describe, expect, test } from 'vitest';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { askingOf, askingWithin } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const catalog = catalogWith({
  sources: [{ slug: 's', title: 'Ladder', document: 'ladder.txt' }],
  pillars: [{ slug: 'jobs', name: 'Jobs' }],
  categories: [{ slug: 'all', name: 'All', pillar: 'jobs' }],
  roles: [
    { slug: 'engineer-l4', title: 'Engineer', qualifier: 'L4' },
    { slug: 'engineer-l3', title: 'Engineer', qualifier: 'L3', alternateTitles: ['Developer'] },
    { slug: 'wizard', title: 'Wizard', alternateTitles: ['Engineer'] },
    { slug: 'analyst', title: 'Analyst' },
    { slug: 'analyst-senior', title: 'Analyst', qualifier: 'Senior' },
    { slug: 'cloud-lead', title: 'Lead (Cloud)', qualifier: 'L5' },
    { slug: 'data-lead', title: 'Lead (Data)', qualifier: 'L5' },
  ],
  appearances: [
    { ...line(1, 'engineer-l3', 'jobs/all'), titles: ['Engineer'] },
    { ...line(2, 'engineer-l4', 'jobs/all'), titles: ['Engineer'] },
  ],
});

describe.each(engines)('in $name', (engine) => {
  const ask = askingWithin(() => askingOf(catalog, engine));

  async function found(title: string): Promise<unknown> {
    const { data, errors } = await ask('query ($title: String!) { role(by: { title: $title }) { id } }', { title });
    return errors[0]?.message ?? data;
  }

  test('shows a role with its qualifier wherever it is labelled, in the order of labels', async () => {
    const { data, errors } = await ask(`{
      roles(first: 4) { nodes { title qualifier label } }
      graph(select: { nodeKinds: [ROLE], roots: ["role:engineer-l3"], depth: 0 }) { nodes { label } }
      search(query: "engineer l3") { edges { label matched } }
    }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      roles: {
        nodes: [
          { title: 'Analyst', qualifier: null, label: 'Analyst' },
          { title: 'Analyst', qualifier: 'Senior', label: 'Analyst (Senior)' },
          { title: 'Engineer', qualifier: 'L3', label: 'Engineer (L3)' },
          { title: 'Engineer', qualifier: 'L4', label: 'Engineer (L4)' },
        ],
      },
      graph: { nodes: [{ label: 'Engineer (L3)' }] },
      search: { edges: [{ label: 'Engineer (L3)', matched: 'Engineer (L3)' }] },
    });
  });

  test.each([
    ['Engineer (L3)', 'role:engineer-l3'],
    ['engineer l4', 'role:engineer-l4'],
    ['L4', 'role:engineer-l4'],
    ['Developer', 'role:engineer-l3'],
    ['Analyst', 'role:analyst'],
    ['analyst', 'role:analyst'],
    ['Analyst (senior)', 'role:analyst-senior'],
    ['Lead (Cloud)', 'role:cloud-lead'],
    ['lead cloud', 'role:cloud-lead'],
  ])('finds %j exactly', async (title, id) => {
    expect(await found(title)).toEqual({ role: { id } });
  });

  test.each(['Engineer', 'ENGINEER'])('%j could be several roles, which the error lists', async (title) => {
    expect(await found(title)).toMatch(/could be 2 roles: role:engineer-l3, role:engineer-l4;/);
    const { errors } = await ask(`{ graph(select: { roots: ["${title}"] }) { nodes { nodeId } } }`);
    expect(errors[0]?.cause).toMatchObject({ candidates: ['role:engineer-l3', 'role:engineer-l4'] });
  });
});
