import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ArgumentError } from '../../../src/graph/argument-error.ts';
import { askingShipped } from '../../support/engines/asking.ts';
import { engines } from '../../support/engines/engines.ts';

const ids = z.array(z.object({ id: z.string() }));
const answered = z.object({
  intersections: z.array(
    z.object({
      groups: ids,
      exclusiveRoleCount: z.number(),
      sharedRoleCount: z.number(),
      exclusive: z.object({ totalCount: z.number(), nodes: ids }),
    }),
  ),
});
const fields =
  'groups { id } exclusiveRoleCount sharedRoleCount exclusive: roles(first: 100, exclusive: true) { totalCount nodes { id } }';

describe.each(engines)('in $name, intersections', (engine) => {
  const ask = askingShipped(engine);

  async function asked(args = '') {
    const { data, errors } = await ask(`{ intersections${args} { ${fields} } }`);
    expect(errors).toEqual([]);
    return answered.parse(data).intersections;
  }

  async function countOf(filter: string): Promise<number> {
    const { data, errors } = await ask(`{ roles(filter: ${filter}) { totalCount } }`);
    expect(errors).toEqual([]);
    return z.object({ roles: z.object({ totalCount: z.number() }) }).parse(data).roles.totalCount;
  }

  test.each([
    ['', 'pillars'],
    ['(kind: CATEGORY)', 'categories'],
    ['(kind: ORGANIZATION_TYPE)', 'organizationTypes'],
  ])('intersections%s have each role of the %s once, most exclusive roles first', async (args, groups) => {
    const found = await asked(args);
    const { data } = await ask(`{ ${groups} { id } }`);
    const all = ids.parse(z.record(z.string(), z.unknown()).parse(data)[groups]).map(({ id }) => JSON.stringify(id));
    const exclusive = found.flatMap(({ exclusive: { nodes } }) => nodes.map(({ id }) => id));
    expect(exclusive).toHaveLength(await countOf(`{ inAny: [${all.join()}] }`));
    expect(new Set(exclusive).size).toBe(exclusive.length);
    const counts = found.map(({ exclusiveRoleCount }) => exclusiveRoleCount);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts).toEqual(found.map(({ exclusive: { totalCount } }) => totalCount));
  });

  test('intersections of pillars have the numbers that overlap and filters give', async () => {
    for (const { groups, exclusiveRoleCount, sharedRoleCount } of await asked('(minGroups: 2)')) {
      const of = groups.map(({ id }) => id);
      const { data } = await ask('query ($of: [ID!]!) { overlap(of: $of) { exclusiveRoleCount sharedRoleCount } }', {
        of,
      });
      expect(data).toEqual({ overlap: { exclusiveRoleCount, sharedRoleCount } });
    }
  });

  test('intersections of three pillars are exclusive among these, whatever else roles are in', async () => {
    const three = ['pillar:security', 'pillar:reliability', 'pillar:cost-optimization'];
    const found = await asked(`(of: ${JSON.stringify(three)})`);
    expect(found).toHaveLength(7);
    for (const { groups, exclusiveRoleCount, sharedRoleCount } of found) {
      const of = groups.map(({ id }) => id);
      const others = three.filter((id) => !of.includes(id));
      const inNone = others.length === 0 ? '' : `, inNone: ${JSON.stringify(others)}`;
      expect(exclusiveRoleCount).toBe(await countOf(`{ inAll: ${JSON.stringify(of)}${inNone} }`));
      expect(sharedRoleCount).toBe(await countOf(`{ inAll: ${JSON.stringify(of)} }`));
    }
  });

  test('intersections can be limited and put into another order', async () => {
    const all = await asked();
    const cut = await asked('(minRoles: 2, minGroups: 2, maxGroups: 3, orderBy: { field: GROUP_COUNT })');
    const sizes = cut.map(({ groups }) => groups.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes)).toEqual(new Set([2, 3]));
    expect(cut).toHaveLength(
      all.filter(({ groups: { length }, exclusiveRoleCount }) => exclusiveRoleCount >= 2 && length >= 2 && length <= 3)
        .length,
    );
    const shared = await asked('(orderBy: { field: SHARED_ROLE_COUNT, direction: DESC })');
    const counts = shared.map(({ sharedRoleCount }) => sharedRoleCount);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });

  test.each([
    ['(kind: RESPONSIBILITY)', 'kind', 'RESPONSIBILITY', 'PILLAR, CATEGORY, ORGANIZATION_TYPE'],
    ['(of: ["organization-type:msp"])', 'of', 'is an organization type', 'a pillar'],
    ['(kind: CATEGORY, of: ["pillar:security"])', 'of', 'is a pillar', 'a category'],
    ['(of: ["pillar:nowhere"])', 'of', 'pillar:nowhere', 'pillar:security'],
    ['(of: [])', 'of', 'empty list', 'at least one'],
    ['(minRoles: 0)', 'minRoles', '0', 'at least 1'],
    ['(minGroups: 0)', 'minGroups', '0', 'at least 1'],
    ['(minGroups: 3, maxGroups: 2)', 'maxGroups', '2', 'at least minGroups, 3'],
  ])('intersections%s is an error that names %s', async (args, argument, ...says) => {
    const { errors } = await ask(`{ intersections${args} { sharedRoleCount } }`);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.cause).toBeInstanceOf(ArgumentError);
    expect(errors[0]?.cause).toMatchObject({ argument });
    for (const said of says) expect(errors[0]?.message).toContain(said);
  });
});
