import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askingShipped } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';
import { mentions } from '../seed/mentions.ts';

const appearancesOf = z.object({ role: z.object({ appearances: z.array(z.unknown()) }) });

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  async function dataOf(query: string, variables?: Record<string, unknown>): Promise<unknown> {
    const { data, errors } = await ask(query, variables);
    expect(errors).toEqual([]);
    return data;
  }

  describe('roles', () => {
    test('two roles are in all six pillars, and no other', async () => {
      expect(await dataOf('{ roles(filter: { pillarCount: { min: 6 } }) { nodes { title isUniversal } } }')).toEqual({
        roles: {
          nodes: [
            { title: 'DevOps Engineer', isUniversal: true },
            { title: 'Operations Manager', isUniversal: true },
          ],
        },
      });
    });

    test.each([
      'SRE',
      'sre',
      'Site Reliability Engineer (SRE)',
      'site-reliability  ENGINEER',
      'role:site-reliability-engineer',
    ])('a role is found as %s', async (text) => {
      const by = text.startsWith('role:') ? { id: text } : { title: text };
      const query = 'query ($by: RoleBy!) { role(by: $by) { id title alternateTitles pillarCount pillars { slug } } }';
      expect(await dataOf(query, { by })).toEqual({
        role: {
          id: 'role:site-reliability-engineer',
          title: 'Site Reliability Engineer',
          alternateTitles: ['SRE'],
          pillarCount: 3,
          pillars: [{ slug: 'operational-excellence' }, { slug: 'reliability' }, { slug: 'performance-efficiency' }],
        },
      });
    });

    test.each(['role:nobody', 'nonsense', '', 'pillar:security'])('no role has the id %j', async (id) => {
      expect(await dataOf('query ($id: ID!) { role(by: { id: $id }) { id } }', { id })).toEqual({ role: null });
    });

    test('every title of every line finds its role with an appearance on that line', async () => {
      const query = `query ($title: String!) {
      role(by: { title: $title }) { appearances { category { id } source { line source { slug } } } }
    }`;
      for (const { source, line, category, titles } of mentions) {
        const place = { category: { id: `category:${category}` }, source: { line, source: { slug: source } } };
        for (const title of titles) {
          const data = await dataOf(query, { title });
          expect(appearancesOf.parse(data).role.appearances, `${title} on ${source}:${line}`).toContainEqual(place);
        }
      }
    });

    test('what a role does in a pillar comes with the lines that say so', async () => {
      const query = `{ role(by: { title: "Compliance Officer" }) {
      responsibilities(in: "pillar:security") { nodes { slug } edges { appearances { source { line } pillar { name } } } }
      appearances(in: "pillar:security") { titles category { name } }
    } }`;
      const security = { source: { line: 46 }, pillar: { name: 'Security' } };
      expect(await dataOf(query)).toEqual({
        role: {
          responsibilities: {
            nodes: [{ slug: 'ensure-policy-compliance' }, { slug: 'meet-compliance-obligations' }],
            edges: [{ appearances: [security] }, { appearances: [security] }],
          },
          appearances: [{ titles: ['Compliance Officer'], category: { name: 'Governance & Oversight' } }],
        },
      });
    });
  });
});
