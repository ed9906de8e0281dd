import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import type { Generation, ImportProgress } from '../graph-store.ts';
import { StoreError } from '../store-error.ts';
import { relationshipCounts } from './check-structure.ts';
import type { Executor } from './executor.ts';
import { rowsOf } from './graph-rows.ts';
import type { Properties } from './section.ts';
import { noRow, writeStatement } from './statement.ts';

/** The most rows of one transaction: what a transaction changes is held in Neo4j's memory until it is committed. */
const batchSize = 20_000;

const createConstraint = writeStatement('create-constraint', noRow);
const createGeneration = writeStatement('create-generation', noRow);
const created = z.object({ created: z.int() });
const createNodes = writeStatement('create-nodes', created);
const createRelationships = writeStatement('create-relationships', created);

/**
 * Writes a whole generation, unseen by anybody: the pointer does not name it yet.
 *
 * @param catalog the key of the pointer that is to name it.
 * @throws StoreError CONFLICT where somebody has taken it for given up and removed it.
 */
export async function writeGeneration(
  executor: Executor,
  catalog: string,
  generation: Generation,
  graph: Graph,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  // Before the first statement: from then on, others count the time in which nothing is written.
  const { nodes, relationships, count: total } = rowsOf(graph);
  await executor.run(createConstraint, {});
  await executor.run(createGeneration, {
    catalog,
    generation: generation.key,
    properties: generationProperties(generation, graph),
  });
  let written = 0;

  async function write(kind: Properties, statement: typeof createNodes, rows: Iterable<unknown>): Promise<void> {
    for (const batch of batches(rows)) {
      const parameters = { catalog, generation: generation.key, ...kind, batch: { rows: batch } };
      const [answer] = await executor.run(statement, parameters);
      if (answer?.created !== batch.length) throw removedMeanwhile();
      written += batch.length;
      onProgress({ written, total });
    }
  }

  for (const { label, rows } of nodes) await write({ label }, createNodes, rows());
  for (const { type, rows } of relationships) await write({ type }, createRelationships, rows());
}

/** What is kept on the node of a generation: what it is, and how much must be found when it is read. */
function generationProperties({ revision, importedAt, format }: Generation, { structure }: Graph): Properties {
  const { names, about, partOf } = relationshipCounts(structure);
  return {
    name: structure.name,
    version: structure.version,
    revision,
    format: BigInt(format),
    importedAt: importedAt.toISOString(),
    sources: BigInt(structure.sources.length),
    pillars: BigInt(structure.pillars.length),
    organizationTypes: BigInt(structure.organizationTypes.length),
    categories: BigInt(structure.categories.length),
    topics: BigInt(structure.topics.length),
    responsibilities: BigInt(structure.responsibilities.length),
    roles: BigInt(structure.roles.length),
    appearances: BigInt(structure.appearances.role.length),
    overlaps: BigInt(structure.overlaps.first.length),
    names: BigInt(names),
    about: BigInt(about),
    partOf: BigInt(partOf),
  };
}

function* batches<T>(rows: Iterable<T>): Generator<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function removedMeanwhile(): StoreError {
  return new StoreError(
    'CONFLICT',
    'What this import had written was removed while it paused, as if it had been killed; nothing was changed. ' +
      'Import again.',
  );
}
