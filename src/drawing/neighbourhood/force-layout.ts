import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { itemAt } from '../../collections/item-at.ts';
import { pointOnCircle, turnOf } from '../../graph/layout/point-on-circle.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { Point } from '../scene/scene.ts';
import type { Size } from './placed-boxes.ts';

export interface ForceEdge {
  readonly source: number;
  readonly target: number;
  /** How strongly it pulls, above 0 and up to 1: the strongest of its kind have 1. */
  readonly strength: number;
  readonly kind: EdgeKind;
  /** Whether it connects a node with a root, perhaps through another one. */
  readonly isMain: boolean;
}

/** A drawing to be laid out by forces. Nodes are given by their positions in the lists. */
export interface ForceLayoutProblem {
  readonly ids: readonly string[];
  readonly sizes: readonly Size[];
  /** How many of the first nodes stay in the middle. */
  readonly rootCount: number;
  readonly edges: readonly ForceEdge[];
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly height: number;
}

interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  readonly radius: number;
  readonly home: Point;
}

interface Spring extends SimulationLinkDatum<Body> {
  /** As a part of the side of the square. */
  readonly length: number;
  readonly pull: number;
}

const tickCount = 240;
/** The usual one of d3-force for 300 ticks, written out because powers depend on the JavaScript engine in the last digit. */
const alphaDecay = 0.0228;

/**
 * Where forces take the middle of each node, within the drawing or near its edge; nodes may overlap. Springs along the edges pull
 * neighbours together, charges push all nodes apart (d3-force: velocity Verlet, charges after Barnes and Hut).
 *
 * Forces act in a square, which is then stretched to the shape of the drawing. Every node begins in a direction that depends on
 * its id alone, and all are moved a fixed number of times, so the same graph is always drawn in the same way.
 */
export function* forceLayout(problem: ForceLayoutProblem): Steps<readonly Point[]> {
  const { ids, sizes, rootCount, edges, width, height } = problem;
  const side = Math.sqrt(width * height);
  const [stretchX, stretchY] = [width / side, height / side];
  const roots = Array.from({ length: rootCount }, (_, index) => placeOfRoot(index, rootCount, side, width > height));
  const homes = homesOf(ids.length, roots, edges);
  const bodies = ids.map((id, index): Body => {
    const size = itemAt(sizes, index);
    const radius = (size.width / stretchX + size.height / stretchY) / 4;
    const home = itemAt(homes, index);
    const [homeX, homeY] = home;
    if (index < rootCount) return { x: homeX, y: homeY, fx: homeX, fy: homeY, home, radius };
    const [x, y] = pointOnCircle(turnOf(id));
    return { x: homeX + x * side * 0.3, y: homeY + y * side * 0.3, home, radius };
  });
  const springs = edges.map((edge): Spring => {
    const isOfRoot = edge.source < rootCount || edge.target < rootCount;
    const [source, target] = [itemAt(bodies, edge.source), itemAt(bodies, edge.target)];
    return { source, target, ...springOf(edge, isOfRoot) };
  });
  const simulation = forceSimulation(bodies)
    .stop()
    .alphaDecay(alphaDecay)
    .force(
      'link',
      forceLink<Body, Spring>(springs)
        .distance(({ length }) => length * side)
        .strength(({ pull }) => pull),
    )
    .force('charge', forceManyBody<Body>().strength((-side * side) / (6 * bodies.length + 60) / 10))
    .force('x', forceX<Body>(({ home: [x] }) => x).strength(0.06))
    .force('y', forceY<Body>(({ home: [, y] }) => y).strength(0.06))
    .force('collide', forceCollide<Body>(({ radius }) => radius).strength(0.7));
  for (let tick = 0; tick < tickCount; tick++) {
    simulation.tick();
    for (const body of bodies) {
      body.x = within(body.x, side / 2);
      body.y = within(body.y, side / 2);
    }
    yield;
  }
  return filling(bodies, sizes, width, height);
}

/** Overlaps are the shorter the stronger they are, and groups are around the roles; what is under a category is near it. */
function springOf({ kind, strength, isMain }: ForceEdge, isOfRoot: boolean): Pick<Spring, 'length' | 'pull'> {
  if (!isMain) return { length: 0.2, pull: 0.1 * strength };
  if (!isOfRoot) return { length: 0.1, pull: 0.6 };
  return { length: kind === 'OVERLAPS_WITH' ? 0.42 - 0.22 * strength : 0.36, pull: 0.5 };
}

/** Positions, moved and stretched in both directions so that the boxes reach the edges of the drawing. */
function filling(bodies: readonly Body[], sizes: readonly Size[], width: number, height: number): readonly Point[] {
  const along = (values: readonly number[], lengths: readonly number[], total: number) => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const first = itemAt(lengths, values.indexOf(least)) / 2;
    const last = total - itemAt(lengths, values.indexOf(most)) / 2;
    return values.map((value) =>
      most === least ? total / 2 : first + ((value - least) / (most - least)) * (last - first),
    );
  };
  const inX = along(
    bodies.map(({ x }) => x),
    sizes.map((size) => size.width),
    width,
  );
  const inY = along(
    bodies.map(({ y }) => y),
    sizes.map((size) => size.height),
    height,
  );
  return inX.map((x, index): Point => [x, itemAt(inY, index)]);
}

/** One root is in the middle; two or three are on both sides of it, along the longer side of the drawing. */
function placeOfRoot(index: number, count: number, side: number, isWide: boolean): Point {
  const along = count === 1 ? 0 : (index / (count - 1) - 0.5) * side * 0.5;
  // A third one between two others would hide the line between them.
  const across = count === 3 && index === 1 ? side * 0.2 : 0;
  return isWide ? [along, across] : [across, along];
}

/**
 * Where each node belongs: in the middle of the roots that it is next to, but behind its root if there are others, so that what
 * several roots have in common is between them.
 */
function homesOf(count: number, roots: readonly Point[], edges: readonly ForceEdge[]): readonly Point[] {
  const rootsOf = Array.from({ length: count }, (_, index) => new Set(index < roots.length ? [index] : []));
  for (const { source, target } of edges) {
    if (source < roots.length) itemAt(rootsOf, target).add(source);
    if (target < roots.length) itemAt(rootsOf, source).add(target);
  }
  return rootsOf.map((near, index): Point => {
    if (index < roots.length) return itemAt(roots, index);
    const farther = near.size === 1 ? 1.6 : 1 / Math.max(1, near.size);
    const sumOf = (axis: 0 | 1) => [...near].reduce((sum, root) => sum + itemAt(roots, root)[axis], 0);
    return [sumOf(0) * farther, sumOf(1) * farther];
  });
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(-most, value));
}
