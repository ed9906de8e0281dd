import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageUnits, type CoverageUnit } from '../../src/analysis/coverage/coverage-item.ts';
import { carrierScopes } from '../../src/analysis/coverage/requirements.ts';
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

const places = fc.array(fc.nat({ max: 20 }), { maxLength: 3 });

/** What there is to cover in groups, as plain-coverage.ts names it. */
function itemsIn(plain: BruteForce, { groups, from }: InviteRequest, by: CoverageUnit): ReadonlySet<string> {
  const ofUnit = [...plainItems(plain, ids(groups), from)].filter((item) => item.includes(` ${by.toLowerCase()}:`));
  return new Set(ofUnit);
}

const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

/** A request in ids, and what each role carries of it. */
class PlainRequest {
  readonly items: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
  /** The roles that may be invited, most preferred first. */
  readonly order: readonly string[];
  readonly must: readonly string[];
  readonly most: number;
  readonly #carried = new Map<string, ReadonlySet<string>>();
  readonly #duties = new Map<string, ReadonlySet<string>>();

  constructor(plain: BruteForce, request: InviteRequest) {
    const { groups, from, unit, mustInclude, exclude, maxInvites } = request;
    this.items = itemsIn(plain, request, unit);
    this.duties = itemsIn(plain, request, 'RESPONSIBILITY');
    this.must = ids(mustInclude);
    this.most = maxInvites ?? Infinity;
    for (const { id } of plain.roles) {
      this.#carried.set(id, plainCarried(plain, id, this.items, from));
      this.#duties.set(id, plainCarried(plain, id, this.duties, from));
    }
    const out = ids(exclude);
    this.order = plain.roles
      .map(({ id }) => ({ id, ...specificityOf(plain, id, ids(groups)), count: this.itemsOf(id).size }))
      .filter(({ id, count }) => this.must.includes(id) || (count + this.dutiesOf(id).size > 0 && !out.includes(id)))
      .sort((a, b) => b.specificity - a.specificity || b.lineShare - a.lineShare || b.count - a.count)
      .map(({ id }) => id);
  }

  itemsOf(...roles: readonly string[]): ReadonlySet<string> {
    return new Set(roles.flatMap((role) => [...(this.#carried.get(role) ?? [])]));
  }

  dutiesOf(...roles: readonly string[]): ReadonlySet<string> {
    return new Set(roles.flatMap((role) => [...(this.#duties.get(role) ?? [])]));
  }

  /** The sum of the places of the roles that were free to choose. */
  sumOf(roles: readonly string[]): number {
    return roles.filter((id) => !this.must.includes(id)).reduce((total, role) => total + this.order.indexOf(role), 0);
  }

  /** All plans that are as good as any, tried one by one; the first is preferred. */
  bestPlans(most = this.most): readonly (readonly string[])[] {
    const free = this.order.filter((id) => !this.must.includes(id) && this.itemsOf(id).size > 0);
    const plans = Array.from({ length: 2 ** free.length }, (_, bits) => free.filter((__, at) => bits & (1 << at)))
      .map((added) => [...this.must, ...added])
      .filter(({ length }) => length <= most)
      .map((roles) => ({ roles, covered: this.itemsOf(...roles).size }))
      .sort(
        (a, b) => b.covered - a.covered || a.roles.length - b.roles.length || this.sumOf(a.roles) - this.sumOf(b.roles),
      );
    const [best] = plans;
    return plans
      .filter(({ roles, covered }) => covered === best?.covered && roles.length === best.roles.length)
      .map(({ roles }) => roles);
  }

  /** Who fills seats beyond a plan, one after the other. */
  spareRoles(planned: readonly string[]): readonly string[] {
    const invited = [...planned];
    while (invited.length < this.most && this.most < Infinity) {
      const inRoom = this.dutiesOf(...invited);
      const added = (id: string) => this.dutiesOf(id).difference(inRoom).size;
      const next = this.order
        .filter((id) => !invited.includes(id) && added(id) > 0)
        .reduce<string | undefined>(
          (best, id) => (best === undefined || added(id) > added(best) ? id : best),
          undefined,
        );
      if (next === undefined) break;
      invited.push(next);
    }
    return invited.slice(planned.length);
  }
}

/** How specific a role is to groups: see rolesByPreference. */
function specificityOf(plain: BruteForce, role: string, groups: readonly string[]) {
  const lines = plain.lines.filter((each) => each.role === role);
  const theirs = lines.filter((each) => groups.some((group) => each.groups.has(group)));
  const dutiesOn = (some: typeof lines) => new Set(some.flatMap(({ responsibilities }) => [...responsibilities])).size;
  return {
    specificity: dutiesOn(theirs) ** 2 / Math.max(1, dutiesOn(lines)),
    lineShare: theirs.length / Math.max(1, lines.length),
  };
}

const requests = fc
  .record({
    catalog: smallCatalogs,
    unit: fc.constantFrom(...coverageUnits),
    from: fc.constantFrom(...carrierScopes),
    groups: places,
    must: places,
    out: places,
    maxInvites: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    fill: fc.boolean(),
  })
  .map(({ catalog, unit, from, groups: groupPlaces, must, out, maxInvites, fill }) => {
    const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
    const at = <T>(list: readonly T[], picked: readonly number[]) => [
      ...new Set(picked.flatMap((place) => list.slice(place, place + 1))),
    ];
    const groups: readonly RoleGroup[] = at([...graph.nodes()].filter(isGroup), groupPlaces);
    const mustInclude = at(graph.roles, must).slice(0, maxInvites);
    const exclude = at(graph.roles, out).filter((role) => !mustInclude.includes(role));
    const request: InviteRequest = {
      ...{ groups, from, unit, mustInclude, exclude, fill },
      ...(maxInvites !== undefined && { maxInvites }),
    };
    return { graph, request, plain: new PlainRequest(new BruteForce(catalog), request) };
  });

/** The ids of those invited, by why they have a seat. */
function seatsOf({ invites }: InvitePlan) {
  const on = (...seats: readonly string[]) =>
    invites.filter(({ seat }) => seats.includes(seat)).map(({ role }) => role.id);
  return { planned: on('REQUIRED', 'PLANNED'), required: on('REQUIRED'), spare: on('SPARE') };
}

describe('on small catalogs', () => {
  test('a plan of a small catalog is the best of all possible plans', () => {
    fc.assert(
      fc.property(requests, ({ graph, request, plain }) => {
        const plan = runToCompletion(invitePlan(graph, request));
        const [best = []] = plain.bestPlans();
        const { planned, required } = seatsOf(plan);
        expect(new Set(plan.items.map(nameOf))).toEqual(plain.items);
        expect([planned.length, plan.coveredCount, plain.sumOf(planned)]).toEqual([
          best.length,
          plain.itemsOf(...best).size,
          plain.sumOf(best),
        ]);
        expect(plan).toMatchObject({ size: best.length, optimal: true, upperBound: plan.coveredCount });
        expect(plan.lowerBound).toBeLessThanOrEqual(plain.bestPlans(Infinity)[0]?.length ?? 0);
        if (request.maxInvites === undefined) expect(plan.lowerBound).toBe(planned.length);
        expect(new Set(required)).toEqual(new Set(plain.must));
      }),
      { numRuns: 200 },
    );
  });

  test('other plans that are as good are counted, and the invites in all of them are essential', () => {
    fc.assert(
      fc.property(requests, ({ graph, request, plain }) => {
        const plan = runToCompletion(invitePlan(graph, request));
        const all = plain.bestPlans();
        const { haveAll, ...counts } = runToCompletion(plan.others());
        expect(counts).toEqual({ count: all.length - 1, isExact: true });
        for (const invite of plan.invites) {
          const isInAll = all.every((other) => other.includes(invite.role.id));
          expect(haveAll(invite)).toBe(invite.seat !== 'SPARE' && isInAll);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('spare seats go to the roles that add most responsibilities, as long as anybody adds one', () => {
    fc.assert(
      fc.property(requests, ({ graph, request, plain }) => {
        const plan = runToCompletion(invitePlan(graph, request));
        const { planned, spare } = seatsOf(plan);
        expect(spare).toEqual(request.fill === true ? plain.spareRoles(planned) : []);
        expect(plan.emptySeats).toBe(
          request.maxInvites === undefined ? null : request.maxInvites - plan.invites.length,
        );
        const inRoom = plain.dutiesOf(...planned, ...spare);
        expect(plan.dutyCount).toBe(plain.duties.size);
        expect(new Set(plan.uncoveredDuties.map(nameOf))).toEqual(plain.duties.difference(inRoom));
      }),
      { numRuns: 200 },
    );
  });

  test('the lists of an invite are right, and an alternate leaves nothing uncovered that was covered', () => {
    fc.assert(
      fc.property(requests, ({ graph, request, plain }) => {
        checkLists(runToCompletion(invitePlan(graph, request)), plain);
      }),
      { numRuns: 200 },
    );
  });
});

function checkLists(plan: InvitePlan, plain: PlainRequest): void {
  const { planned, spare } = seatsOf(plan);
  const invited = plan.invites.map(({ role }) => role.id);
  expect(invited).toEqual([...planned, ...spare]);
  const left = new Set(plain.items);
  let lastAdded = Infinity;
  plan.invites.forEach(({ role: { id }, rank, seat, adds, covers, exclusiveDuties, alternates }, index) => {
    expect(rank).toBe(index + 1);
    expect(new Set(covers.map(nameOf))).toEqual(plain.itemsOf(id));
    expect(new Set(adds.map(nameOf))).toEqual(plain.itemsOf(id).intersection(left));
    if (seat !== 'SPARE') expect(adds.length).toBeLessThanOrEqual(lastAdded);
    lastAdded = adds.length;
    for (const item of plain.itemsOf(id)) left.delete(item);
    const dutiesOfOthers = plain.dutiesOf(...invited.filter((other) => other !== id));
    expect(new Set(exclusiveDuties.map(nameOf))).toEqual(plain.dutiesOf(id).difference(dutiesOfOthers));

    const alone = plain.itemsOf(id).difference(plain.itemsOf(...planned.filter((other) => other !== id)));
    const exclusive = plain.dutiesOf(id).difference(dutiesOfOthers);
    const shared = (other: string) => plain.dutiesOf(other).intersection(exclusive).size;
    const canReplace = (other: string) =>
      seat === 'SPARE'
        ? exclusive.size > 0 && exclusive.isSubsetOf(plain.dutiesOf(other))
        : alone.size > 0 && alone.isSubsetOf(plain.itemsOf(other));
    const expected = plain.order
      .filter((other) => !invited.includes(other) && canReplace(other))
      .sort((a, b) => shared(b) - shared(a));
    const found = runToCompletion(alternates());
    expect(found.map(({ role }) => role.id)).toEqual(expected);
    for (const { role, coveredCount, sharedDutyCount, alsoCovers } of found) {
      expect(sharedDutyCount).toBe(shared(role.id));
      expect(coveredCount).toBe(plain.itemsOf(role.id).size);
      expect(new Set(alsoCovers().map(nameOf))).toEqual(
        seat === 'SPARE' ? plain.itemsOf(role.id) : plain.itemsOf(role.id).difference(alone),
      );
      const replaced = plain.itemsOf(...planned.filter((other) => other !== id), role.id);
      if (seat !== 'SPARE') expect(replaced.size).toBeGreaterThanOrEqual(plan.coveredCount);
    }
  });
  expect(new Set(plan.uncovered.map(nameOf))).toEqual(plain.items.difference(plain.itemsOf(...planned)));
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
