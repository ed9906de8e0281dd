import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { laidOutCount } from '../../src/graph/layout/laid-out-nodes.ts';
import type { GraphLayout, GraphStructure } from '../../src/graph/structure/graph-data.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { catalogInProcess, newHeader } from '../../src/store/in-process-catalog.ts';

/** A catalog with more nodes than those have whose layout requests wait for: no import stores its layout. */
export const largeGraph = graphOfCatalog(generatedCatalog({ roles: 1_500, seed: 1, appearancesPerRole: 2 }));

/** A layout that costs nothing: all nodes in a row, each a community of its own. */
export function someLayoutOf(structure: GraphStructure): GraphLayout {
  const numbers = Int32Array.from({ length: laidOutCount(structure) }, (_, index) => index);
  return { x: numbers, y: numbers, community: numbers };
}

/** A large catalog, and what gives it a layout, which takes as long as the test wants. */
export function catalogWithLateLayout() {
  const { promise, resolve } = Promise.withResolvers<GraphLayout>();
  const catalog = catalogInProcess(largeGraph, {
    header: { ...newHeader(largeGraph), sequence: 1 },
    storeKind: 'MEMORY',
    runSteps: runToCompletion,
    solveLayout: () => promise,
  });
  const layout = someLayoutOf(largeGraph.structure);
  return {
    catalog,
    layout,
    layOut: () => {
      resolve(layout);
    },
  };
}
