import { readCatalog } from '../src/catalog/read/read-catalog.ts';
import type { Catalog } from '../src/catalog/catalog.ts';
import { itemAt } from '../src/collections/item-at.ts';
import { CatalogGraph } from '../src/graph/catalog-graph.ts';
import { communitiesOf, modularityOf } from '../src/graph/layout/communities.ts';
import { forceAtlas, type ForceProblem, type ForceSettings } from '../src/graph/layout/force-atlas.ts';
import { layoutForces, stepsFor } from '../src/graph/layout/graph-layout.ts';
import { laidOutKinds } from '../src/graph/layout/laid-out-nodes.ts';
import { layoutProblem } from '../src/graph/layout/layout-problem.ts';
import { pointOnCircle, turnOf } from '../src/graph/layout/point-on-circle.ts';
import { graphOfCatalog } from '../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../src/scheduling/steps.ts';
import { medianMove, withRole, type Point } from '../test/support/moved-nodes.ts';
import { generatedCatalog } from './generated-catalog.ts';

// Measures layouts: npm run bench:layout. How far a role more moves the median node of the catalog that ships, with the
// settings in use and others; then how long layouts take, in seconds of processor time.

interface Problem extends ForceProblem {
  readonly ids: readonly string[];
}

function problemOf(catalog: Catalog): Problem {
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const ids = laidOutKinds.flatMap((kind) => graph.nodesOfKind(kind).map(({ id }) => id));
  return { ...runToCompletion(layoutProblem(graph)), ids };
}

/** All nodes begin on a circle, at the turn of their id. */
function beginningOnCircle(problem: Problem): Problem {
  const radius = 40 * Math.sqrt(problem.ids.length);
  const points = problem.ids.map((id) => pointOnCircle(turnOf(id)));
  const column = (at: 0 | 1) => Float64Array.from(points, (point) => point[at] * radius);
  return { ...problem, x: column(0), y: column(1) };
}

function positionsOf(problem: Problem, settings: ForceSettings): ReadonlyMap<string, Point> {
  const { x, y } = runToCompletion(forceAtlas(problem, settings));
  return new Map(problem.ids.map((id, index) => [id, { x: itemAt(x, index), y: itemAt(y, index) }]));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

function secondsSince(start: NodeJS.CpuUsage): string {
  const { user, system } = process.cpuUsage(start);
  return ((user + system) / 1e6).toFixed(2);
}

const { catalog } = await readCatalog('seed');
if (catalog === undefined) throw new Error('seed/ has errors: npm run rolegraph validate seed');
const before = problemOf(catalog);
const after = Array.from({ length: 30 }, (_, index) => problemOf(withRole(catalog, index * 31, 1 + (index % 4))));
const inUse = { ...layoutForces, steps: stepsFor(before.ids.length) };
const same = (problem: Problem) => problem;
const variants: readonly (readonly [name: string, begin: (problem: Problem) => Problem, settings: ForceSettings])[] = [
  ['in use', same, inUse],
  ['30 steps', same, { ...inUse, steps: 30 }],
  ['300 steps', same, { ...inUse, steps: 300 }],
  ['no anchor, gravity 0.05', same, { ...inUse, anchor: 0, gravity: 0.05 }],
  ['anchor 0.03, gravity 0.02', same, { ...inUse, anchor: 0.03, gravity: 0.02 }],
  ['all begin on a circle, no anchor, gravity 0.05', beginningOnCircle, { ...inUse, anchor: 0, gravity: 0.05 }],
];
print('A role more moves the median node by (median and greatest of 30 roles):');
for (const [name, begin, settings] of variants) {
  const positions = positionsOf(begin(before), settings);
  const moves = after.map((problem) => medianMove(positions, positionsOf(begin(problem), settings)));
  moves.sort((a, b) => a - b);
  print(`  ${name}: ${percent(itemAt(moves, 15))} and ${percent(itemAt(moves, 29))}`);
}
print('Seconds of processor time:');
for (const roles of ['shipped', 'shipped', 1_200, 5_000, 50_000] as const) {
  const graph = CatalogGraph.of(
    graphOfCatalog(roles === 'shipped' ? catalog : generatedCatalog({ roles, seed: 1 })).structure,
  );
  let start = process.cpuUsage();
  const problem = runToCompletion(layoutProblem(graph));
  const ofProblem = secondsSince(start);
  start = process.cpuUsage();
  const communities = runToCompletion(communitiesOf(problem.x.length, problem.edges));
  const ofCommunities = secondsSince(start);
  start = process.cpuUsage();
  const steps = stepsFor(problem.x.length);
  runToCompletion(forceAtlas(problem, { ...layoutForces, steps }));
  print(
    `  ${roles}: ${problem.x.length} nodes, ${problem.edges.weight.length} edges: problem ${ofProblem}, ` +
      `${new Set(communities).size} communities ${ofCommunities} (modularity ${modularityOf(communities, problem.edges).toFixed(3)}), ` +
      `${steps} steps ${secondsSince(start)}`,
  );
}
