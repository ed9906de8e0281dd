import { int } from 'neo4j-driver';
import { z } from 'zod';
import type { GraphData } from '../../../graph/structure/graph-data.ts';
import type { ImportProgress } from '../../graph-store.ts';
import type { NewCatalogHeader } from '../../stored-catalog.ts';
import { batchesOf, type Batch } from './batches.ts';
import { countsOf } from '../generation-counts.ts';
import type { CatalogScope } from '../pointer.ts';
import { type Properties, rowsOf } from './graph-rows.ts';
import { removedMeanwhile } from '../driver/neo4j-failure.ts';
import { noRow, writeStatement } from '../driver/statement.ts';

/** How many batches are sent in parallel: Neo4j creates one while it commits another; it commits them one by one. */
const mostParallelBatches = 2;

const createLabels = writeStatement('create-labels', noRow, true);
const createConstraint = writeStatement('create-constraint', noRow);
const createGeneration = writeStatement('create-generation', noRow);
const created = z.object({ created: z.int() });
const createNodes = writeStatement('create-nodes', created);
const createOverlaps = {
  Role: writeStatement('create-role-overlaps', created),
  Pillar: writeStatement('create-pillar-overlaps', created),
};

/**
 * Writes a whole generation. Nobody sees it, because the pointer does not name it yet.
 *
 * @throws StoreError CONFLICT if another process assumed that it was abandoned, and removed it.
 */
export async function writeGeneration(
  { executor, catalog }: CatalogScope,
  generation: NewCatalogHeader,
  graph: GraphData,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  // Before the first statement: after it, other processes measure how long nothing is written.
  const rows = rowsOf(graph);
  await executor.run(createLabels, {});
  await executor.run(createConstraint, {});
  await executor.run(createGeneration, {
    catalog,
    generation: generation.key,
    properties: generationProperties(generation, graph),
  });
  let written = 0;

  async function write(batch: Batch): Promise<void> {
    const statement = batch.kind === 'nodes' ? createNodes : createOverlaps[batch.label];
    const label = batch.kind === 'nodes' ? { label: batch.label } : {};
    const parameters = { catalog, generation: generation.key, ...label, batch: batch.rows };
    const [answer] = await executor.run(statement, parameters);
    if (answer?.created !== batch.count) throw removedMeanwhile();
    written += batch.count;
    onProgress({ written, total: rows.count });
  }

  for (const section of batchesOf(rows)) await forEachOf(section, mostParallelBatches, write);
  // A reader would not notice that a row is missing.
  if (written !== rows.count) throw new Error(`${written} of ${rows.count} rows were written`);
}

/**
 * Does some work for every item, for a few at a time.
 *
 * @param most how many at a time.
 * @throws the first failure, once all running work has ended.
 */
async function forEachOf<T>(items: Generator<T>, most: number, work: (item: T) => Promise<void>): Promise<void> {
  // A loop that fails closes the generator, which ends the other loops after their current item.
  async function oneByOne(): Promise<void> {
    for (const item of items) await work(item);
  }
  const outcomes = await Promise.allSettled(Array.from({ length: most }, oneByOne));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

/** The properties of the node of a generation: what it is, and how much must be found when it is read. */
function generationProperties(header: NewCatalogHeader, { structure }: GraphData): Properties {
  const { importedAt, format, importedBy, changes } = header;
  const { added, changed, removed } = changes ?? { added: null, changed: null, removed: null };
  const properties = {
    ...countsOf(structure),
    format,
    importedAt: importedAt.toISOString(),
    importedBy,
    added,
    changed,
    removed,
  };
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, typeof value === 'number' ? int(value) : value]),
  );
}
