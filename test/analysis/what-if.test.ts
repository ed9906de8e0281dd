import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionOverlapsByScore, positionOverlapsOf } from '../../src/analysis/coverage/position-overlaps.ts';
import { singlePointsOf } from '../../src/analysis/coverage/single-points.ts';
import { positionsOf, teamOf } from '../../src/analysis/coverage/team.ts';
import { whatIf } from '../../src/analysis/coverage/what-if.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import type { Role } from '../../src/graph/nodes/role.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { comparator } from '../../src/graph/lists/page.ts';
import { roleOverlapOf } from '../../src/graph/overlaps/role-overlaps.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { argumentError } from '../support/argument-errors.ts';
import { pairsOf, rounded } from '../support/catalogs/brute-force.ts';
import { plainCarried, plainItems } from '../support/catalogs/plain-coverage.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { namesOf, staffed, type Staffed } from './teams.ts';

/** How many of some positions, each a list of role ids, carry each of some items. */
function carriers(
  { plain, scope }: Staffed,
  positions: readonly (readonly string[])[],
  items: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const roles of positions) {
    const carried = new Set(roles.flatMap((role) => [...plainCarried(plain, role, items, scope.from)]));
    for (const item of carried) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}

test('what a change loses, gains, and leaves to one role alone is what counting before and after shows', () => {
  fc.assert(
    fc.property(staffed, fc.nat({ max: 4 }), fc.nat({ max: 4 }), fc.boolean(), (given, removing, adding, merges) => {
      const { plain, graph, team, scope, groupIds } = given;
      const remove = team.slice(0, removing);
      const add = graph.roles.filter((role) => !team.includes(role)).slice(0, adding);
      const left = [...team.slice(removing), ...add];
      const merge = merges && left.length > 1 ? [left.slice(0, 2)] : [];
      const changed = runToCompletion(whatIf(graph, { team, remove, add, merge }, scope));

      const alone = left.filter((role) => !merge.flat().includes(role)).map(({ id }) => [id]);
      const merged = merge.map((roles) => roles.map(({ id }) => id));
      const items = plainItems(plain, groupIds, scope.from);
      const unchanged = team.map(({ id }) => [id]);
      const [before, after] = [carriers(given, unchanged, items), carriers(given, [...alone, ...merged], items)];
      const where = (holds: (was: number, is: number) => boolean) =>
        new Set([...items].filter((item) => holds(before.get(item) ?? 0, after.get(item) ?? 0)));
      expect(namesOf(changed.lost)).toEqual(where((was, is) => was > 0 && is === 0));
      expect(namesOf(changed.gained)).toEqual(where((was, is) => was === 0 && is > 0));
      expect(namesOf(changed.newlySingle)).toEqual(where((was, is) => was > 1 && is === 1));
      expect(namesOf(changed.noLongerSingle)).toEqual(where((was, is) => was === 1 && is > 1));
      const points = runToCompletion(singlePointsOf(changed.after));
      const single = points.flatMap(({ items: alone }) => [...namesOf(alone)]);
      expect(new Set(single)).toEqual(where((_, is) => is === 1));
      expect(single.length).toBe(new Set(single).size);
    }),
    { numRuns: 300 },
  );
});

test('positions of one role overlap as the roles do, every pair that has something in common, strongest first', () => {
  fc.assert(
    fc.property(staffed, ({ plain, graph, team }) => {
      const overlaps = runToCompletion(positionOverlapsOf(graph, runToCompletion(teamOf(graph, positionsOf(team)))));
      const byTitle = team.toSorted((a, b) => a.index - b.index);
      const pairs = pairsOf(byTitle).map(([a, b]) => roleOverlapOf(graph, a, b));
      expect(overlaps.overlaps.map(({ positions, ...numbers }) => ({ roles: ids(positions), ...numbers }))).toEqual(
        overlaps.overlaps.map(({ positions: [a, b] }) => {
          const [first, second] = [itemAt(a.roles, 0), itemAt(b.roles, 0)];
          const { score, sharedWeight, totalWeight } = roleOverlapOf(graph, first, second);
          return { roles: [first.id, second.id], score, sharedWeight, totalWeight };
        }),
      );
      expect(overlaps.overlaps.length).toBe(pairs.filter(({ score }) => score > 0).length);
      expect(overlaps.overlaps).toEqual([...overlaps.overlaps].sort(comparator(positionOverlapsByScore)));
      const mean = pairs.reduce((sum, { roles: [a, b] }) => sum + plain.overlap(a.id, b.id).score, 0) / pairs.length;
      expect(overlaps.meanScore).toBeCloseTo(pairs.length === 0 ? 0 : mean, 5);
    }),
    { numRuns: 200 },
  );
});

const ids = (positions: readonly { readonly roles: readonly Role[] }[]) =>
  positions.flatMap(({ roles }) => roles.map(({ id }) => id));

test('a position of two roles has the traits of both, each once', () => {
  const catalog = catalogWith({
    pillars: [{ slug: 'p', name: 'P' }],
    categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
    responsibilities: ['x', 'y', 'z'].map((slug) => ({ slug, name: slug.toUpperCase() })),
    roles: ['a', 'b', 'c'].map((slug) => ({ slug, title: slug.toUpperCase() })),
    appearances: [line(1, 'a', 'p/c', ['x']), line(2, 'b', 'p/c', ['y']), line(3, 'c', 'p/c', ['x', 'y', 'z'])],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const [a, b, c] = graph.roles;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three roles');
  const team = runToCompletion(teamOf(graph, [{ roles: [a, b] }, { roles: [c] }]));
  const { overlaps, meanScore } = runToCompletion(positionOverlapsOf(graph, team));
  // X, Y and the pillar and category of all three are shared; Z is C's alone. N = 3.
  const [pillar, twoOfThree, one] = [Math.log(2), Math.log(1 + 3 / 2), Math.log(1 + 3)];
  const shared = 2 * pillar + 2 * twoOfThree;
  expect(overlaps).toMatchObject([
    { score: rounded(shared / (shared + one)), sharedWeight: rounded(shared), totalWeight: rounded(shared + one) },
  ]);
  expect(meanScore).toBe(rounded(shared / (shared + one)));
});

test('more than 500 positions are not compared, and the message says what to give', () => {
  const slugs = Array.from({ length: 501 }, (_, at) => `r${at}`);
  const catalog = catalogWith({ roles: slugs.map((slug) => ({ slug, title: slug })) });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const team = runToCompletion(teamOf(graph, positionsOf(graph.roles)));
  const error = argumentError(() => runToCompletion(positionOverlapsOf(graph, team)));
  expect([error.argument, error.message]).toEqual([
    'input.team',
    'The team has 501 positions; pairs are compared for at most 500. Give a smaller team in input.team, or leave out overlaps and meanOverlap.',
  ]);
  expect(error).toBeInstanceOf(ArgumentError);
});
