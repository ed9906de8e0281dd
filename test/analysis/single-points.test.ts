import fc from 'fast-check';
import { expect, test } from 'vitest';
import { singlePointsByCriticality, singlePointsOf } from '../../src/analysis/coverage/single-points.ts';
import { positionsOf, teamOf } from '../../src/analysis/coverage/team.ts';
import { comparator } from '../../src/graph/lists/page.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { plainCarried, plainItems, plainShare } from '../support/catalogs/plain-coverage.ts';
import { idsOf, staffed } from './teams.ts';

test('single points are the roles of a team that carry what no other of it does, the most critical first', () => {
  fc.assert(
    fc.property(staffed, fc.boolean(), ({ plain, graph, team, groups }, isWholeCatalog) => {
      const roles = isWholeCatalog ? graph.roles : team;
      const items = plainItems(
        plain,
        groups.map(({ id }) => id),
      );
      const points = runToCompletion(singlePointsOf(graph, runToCompletion(teamOf(graph, positionsOf(roles))), groups));
      const told = new Map(points.map(({ position, items: alone }) => [position.roles[0]?.id, idsOf(alone)]));
      const expected = new Map(
        roles.flatMap(({ id }) => {
          const others = roles.filter((role) => role.id !== id).flatMap((role) => [...plainCarried(plain, role.id)]);
          const alone = items.intersection(plainCarried(plain, id)).difference(new Set(others));
          return alone.size === 0 ? [] : [[id, alone] as const];
        }),
      );
      expect(told).toEqual(expected);
      expect(points).toEqual([...points].sort(comparator(singlePointsByCriticality)));
      for (const { items: alone, criticality } of points) {
        expect(criticality).toBeCloseTo(plainShare(idsOf(alone), items, 0), 6);
      }
    }),
    { numRuns: 300 },
  );
});
