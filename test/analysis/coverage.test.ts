import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  additionsByGain,
  additionsOf,
  allOwners,
  itemsCoveredBy,
  coverageOf,
} from '../../src/analysis/coverage/coverage.ts';
import { coverageUnits, itemsByName, itemsOfGroups } from '../../src/analysis/coverage/coverage-item.ts';
import { positionsOf, teamOf } from '../../src/analysis/coverage/team.ts';
import { comparator } from '../../src/graph/lists/page.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { rounded } from '../support/catalogs/brute-force.ts';
import { plainCarried, plainItems, plainShare } from '../support/catalogs/plain-coverage.ts';
import { idsOf, staffed } from './teams.ts';

test('what a team covers of some groups is what any of its roles carries of what these have', () => {
  fc.assert(
    fc.property(staffed, ({ plain, graph, team, groups }) => {
      const items = plainItems(
        plain,
        groups.map(({ id }) => id),
      );
      const carried = new Set(team.flatMap(({ id }) => [...plainCarried(plain, id)]));
      const coverage = runToCompletion(coverageOf(graph, runToCompletion(teamOf(graph, positionsOf(team))), groups));
      expect(idsOf(coverage.covered)).toEqual(items.intersection(carried));
      expect(idsOf(coverage.uncovered)).toEqual(items.difference(carried));
      expect(coverage.share).toBeCloseTo(plainShare(items.intersection(carried), items, 1), 6);
    }),
    { numRuns: 300 },
  );
});

test('every role that would add anything is listed with what it adds, most gain first', () => {
  fc.assert(
    fc.property(staffed, ({ plain, graph, team, groups }) => {
      const items = plainItems(
        plain,
        groups.map(({ id }) => id),
      );
      const carried = new Set(team.flatMap(({ id }) => [...plainCarried(plain, id)]));
      const missing = items.difference(carried);
      const coverage = runToCompletion(coverageOf(graph, runToCompletion(teamOf(graph, positionsOf(team))), groups));
      const additions = runToCompletion(additionsOf(graph, coverage));
      expect(additions).toEqual([...additions].sort(comparator(additionsByGain)));
      const told = new Map(additions.map(({ role, gain }) => [role.id, gain]));
      for (const { id } of plain.roles) {
        const adds = missing.intersection(plainCarried(plain, id));
        expect(told.get(id) ?? 0).toBeCloseTo(plainShare(adds, items, 0), 5);
        expect(told.has(id)).toBe(adds.size > 0);
      }
      for (const { role } of additions) {
        const adds = idsOf(runToCompletion(itemsCoveredBy(role, coverage.uncovered)));
        expect(adds).toEqual(missing.intersection(plainCarried(plain, role.id)));
      }
    }),
    { numRuns: 300 },
  );
});

test('all pillars and organization types have all that there is, each item once and by name', () => {
  fc.assert(
    fc.property(staffed, ({ plain, graph }) => {
      const owners = allOwners(graph);
      const items = runToCompletion(itemsOfGroups(graph, owners));
      expect(idsOf(items)).toEqual(
        plainItems(
          plain,
          plain.groups.map(({ id }) => id),
        ),
      );
      for (const unit of coverageUnits) {
        expect(items[unit]).toEqual([...new Set(items[unit])].sort(comparator(itemsByName)));
      }
    }),
    { numRuns: 200 },
  );
});

test('a team that covers all has the gain of every role 0: nobody is listed', () => {
  fc.assert(
    fc.property(staffed, ({ graph, groups }) => {
      const all = runToCompletion(teamOf(graph, positionsOf(graph.roles)));
      const coverage = runToCompletion(coverageOf(graph, all, groups));
      // What nobody in the catalog carries, as a category without roles, stays uncovered.
      expect(runToCompletion(additionsOf(graph, coverage))).toEqual([]);
      expect(rounded(coverage.share)).toBe(coverage.share);
    }),
  );
});
