import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchingKey } from '../../../src/text/matching-key.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { filtered, type RoleFilter } from '../../../src/graph/lists/role-filter.ts';
import { involvements } from '../../../src/graph/nodes/involvement.ts';
import { RoleSet } from '../../../src/collections/role-set.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const places = fc.option(fc.array(fc.nat({ max: 63 }), { minLength: 1, maxLength: 3 }), { nil: undefined });
const count = fc.option(fc.nat({ max: 3 }), { nil: undefined });
const drawnFilters = fc.record(
  {
    inAll: places,
    inAny: places,
    inNone: places,
    performsAll: places,
    performsAny: places,
    involvement: fc.record({ as: fc.subarray([...involvements], { minLength: 1 }), for: places }, { requiredKeys: [] }),
    pillarCount: fc.record({ min: count, max: count }).filter(({ min = 0, max = 3 }) => min <= max),
    titleContains: fc.constantFrom('data', 'Ops (part)', 'e', 'R & D', 'c+', 'nowhere'),
  },
  { requiredKeys: [] },
);

/** Whether the contract's words let a role pass; every field that is given must hold. */
function passes(plain: BruteForce, role: string, filter: RoleFilter): boolean {
  const isIn = (group: string) => plain.rolesIn(group).has(role);
  const performs = (id: string) => plain.performers(id).has(role);
  const pillars = plain.groupsOf(role, 'PILLAR').length;
  const named = plain.catalog.roles.find(({ slug }) => `role:${slug}` === role);
  const titles = named === undefined ? [] : [named.title, ...(named.alternateTitles ?? [])];
  const { inAll, inAny, inNone, performsAll, performsAny, involvement, pillarCount, titleContains } = filter;
  return (
    (inAll?.every(isIn) ?? true) &&
    (inAny?.some(isIn) ?? true) &&
    !(inNone?.some(isIn) ?? false) &&
    (performsAll?.every(performs) ?? true) &&
    (performsAny?.some(performs) ?? true) &&
    (involvement == null || plain.involved(involvement.as ?? involvements, involvement.for ?? undefined).has(role)) &&
    pillars >= (pillarCount?.min ?? 0) &&
    pillars <= (pillarCount?.max ?? Infinity) &&
    (titleContains == null ||
      // No title of these catalogs has brackets, so those of the filter do not count.
      titles.some((title) => matchingKey(title).includes(matchingKey(titleContains.replace(/\(.*\)/, '')))))
  );
}

test('roles pass a filter when all of its fields hold', () => {
  fc.assert(
    fc.property(smallCatalogs, drawnFilters, fc.nat({ max: 511 }), (catalog, drawn, mask) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const groups = plain.groups.map(({ id }) => id);
      const duties = [
        ...plain.responsibilities.map(({ id }) => id),
        ...catalog.topics.map(({ slug }) => `topic:${slug}`),
      ];
      const chosen = (ids: readonly string[], at: readonly number[] | undefined) =>
        at === undefined || ids.length === 0 ? undefined : at.flatMap((place) => ids[place % ids.length] ?? []);
      const filter: RoleFilter = {
        inAll: chosen(groups, drawn.inAll),
        inAny: chosen(groups, drawn.inAny),
        inNone: chosen(groups, drawn.inNone),
        performsAll: chosen(duties, drawn.performsAll),
        performsAny: chosen(duties, drawn.performsAny),
        involvement: drawn.involvement && { ...drawn.involvement, for: chosen(duties, drawn.involvement.for) },
        pillarCount: drawn.pillarCount,
        titleContains: drawn.titleContains,
      };
      const { roles } = graph;
      const some = roles.filter(({ index }) => ((mask >> index) & 1) === 0);
      const from = new RoleSet(
        roles.length,
        some.map(({ index }) => index),
      );
      const kept = graph.rolesIn(filtered(graph, from, filter)).map(({ id }) => id);
      expect(kept).toEqual(some.map(({ id }) => id).filter((id) => passes(plain, id, filter)));
    }),
    { numRuns: 300 },
  );
});

const catalog = catalogWith({
  pillars: [{ slug: 'security', name: 'Security' }],
  categories: [{ slug: 'all', name: 'All', pillar: 'security' }],
  topics: [{ slug: 'risk', name: 'Risk' }],
  responsibilities: [{ slug: 'audit', name: 'Audit', topics: ['risk'] }],
  roles: [
    { slug: 'auditor', title: 'Auditor', alternateTitles: ['R&D Auditor'] },
    { slug: 'tester', title: 'Tester (senior)' },
  ],
  appearances: [line(1, 'auditor', 'security/all', ['audit'])],
});
const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
const all = RoleSet.all(2);
const kept = (filter: RoleFilter) => graph.rolesIn(filtered(graph, all, filter)).map(({ slug }) => slug);

describe('a filter', () => {
  test('a filter that is empty, or all null, keeps every role', () => {
    const none = { inAll: null, inAny: null, inNone: null, performsAll: null, performsAny: null };
    expect(kept({})).toEqual(['auditor', 'tester']);
    expect(kept({ ...none, pillarCount: null, titleContains: null })).toEqual(['auditor', 'tester']);
    expect(kept({ pillarCount: {} })).toEqual(['auditor', 'tester']);
    expect(kept({ pillarCount: { min: null, max: null } })).toEqual(['auditor', 'tester']);
  });

  test('a filter accepts groups of any kind, topics as well as responsibilities, by id or name, and the same one twice', () => {
    expect(kept({ inAll: ['pillar:security', 'category:security/all', 'pillar:security'] })).toEqual(['auditor']);
    expect(kept({ inNone: ['category:security/all'] })).toEqual(['tester']);
    expect(kept({ performsAll: ['topic:risk', 'responsibility:audit'] })).toEqual(['auditor']);
    expect(kept({ inAll: ['SECURITY', 'pillar:security', 'All'], performsAny: ['Risk'] })).toEqual(['auditor']);
  });

  test('a filter finds titles by matching key, alternates too, with and without brackets, and "&" as "and"', () => {
    expect(kept({ titleContains: 'r AND d aud' })).toEqual(['auditor']);
    expect(kept({ titleContains: 'r AND d (senior) áud' })).toEqual(['auditor']);
    expect(kept({ titleContains: 'senior' })).toEqual(['tester']);
    expect(kept({ titleContains: 'AUDITOR (any)' })).toEqual(['auditor']);
    expect(kept({ titleContains: '(any)' })).toEqual([]);
  });

  test('a filter leaves the set that it filters as it was', () => {
    const before = [...all];
    kept({ inNone: ['pillar:security'], pillarCount: { min: 1 }, titleContains: 'x' });
    expect([...all]).toEqual(before);
  });
});

describe('a filter is an error', () => {
  const errorOf = (filter: RoleFilter) => argumentError(() => filtered(graph, all, filter));

  test.each(['inAll', 'inAny', 'inNone', 'performsAll', 'performsAny'] as const)(
    'refuses a filter with a bad list as %s',
    (field) => {
      const argument = `filter.${field}`;
      const takesGroups = field.startsWith('in');
      const wrongKind = takesGroups ? 'role:auditor' : 'pillar:security';
      for (const [ids, said] of [
        [[], 'is an empty list'],
        [['pillar:nowhere'], '"pillar:nowhere"'],
        [[''], '""'],
        [['nowhere'], '"nowhere"'],
        [[wrongKind], takesGroups ? 'is a role' : 'is a pillar'],
        [['source:s'], 'is a source'],
        [['appearance:security/all/auditor/s-1'], 'is an appearance'],
      ] as const) {
        const error = errorOf({ [field]: ids });
        expect(error.argument).toBe(argument);
        expect(error.message).toContain(argument);
        expect(error.message).toContain(said);
        expect(error.message, 'says what is allowed').toMatch(takesGroups ? /"pillar:security"/ : /"topic:backup"/);
      }
      expect(errorOf({ [field]: [takesGroups ? 'pillar:security' : 'topic:risk', 'x'] }).argument).toBe(argument);
    },
  );

  test.each(['', ' ', '(…)', '—'])(
    'refuses a filter with %j as the title, which has nothing to compare',
    (titleContains) => {
      expect(errorOf({ titleContains }).argument).toBe('filter.titleContains');
    },
  );

  test('refuses a filter with a count of pillars whose min exceeds its max', () => {
    const error = errorOf({ pillarCount: { min: 3, max: 2 } });
    expect(error.argument).toBe('filter.pillarCount');
    expect(error.message).toContain('min 3');
    expect(error.message).toContain('max 2');
    expect(kept({ pillarCount: { min: 1, max: 1 } })).toEqual(['auditor']);
  });
});
