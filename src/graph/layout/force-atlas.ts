import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { RepulsionTree } from './repulsion-tree.ts';

/** What is placed: nodes by index, connected by edges. */
export interface ForceProblem {
  /** Where each node begins. No two nodes should begin at the same place: they would stay together. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edges: WeightedEdges;
}

/** Edges without direction: one item of each column for each edge. */
export interface WeightedEdges {
  /** The indexes of their nodes. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** Above 0. */
  readonly weight: Float64Array;
}

export interface ForceSettings {
  /** How often all nodes move. */
  readonly steps: number;
  /** How strongly nodes push each other away (the scaling ratio). */
  readonly repulsion: number;
  /** How strongly a node is drawn to (0, 0), in proportion to its distance from there ("strong gravity"). */
  readonly gravity: number;
  /** How strongly a node is drawn to where it began, in proportion to its distance from there; not a part of ForceAtlas2. */
  readonly anchor: number;
}

const nodesPerYield = 256;
const edgesPerYield = 16_384;

/**
 * Places nodes by ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian: "ForceAtlas2, a Continuous Graph Layout Algorithm for
 * Handy Network Visualization", PLoS ONE 9(6), 2014): nodes repel each other in proportion to their masses, edges attract in
 * proportion to their length, less if one of their nodes has many ("dissuade hubs"), and the speed adapts to how much nodes
 * swing.
 *
 * The same problem gives the same positions on every machine. Only the operations that IEEE 754 rounds exactly are used: +, -,
 * *, / and the square root, but not Math.log, sin, cos and pow, whose last digits depend on the engine and the processor.
 *
 * @returns positions around (0, 0). Takes time in proportion to steps × (nodes × log nodes + edges).
 */
export function* forceAtlas(
  { x: beginX, y: beginY, edges }: ForceProblem,
  { steps, repulsion, gravity, anchor }: ForceSettings,
): Steps<{ readonly x: Float64Array; readonly y: Float64Array }> {
  const count = beginX.length;
  const x = beginX.slice();
  const y = beginY.slice();
  const mass = massesOf(edges, count);
  const pulls = pullsOf(edges, mass);
  const tree = new RepulsionTree(x, y, mass);
  const speed = new AdaptiveSpeed(mass);
  let forceX = new Float64Array(count);
  let forceY = new Float64Array(count);
  let beforeX = new Float64Array(count);
  let beforeY = new Float64Array(count);
  for (let step = 0; step < steps; step++) {
    [forceX, beforeX] = [beforeX, forceX];
    [forceY, beforeY] = [beforeY, forceY];
    yield* tree.build();
    for (let node = 0; node < count; node++) {
      tree.push(node, repulsion);
      const ofNode = itemAt(mass, node);
      const atX = itemAt(x, node);
      const atY = itemAt(y, node);
      forceX[node] = tree.forceX - ofNode * (gravity * atX + anchor * (atX - itemAt(beginX, node)));
      forceY[node] = tree.forceY - ofNode * (gravity * atY + anchor * (atY - itemAt(beginY, node)));
      if (node % nodesPerYield === nodesPerYield - 1) yield;
    }
    for (let edge = 0; edge < pulls.length; edge++) {
      const source = itemAt(edges.source, edge);
      const target = itemAt(edges.target, edge);
      const pull = itemAt(pulls, edge);
      const pullX = (itemAt(x, target) - itemAt(x, source)) * pull;
      const pullY = (itemAt(y, target) - itemAt(y, source)) * pull;
      forceX[source] = itemAt(forceX, source) + pullX;
      forceY[source] = itemAt(forceY, source) + pullY;
      forceX[target] = itemAt(forceX, target) - pullX;
      forceY[target] = itemAt(forceY, target) - pullY;
      if (edge % edgesPerYield === edgesPerYield - 1) yield;
    }
    const swings = speed.adapt(forceX, forceY, beforeX, beforeY);
    yield;
    for (let node = 0; node < count; node++) {
      const factor = speed.ofNode(itemAt(swings, node));
      x[node] = itemAt(x, node) + itemAt(forceX, node) * factor;
      y[node] = itemAt(y, node) + itemAt(forceY, node) * factor;
    }
    yield;
  }
  return { x, y };
}

/** One more than the weight of the edges of each node. */
function massesOf({ source, target, weight }: WeightedEdges, count: number): Float64Array {
  const mass = new Float64Array(count).fill(1);
  for (const ends of [source, target]) {
    ends.forEach((node, edge) => (mass[node] = itemAt(mass, node) + itemAt(weight, edge)));
  }
  return mass;
}

/**
 * How strongly each edge attracts: its weight, divided by the mass of the heavier of its nodes. The paper divides by that of
 * the source, but here the direction says nothing. Multiplied by the mean mass, so that edges attract as strongly as without
 * that.
 */
function pullsOf({ source, target, weight }: WeightedEdges, mass: Float64Array): Float64Array {
  const mean = mass.reduce((sum, each) => sum + each, 0) / mass.length;
  return weight.map((each, edge) => {
    return (each * mean) / Math.max(itemAt(mass, itemAt(source, edge)), itemAt(mass, itemAt(target, edge)));
  });
}

/** How much swinging is tolerated: more is faster and less precise. */
const jitterTolerance = 1;

/** By how much the speed may rise in a step, as a share of it: a sudden rise would throw nodes away. */
const greatestRise = 0.5;

/** What the speed is divided by at most where nodes swing, as one part in so many. */
const leastEfficiency = 0.05;

/**
 * The speed of ForceAtlas2: of all nodes, as high as their swinging allows in proportion to how far they get (traction), and
 * lower for a node that swings itself. The constants are those of the authors' implementation in Gephi 0.9.
 */
class AdaptiveSpeed {
  readonly #mass: Float64Array;
  readonly #swings: Float64Array;
  #speed = 1;
  #efficiency = 1;

  constructor(mass: Float64Array) {
    this.#mass = mass;
    this.#swings = new Float64Array(mass.length);
  }

  /**
   * Adapts the speed to the forces of this step and those before.
   *
   * @returns how much each node swings.
   */
  adapt(forceX: Float64Array, forceY: Float64Array, beforeX: Float64Array, beforeY: Float64Array): Float64Array {
    const count = this.#mass.length;
    let swinging = 0;
    let traction = 0;
    for (let node = 0; node < count; node++) {
      const ofNode = itemAt(this.#mass, node);
      const toX = itemAt(forceX, node);
      const toY = itemAt(forceY, node);
      const fromX = itemAt(beforeX, node);
      const fromY = itemAt(beforeY, node);
      const swings = ofNode * lengthOf(fromX - toX, fromY - toY);
      this.#swings[node] = swings;
      swinging += swings;
      traction += (ofNode * lengthOf(fromX + toX, fromY + toY)) / 2;
    }
    // Nothing moves, so any speed does.
    if (swinging === 0 || traction === 0) return this.#swings;
    const estimate = 0.05 * Math.sqrt(count);
    let tolerance =
      jitterTolerance * Math.max(Math.sqrt(estimate), Math.min(10, (estimate * traction) / (count * count)));
    if (swinging > 2 * traction) {
      if (this.#efficiency > leastEfficiency) this.#efficiency *= 0.5;
      tolerance = Math.max(tolerance, jitterTolerance);
    }
    const target = (tolerance * this.#efficiency * traction) / swinging;
    if (swinging > tolerance * traction) {
      if (this.#efficiency > leastEfficiency) this.#efficiency *= 0.7;
    } else if (this.#speed < 1_000) {
      this.#efficiency *= 1.3;
    }
    this.#speed += Math.min(target - this.#speed, greatestRise * this.#speed);
    return this.#swings;
  }

  /** How far a node moves for each unit of force. */
  ofNode(swings: number): number {
    return this.#speed / (1 + Math.sqrt(this.#speed * swings));
  }
}

function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
