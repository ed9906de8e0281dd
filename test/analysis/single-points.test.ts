import fc from 'fast-check';
import { expect, test } from 'vitest';
import { singlePointsByCriticality, singlePointsOf } from '../../src/analysis/coverage/single-points.ts';
import { comparator } from '../../src/graph/lists/page.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { plainCarried, plainItems, plainShares } from '../support/catalogs/plain-coverage.ts';
import { coverOf, namesOf, staffed } from './teams.ts';

test('single points are the roles of a team that carry what no other of it does, the most critical first', () => {
  fc.assert(
    fc.property(staffed, fc.boolean(), ({ plain, graph, team, scope, groupIds }, isWholeCatalog) => {
      const roles = isWholeCatalog ? graph.roles : team;
      const items = plainItems(plain, groupIds, scope.from);
      const carried = (id: string) => plainCarried(plain, id, items, scope.from);
      const points = runToCompletion(singlePointsOf(coverOf(graph, roles, scope)));
      const listed = new Map(points.map(({ position, items: alone }) => [position.roles[0]?.id, namesOf(alone)]));
      const expected = new Map(
        roles.flatMap(({ id }) => {
          const others = roles.filter((role) => role.id !== id).flatMap((role) => [...carried(role.id)]);
          const alone = carried(id).difference(new Set(others));
          return alone.size === 0 ? [] : [[id, alone] as const];
        }),
      );
      expect(listed).toEqual(expected);
      expect(points).toEqual([...points].sort(comparator(singlePointsByCriticality)));
      for (const { items: alone, criticality } of points) {
        expect(criticality).toBe(plainShares(namesOf(alone), items).RESPONSIBILITY ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});
