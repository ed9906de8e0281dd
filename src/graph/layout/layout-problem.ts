import { itemAt } from '../../collections/item-at.ts';
import { forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import { edgeKindsOfDoing } from '../nodes/edge-kind.ts';
import { edgesFrom } from '../selection/edges.ts';
import type { ForceProblem, WeightedEdges } from './force-atlas.ts';
import { isLaidOut, laidOutCount, laidOutKinds, layoutOffsets, type LaidOutNode } from './laid-out-nodes.ts';
import { pointOnCircle, turnOf } from './point-on-circle.ts';

/** The radius of the circle on which nodes begin is this, times the square root of their number: about that of the drawing. */
const circleRadius = 40;

/** How far a node begins from the middle of what it begins at, as a share of the radius of the circle. */
const distanceFromMiddle = 0.1;

/**
 * What the layout of a graph is computed from: its nodes in the order of a layout's columns, where they begin, and its
 * edges.
 *
 * Pillars and organization types begin on a circle, in the order of the catalog and equally far from each other. Everything
 * else begins near the middle of what it belongs to, in a direction that depends on its id: categories at their owners, roles at
 * their categories, responsibilities at their roles, topics at their responsibilities. So a role more changes where few nodes
 * begin, and the drawing stays as people know it. What belongs to nothing begins on the circle.
 *
 * The edges are those of a drawing where no kinds are named, each with the weight 1, overlaps with their own.
 */
export function* layoutProblem(graph: CatalogGraph): Steps<ForceProblem> {
  const edges = yield* weightedEdges(graph);
  const count = laidOutCount(graph.structure);
  const offsets = layoutOffsets(graph.structure);
  const indexOf = ({ kind, index }: LaidOutNode) => offsets[kind] + index;
  const radius = circleRadius * Math.sqrt(Math.max(count, 500));
  const x = new Float64Array(count);
  const y = new Float64Array(count);

  function begin(node: LaidOutNode, others: readonly LaidOutNode[], turn = turnOf(node.id)): void {
    const [circleX, circleY] = pointOnCircle(turn);
    const distance = others.length === 0 ? radius : radius * distanceFromMiddle;
    let [sumX, sumY] = [0, 0];
    for (const other of others) {
      sumX += itemAt(x, indexOf(other));
      sumY += itemAt(y, indexOf(other));
    }
    const divisor = Math.max(others.length, 1);
    x[indexOf(node)] = sumX / divisor + circleX * distance;
    y[indexOf(node)] = sumY / divisor + circleY * distance;
  }

  const owners = [...graph.pillars, ...graph.organizationTypes];
  for (const [index, owner] of owners.entries()) begin(owner, [], index / owners.length);
  yield* forEachInSteps(graph.categories, (category) => {
    begin(category, category.owners);
  });
  for (const role of graph.roles) {
    begin(role, role.categories);
    yield;
  }
  for (const responsibility of graph.responsibilities) {
    begin(responsibility, responsibility.roles);
    yield;
  }
  for (const topic of graph.topics) {
    begin(topic, topic.responsibilities);
    yield;
  }
  return { x, y, edges };
}

function* weightedEdges(graph: CatalogGraph): Steps<WeightedEdges> {
  const offsets = layoutOffsets(graph.structure);
  const kinds = new Set(edgeKindsOfDoing);
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  for (const kind of laidOutKinds) {
    for (const node of graph.nodesOfKind(kind)) {
      for (const edge of edgesFrom(graph, node)) {
        if (!kinds.has(edge.kind) || !isLaidOut(edge.target) || edge.weight === 0) continue;
        source.push(offsets[kind] + node.index);
        target.push(offsets[edge.target.kind] + edge.target.index);
        weight.push(edge.kind === 'OVERLAPS_WITH' ? edge.weight : 1);
      }
      yield;
    }
  }
  // Copied by the engine at once: Int32Array.from() would take ten times as long for a million edges.
  const sources = new Int32Array(source);
  yield;
  const targets = new Int32Array(target);
  yield;
  return { source: sources, target: targets, weight: new Float64Array(weight) };
}
