import { expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import { forceAtlas, type ForceProblem } from '../../../src/graph/layout/force-atlas.ts';
import { pointOnCircle } from '../../../src/graph/layout/point-on-circle.ts';
import { RepulsionTree } from '../../../src/graph/layout/repulsion-tree.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { SeededRandom } from '../../../bench/seeded-random.ts';

const settings = { steps: 100, repulsion: 20, gravity: 0.01, anchor: 0 };

function onCircle(count: number, edges: ForceProblem['edges']): ForceProblem {
  const points = Array.from({ length: count }, (_, index) => pointOnCircle(index / count));
  const column = (at: 0 | 1) => Float64Array.from(points, (point) => point[at] * 100);
  return { x: column(0), y: column(1), edges };
}

const noEdges = { source: new Int32Array(), target: new Int32Array(), weight: new Float64Array() };

test('places what is connected closer to each other than what is not', () => {
  const edges = { source: Int32Array.of(0, 1), target: Int32Array.of(3, 4), weight: Float64Array.of(1, 1) };
  const { x, y } = runToCompletion(forceAtlas(onCircle(6, edges), settings));
  const distance = (one: number, other: number) =>
    Math.hypot(itemAt(x, one) - itemAt(x, other), itemAt(y, one) - itemAt(y, other));
  for (const [one, other] of [
    [0, 3],
    [1, 4],
  ] as const) {
    for (const third of [2, 5]) expect(distance(one, other)).toBeLessThan(distance(one, third));
  }
});

test('keeps nodes without edges around the middle', () => {
  const { x, y } = runToCompletion(forceAtlas(onCircle(5, noEdges), settings));
  const radii = Array.from(x, (each, node) => Math.hypot(each, itemAt(y, node)));
  expect(Math.max(...radii)).toBeLessThan(200);
  expect(Math.min(...radii)).toBeGreaterThan(10);
});

test('places no nodes, and one', () => {
  expect(runToCompletion(forceAtlas(onCircle(0, noEdges), settings)).x).toHaveLength(0);
  const { x, y } = runToCompletion(forceAtlas(onCircle(1, noEdges), settings));
  expect(Math.hypot(itemAt(x, 0), itemAt(y, 0))).toBeLessThan(100);
});

test('nodes that begin at the same place do not stop it', () => {
  const problem = { x: new Float64Array(9), y: new Float64Array(9), edges: noEdges };
  const { x, y } = runToCompletion(forceAtlas(problem, settings));
  expect([...x, ...y].every(Number.isFinite)).toBe(true);
});

test('the approximation of repulsion is near the exact one', () => {
  const random = new SeededRandom(1);
  const count = 400;
  const column = () => Float64Array.from({ length: count }, () => random.number() * 2_000 - 1_000);
  const [x, y, mass] = [column(), column(), column().map((each) => 1 + Math.abs(each) / 100)];
  const tree = new RepulsionTree(x, y, mass);
  runToCompletion(tree.build());
  let difference = 0;
  let whole = 0;
  for (let node = 0; node < count; node++) {
    let [exactX, exactY] = [0, 0];
    for (let other = 0; other < count; other++) {
      if (other === node) continue;
      const [awayX, awayY] = [itemAt(x, node) - itemAt(x, other), itemAt(y, node) - itemAt(y, other)];
      const factor = (7 * itemAt(mass, node) * itemAt(mass, other)) / (awayX * awayX + awayY * awayY);
      exactX += awayX * factor;
      exactY += awayY * factor;
    }
    tree.push(node, 7);
    difference += Math.hypot(tree.forceX - exactX, tree.forceY - exactY);
    whole += Math.hypot(exactX, exactY);
  }
  expect(difference / whole).toBeLessThan(0.05);
});

test('points on the circle are on it, and about equally far from each other', () => {
  const points = Array.from({ length: 40 }, (_, index) => pointOnCircle(index / 40));
  for (const [index, [x, y]] of points.entries()) {
    expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
    expect(Math.abs(x - Math.cos((index / 40) * 2 * Math.PI))).toBeLessThan(0.02);
    expect(Math.abs(y - Math.sin((index / 40) * 2 * Math.PI))).toBeLessThan(0.02);
  }
});
