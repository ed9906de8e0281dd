import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askingShipped, type Ask } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const pages = z.object({
  roles: z.object({
    pageInfo: z.object({ endCursor: z.string().nullable(), hasNextPage: z.boolean() }),
    nodes: z.array(z.object({ title: z.string(), specificity: z.number() })),
  }),
});

type Special = z.infer<typeof pages>['roles']['nodes'][number];

/** All roles by specificity, page by page. */
async function bySpecificity(ask: Ask, direction: 'ASC' | 'DESC'): Promise<readonly Special[]> {
  const query = `query ($after: String) {
    roles(first: 100, after: $after, orderBy: { field: SPECIFICITY, direction: ${direction} }) {
      pageInfo { endCursor hasNextPage } nodes { title specificity } } }`;
  const roles: Special[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data, errors } = await ask(query, { after });
    expect(errors).toEqual([]);
    const { pageInfo, nodes }: z.infer<typeof pages>['roles'] = pages.parse(data).roles;
    roles.push(...nodes);
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return roles;
}

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  test.each(['ASC', 'DESC'] as const)('roles come by specificity, %s, each once', async (direction) => {
    const roles = await bySpecificity(ask, direction);
    expect(new Set(roles.map(({ title }) => title)).size).toBe(138);
    const found = roles.map(({ specificity }) => specificity);
    expect(found).toEqual(found.toSorted((a, b) => (direction === 'ASC' ? a - b : b - a)));
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(Math.max(...found)).toBeLessThanOrEqual(1);
  });

  test('a role has its specificity', async () => {
    const { data } = await ask(
      '{ roles(first: 1, orderBy: { field: SPECIFICITY, direction: DESC }) { nodes { title specificity } } }',
    );
    expect(data).toEqual({ roles: { nodes: [{ title: 'Machine Learning Engineer', specificity: 0.835878 }] } });
  });
});
