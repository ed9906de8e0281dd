import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageUnits, type CoverageUnit } from '../../src/analysis/coverage/coverage-item.ts';
import { invitePlan, type InvitePlan } from '../../src/analysis/invites/invite-plan.ts';
import type { InviteRequest } from '../../src/analysis/invites/plan-problem.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { isGroup, type RoleGroup } from '../../src/graph/nodes/node.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { BruteForce } from '../support/catalogs/brute-force.ts';
import { plainCarried, plainItems } from '../support/catalogs/plain-coverage.ts';
import { catalogWith, line, smallCatalogs } from '../support/catalogs/small-catalogs.ts';
import { nameOf } from './teams.ts';

const unit = fc.constantFrom(...coverageUnits);
const places = fc.array(fc.nat({ max: 20 }), { maxLength: 3 });

/** What there is to cover in groups, as plain-coverage.ts names it. */
function itemsIn(plain: BruteForce, groups: readonly string[], by: CoverageUnit): ReadonlySet<string> {
  const ofUnit = [...plainItems(plain, groups, 'CATALOG')].filter((item) => item.includes(` ${by.toLowerCase()}:`));
  return new Set(ofUnit);
}

function carriers(plain: BruteForce, item: string): ReadonlySet<string> {
  const [, node = ''] = item.split(' ');
  return node.startsWith('category:') ? plain.rolesIn(node) : plain.performers(node);
}

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

/** Every plan that may be made, tried one by one; the best has the fewest roles, then the least sum of places. */
function bestPlan(
  plain: BruteForce,
  items: ReadonlySet<string>,
  must: readonly string[],
  out: readonly string[],
  most: number,
  duties: ReadonlySet<string>,
) {
  const countOf = (role: string) => [...items].filter((item) => carriers(plain, item).has(role)).length;
  const order = plain.roles
    .map(({ id }) => ({
      id,
      count: countOf(id),
      dutyCount: plainCarried(plain, id, duties, 'CATALOG').size,
    }))
    .filter(({ id, count }) => count > 0 && !out.includes(id))
    .sort((a, b) => b.count - a.count || b.dutyCount - a.dutyCount)
    .map(({ id }) => id);
  const free = order.filter((id) => !must.includes(id));
  const coverage = (roles: readonly string[]) =>
    [...items].filter((item) => roles.some((role) => carriers(plain, item).has(role))).length;
  const sum = (roles: readonly string[]) => roles.reduce((total, role) => total + order.indexOf(role), 0);
  const plans = Array.from({ length: 2 ** free.length }, (_, bits) => free.filter((__, at) => bits & (1 << at)))
    .filter((added) => must.length + added.length <= most)
    .map((added) => ({ size: must.length + added.length, covered: coverage([...must, ...added]), sum: sum(added) }))
    .sort((a, b) => b.covered - a.covered || a.size - b.size || a.sum - b.sum);
  return {
    best: plans[0],
    sumOf: (roles: readonly string[]) => sum(roles.filter((id) => !must.includes(id))),
    coverage,
  };
}

describe('on small catalogs', () => {
  test('a plan of a small catalog is the best of all possible plans, and its lists and alternates are right', () => {
    fc.assert(
      fc.property(
        smallCatalogs,
        unit,
        places,
        places,
        places,
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        (catalog, by, groupPlaces, mustPlaces, outPlaces, maxInvites) => {
          const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
          const all: readonly RoleGroup[] = [...graph.nodes()].filter(isGroup);
          const groups = [...new Set(groupPlaces.flatMap((at) => all.slice(at, at + 1)))];
          const { roles } = graph;
          const mustInclude = [...new Set(mustPlaces.flatMap((at) => roles.slice(at, at + 1)))].slice(0, maxInvites);
          const exclude = [...new Set(outPlaces.flatMap((at) => roles.slice(at, at + 1)))].filter(
            (role) => !mustInclude.includes(role),
          );
          const request: InviteRequest = {
            groups,
            from: 'CATALOG',
            unit: by,
            mustInclude,
            exclude,
            ...(maxInvites && { maxInvites }),
          };
          const plan = runToCompletion(invitePlan(graph, request));

          const plain = new BruteForce(catalog);
          const items = itemsIn(plain, ids(groups), by);
          const duties = itemsIn(plain, ids(groups), 'RESPONSIBILITY');
          const { best, sumOf, coverage } = bestPlan(
            plain,
            items,
            ids(mustInclude),
            ids(exclude),
            maxInvites ?? Infinity,
            duties,
          );
          const planned = plan.invites.map(({ role }) => role.id);
          expect(new Set(plan.items.map(nameOf))).toEqual(items);
          expect([planned.length, plan.coveredCount, sumOf(planned)]).toEqual([best?.size, best?.covered, best?.sum]);
          expect(plan).toMatchObject({ optimal: true, upperBound: best?.covered });
          const unlimited = bestPlan(plain, items, ids(mustInclude), ids(exclude), Infinity, duties).best;
          expect(plan.lowerBound).toBeLessThanOrEqual(unlimited?.size ?? 0);
          if (maxInvites === undefined) expect(plan.lowerBound).toBe(planned.length);
          expect(planned).toEqual(expect.arrayContaining(ids(mustInclude)));
          const dutiesOf = (role: string) => plainCarried(plain, role, duties, 'CATALOG').size;
          checkLists(plain, plan, items, ids(mustInclude), ids(exclude), coverage, dutiesOf);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function checkLists(
  plain: BruteForce,
  plan: InvitePlan,
  items: ReadonlySet<string>,
  must: readonly string[],
  out: readonly string[],
  coverage: (roles: readonly string[]) => number,
  dutiesOf: (role: string) => number,
): void {
  const left = new Set(items);
  const planned = plan.invites.map(({ role }) => role.id);
  let lastAdded = Infinity;
  plan.invites.forEach(({ role, rank, adds, covers, alone, alternates }, index) => {
    const carried = [...items].filter((item) => carriers(plain, item).has(role.id));
    expect(rank).toBe(index + 1);
    expect(new Set(covers.map(nameOf))).toEqual(new Set(carried));
    expect(new Set(adds.map(nameOf))).toEqual(new Set(carried.filter((item) => left.has(item))));
    expect(adds.length).toBeLessThanOrEqual(lastAdded);
    lastAdded = adds.length;
    for (const item of carried) left.delete(item);

    const others = planned.filter((id) => id !== role.id);
    const expected = plain.roles
      .map(({ id }) => id)
      .filter((id) => !planned.includes(id) && !out.includes(id))
      .filter(
        (id) =>
          coverage(others) < coverage(planned) && alone.map(nameOf).every((item) => carriers(plain, item).has(id)),
      )
      .sort((a, b) => coverage([b]) - coverage([a]) || dutiesOf(b) - dutiesOf(a));
    expect(alternates().map((alternate) => alternate.role.id)).toEqual(expected);
    for (const { role: other, coveredCount, alsoCovers } of alternates()) {
      const replaced = coverage([...others, other.id]);
      // Only a role that must be included can have an alternate that improves a limited plan.
      if (must.includes(role.id)) expect(replaced).toBeGreaterThanOrEqual(coverage(planned));
      else expect(replaced).toBe(coverage(planned));
      expect(coveredCount).toBe(coverage([other.id]));
      expect(alsoCovers().length + alone.length).toBe(coveredCount);
    }
  });
  expect(new Set(plan.uncovered.map(nameOf))).toEqual(left);
}

describe('where the search reaches its limit', () => {
  /** Two of six categories a role, so that no three of these are plainly the most. */
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
  const rolesOf = [
    ['a', 'b', 'c'],
    ['a', 'b', 'd'],
    ['c', 'd', 'e'],
    ['e', 'f', 'a'],
  ];
  const graph = CatalogGraph.of(
    graphOfCatalog(
      catalogWith({
        pillars: [{ slug: 'p', name: 'P' }],
        categories: slugs.map((slug) => ({ slug, name: slug.toUpperCase(), pillar: 'p' })),
        roles: rolesOf.map((_, at) => ({ slug: `r${at}`, title: `Role ${at}`, alternateTitles: [] })),
        appearances: rolesOf.flatMap((categories, at) =>
          categories.map((category, index) => line(10 * at + index + 1, `r${at}`, `p/${category}`)),
        ),
      }),
    ).structure,
  );
  const request: InviteRequest = {
    groups: graph.pillars,
    from: 'CATALOG',
    unit: 'CATEGORY',
    mustInclude: [],
    exclude: [],
    maxInvites: 2,
  };

  test('a plan whose search reaches its limit is the best one found, with honest bounds', () => {
    const plan = runToCompletion(invitePlan(graph, request, 0));
    expect(plan).toMatchObject({ coveredCount: 5, upperBound: 5, optimal: true, lowerBound: 3 });
    const exact = runToCompletion(invitePlan(graph, request));
    expect(exact).toMatchObject({ coveredCount: 5, upperBound: 5, optimal: true, lowerBound: 3 });
  });
});

describe('errors', () => {
  const graph = CatalogGraph.of(
    graphOfCatalog(catalogWith({ roles: ['a', 'b'].map((slug) => ({ slug, title: slug, alternateTitles: [] })) }))
      .structure,
  );
  const [a, b] = graph.roles;
  const refused = (request: Partial<InviteRequest>) => {
    try {
      runToCompletion(
        invitePlan(graph, { groups: [], from: 'CATALOG', unit: 'TOPIC', mustInclude: [], exclude: [], ...request }),
      );
    } catch (error) {
      if (error instanceof ArgumentError) return [error.argument, error.message];
      throw error;
    }
    throw new Error('expected an ArgumentError');
  };

  test('an error names the argument, what was given and what is allowed', () => {
    if (a === undefined || b === undefined) throw new Error('there are two roles');
    expect(refused({ mustInclude: [a, b], exclude: [b] })).toEqual([
      'input.mustInclude',
      'input.mustInclude has "b", which input.exclude has, too; name a role in one of them.',
    ]);
    expect(refused({ mustInclude: [a, b], maxInvites: 1 })).toEqual([
      'input.mustInclude',
      'input.mustInclude has 2 distinct roles, which is more than input.maxInvites allows (1).',
    ]);
    for (const maxInvites of [0, -1, 1_001]) {
      expect(refused({ maxInvites })).toEqual([
        'input.maxInvites',
        `input.maxInvites is ${maxInvites}; it must be a whole number between 1 and 1000.`,
      ]);
    }
  });
});
