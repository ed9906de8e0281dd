import fc from 'fast-check';
import { expect, test } from 'vitest';
import { communitiesOf, modularityOf } from '../../../src/graph/layout/communities.ts';
import type { WeightedEdges } from '../../../src/graph/layout/force-atlas.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';

function edgesOf(...pairs: readonly (readonly [from: number, to: number, weight?: number])[]): WeightedEdges {
  return {
    source: Int32Array.from(pairs, ([from]) => from),
    target: Int32Array.from(pairs, ([, to]) => to),
    weight: Float64Array.from(pairs, ([, , weight = 1]) => weight),
  };
}

const found = (count: number, edges: WeightedEdges) => runToCompletion(communitiesOf(count, edges));

test('finds two triangles that are connected by one edge, the one with more nodes first', () => {
  const edges = edgesOf([0, 1], [1, 2], [2, 0], [2, 3], [3, 4], [4, 5], [5, 3], [5, 6], [6, 3]);
  expect([...found(7, edges)]).toEqual([1, 1, 1, 0, 0, 0, 0]);
});

test('prefers heavy edges to light ones', () => {
  expect([...found(4, edgesOf([0, 1, 9], [1, 2, 1], [2, 3, 9], [3, 0, 1]))]).toEqual([0, 0, 1, 1]);
});

test('makes a community of each node without edges, and none where there are no nodes', () => {
  expect([...found(3, edgesOf())]).toEqual([0, 1, 2]);
  expect([...found(3, edgesOf([1, 2]))]).toEqual([1, 0, 0]);
  expect([...found(0, edgesOf())]).toEqual([]);
});

/** Zachary's karate club (1977), in which the best communities have a modularity of 0.4198 (Brandes et al., 2008). */
const karateClub = edgesOf(
  ...([1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31] as const).map((to) => [0, to] as const),
  ...([2, 3, 7, 13, 17, 19, 21, 30] as const).map((to) => [1, to] as const),
  ...([3, 7, 8, 9, 13, 27, 28, 32] as const).map((to) => [2, to] as const),
  ...([7, 12, 13] as const).map((to) => [3, to] as const),
  ...([6, 10] as const).map((to) => [4, to] as const),
  ...([6, 10, 16] as const).map((to) => [5, to] as const),
  [6, 16],
  ...([30, 32, 33] as const).map((to) => [8, to] as const),
  [9, 33],
  [13, 33],
  ...([14, 15, 18, 20, 22] as const).flatMap((from) => [[from, 32] as const, [from, 33] as const]),
  [19, 33],
  ...([25, 27, 29, 32, 33] as const).map((to) => [23, to] as const),
  ...([25, 27, 31] as const).map((to) => [24, to] as const),
  [25, 31],
  ...([29, 33] as const).map((to) => [26, to] as const),
  [27, 33],
  ...([31, 33] as const).map((to) => [28, to] as const),
  ...([32, 33] as const).map((to) => [29, to] as const),
  ...([32, 33] as const).map((to) => [30, to] as const),
  ...([32, 33] as const).map((to) => [31, to] as const),
  [32, 33],
);

test('comes close to the best communities of the karate club', () => {
  expect(karateClub.weight).toHaveLength(78);
  expect(modularityOf(found(34, karateClub), karateClub)).toBeGreaterThan(0.41);
});

const graphs = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.integer({ min: 1, max: 4 })), { maxLength: 30 }),
  }),
);

test('numbers communities by their size, and moves no node that would gain', () => {
  fc.assert(
    fc.property(graphs, ({ count, pairs }) => {
      const edges = edgesOf(...pairs.filter(([from, to]) => from !== to));
      const communities = found(count, edges);
      const sizes = [...new Set(communities)]
        .sort((a, b) => a - b)
        .map((each) => {
          return communities.filter((other) => other === each).length;
        });
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(new Set(communities)).toEqual(new Set(sizes.keys()));
      // No two communities are worth joining.
      const reached = modularityOf(communities, edges);
      for (const one of sizes.keys()) {
        for (let other = 0; other < one; other++) {
          const joined = communities.map((each) => (each === one ? other : each));
          expect(modularityOf(joined, edges)).toBeLessThanOrEqual(reached + 1e-6);
        }
      }
    }),
  );
});
