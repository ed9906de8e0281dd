import { runToCompletion, type Steps } from '../../scheduling/steps.ts';
import { CatalogGraph } from '../catalog-graph.ts';
import type { GraphData, GraphLayout } from '../structure/graph-data.ts';
import { communitiesOf } from './communities.ts';
import { forceAtlas, type ForceProblem } from './force-atlas.ts';
import { isLaidOutAtImport } from './laid-out-nodes.ts';
import { layoutProblem } from './layout-problem.ts';

export { layoutProblem };

/** With these, the nodes of a drawing are some 20 units apart, and it is about as wide as the circle on which they begin. */
export const layoutForces = { repulsion: 20, gravity: 0.01, anchor: 0.1 };

/**
 * How often nodes move: less often if there are more of them. They begin near where they belong, so that few steps are enough,
 * and more of them would move them away from what people know (npm run bench:layout).
 */
export function stepsFor(count: number): number {
  return Math.min(100, Math.max(30, Math.floor(300_000 / Math.max(count, 1))));
}

/** Solves what layoutProblem() states. The same problem has the same layout on every machine. */
export function* solvedLayout(problem: ForceProblem): Steps<GraphLayout> {
  const count = problem.x.length;
  const community = yield* communitiesOf(count, problem.edges);
  const { x, y } = yield* forceAtlas(problem, { ...layoutForces, steps: stepsFor(count) });
  return { x: Int32Array.from(x, Math.round), y: Int32Array.from(y, Math.round), community };
}

/** The data of a graph with its layout, as an import stores it; without one if the catalog is large. */
export function withLayout({ structure, texts }: GraphData): GraphData {
  if (!isLaidOutAtImport(structure)) return { structure, texts };
  const layout = runToCompletion(solvedLayout(runToCompletion(layoutProblem(CatalogGraph.of(structure)))));
  return { structure: { ...structure, layout }, texts };
}
