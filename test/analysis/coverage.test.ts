import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  additionsByGain,
  additionsOf,
  coverageByGroup,
  coverageFromCatalog,
  coverageOf,
  itemsCarriedBy,
} from '../../src/analysis/coverage/coverage.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { comparator } from '../../src/graph/lists/page.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { plainCarried, plainItems, plainShares } from '../support/catalogs/plain-coverage.ts';
import { coverOf, namesOf, staffed, type Staffed } from './teams.ts';

/** What plain counting says of a team. */
function counted({ plain, team, scope: { from }, groupIds }: Staffed) {
  const items = plainItems(plain, groupIds, from);
  const covered = (scope = from, of = items) =>
    new Set(team.flatMap(({ id }) => [...plainCarried(plain, id, of, scope)]));
  const carriable = new Set(plain.roles.flatMap(({ id }) => [...plainCarried(plain, id, items, from)]));
  return { items, covered, carriable, missing: items.difference(covered()) };
}

describe('of a small catalog', () => {
  test('a team covers what any of its roles carries of what groups have, and nobody covers what no role carries', () => {
    fc.assert(
      fc.property(staffed, (given) => {
        const { graph, team, scope } = given;
        const { items, covered, carriable, missing } = counted(given);
        const coverage = runToCompletion(coverageOf(coverOf(graph, team, scope)));
        expect(namesOf(coverage.items)).toEqual(items);
        expect(namesOf(coverage.covered)).toEqual(covered());
        expect(namesOf(coverage.uncovered)).toEqual(missing);
        expect(namesOf(coverage.nobody)).toEqual(items.difference(carriable));
        expect(coverage.shares).toEqual(plainShares(covered(), items));
      }),
      { numRuns: 300 },
    );
  });

  test('the catalog adds what roles of the team carry elsewhere, and covers what it would if it were asked for', () => {
    fc.assert(
      fc.property(staffed, (given) => {
        const { plain, graph, team, scope, groupIds } = given;
        const { covered } = counted(given);
        const inCatalog = plainItems(plain, groupIds, 'CATALOG');
        const cover = coverOf(graph, team, scope);
        const coverage = runToCompletion(coverageOf(cover));
        const { adds, shares } = runToCompletion(coverageFromCatalog(graph, cover.team, coverage));
        expect(namesOf(adds)).toEqual(covered('CATALOG').difference(covered()));
        expect(shares).toEqual(plainShares(covered('CATALOG', inCatalog), inCatalog));
      }),
      { numRuns: 300 },
    );
  });

  test('the coverage of each group is that of the group alone', () => {
    fc.assert(
      fc.property(staffed, ({ graph, team, scope }) => {
        const cover = coverOf(graph, team, scope);
        const each = runToCompletion(coverageByGroup(graph, cover));
        const groups = scope.groups ?? [...graph.pillars, ...graph.organizationTypes];
        expect(each.map(({ group }) => group)).toEqual(groups);
        for (const { group, ...coverage } of each) {
          const alone = runToCompletion(coverageOf(coverOf(graph, team, { groups: [group], from: scope.from })));
          for (const part of ['items', 'covered', 'uncovered', 'nobody'] as const) {
            expect(namesOf(coverage[part])).toEqual(namesOf(alone[part]));
          }
          expect(coverage.shares).toEqual(alone.shares);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('every role that would add anything is listed with what it adds, most responsibilities first', () => {
    fc.assert(
      fc.property(staffed, (given) => {
        const { plain, graph, team, scope } = given;
        const { items, missing } = counted(given);
        const coverage = runToCompletion(coverageOf(coverOf(graph, team, scope)));
        const additions = runToCompletion(additionsOf(graph, coverage));
        expect(additions).toEqual([...additions].sort(comparator(additionsByGain)));
        const listed = new Map(additions.map((addition) => [addition.role.id, addition]));
        for (const { id } of plain.roles) {
          const adds = plainCarried(plain, id, missing, scope.from);
          const addition = listed.get(id);
          expect([addition?.gain ?? 0, addition?.itemCount ?? 0]).toEqual([
            plainShares(adds, items).RESPONSIBILITY ?? 0,
            adds.size,
          ]);
          if (addition === undefined) continue;
          const carried = itemsCarriedBy(addition.role, coverage.uncovered, coverage.requirements);
          expect(namesOf(runToCompletion(carried))).toEqual(adds);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no role adds to a team of all roles', () => {
    fc.assert(
      fc.property(staffed, ({ graph, scope }) => {
        const coverage = runToCompletion(coverageOf(coverOf(graph, graph.roles, scope)));
        // What nobody carries stays uncovered.
        expect(coverage.uncovered).toEqual(coverage.nobody);
        expect(runToCompletion(additionsOf(graph, coverage))).toEqual([]);
      }),
    );
  });
});

test('the index of an item in a part of the list is its position in the whole list', () => {
  fc.assert(
    fc.property(staffed, ({ graph, team, scope }) => {
      const { items, uncovered } = runToCompletion(coverageOf(coverOf(graph, team, scope)));
      for (const item of uncovered.RESPONSIBILITY) expect(itemAt(items.RESPONSIBILITY, item.index)).toBe(item);
    }),
  );
});
