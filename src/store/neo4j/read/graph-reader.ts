import { inCurrentFormat } from '../../../graph/structure/earlier-format.ts';
import {
  graphFormat,
  type GraphData,
  type GraphStructure,
  type GraphTexts,
} from '../../../graph/structure/graph-data.ts';
import type { Executor } from '../driver/executor.ts';
import type { GenerationCounts } from '../generation-counts.ts';
import { structureOf } from './structure-reader.ts';
import { allTexts } from './text-reader.ts';

/** Which generation is read. */
export interface StoredGeneration {
  readonly generation: string;
  readonly counts: GenerationCounts;
  readonly format: number;
}

/**
 * Reads the structure of a generation. One of an earlier format is read with its texts and converted.
 *
 * @throws StoreError DAMAGED if it is not what was written.
 */
export async function readStructure(executor: Executor, stored: StoredGeneration): Promise<GraphStructure> {
  if (stored.format !== graphFormat) return (await readGraph(executor, stored)).structure;
  return structureOf(executor, stored.generation, stored.counts);
}

/** Reads all texts of a generation, in the order of readStructure. @throws StoreError as readStructure does. */
export async function readTexts(executor: Executor, stored: StoredGeneration): Promise<GraphTexts> {
  if (stored.format !== graphFormat) return (await readGraph(executor, stored)).texts;
  return allTexts(executor, stored.generation, stored.counts);
}

/** Reads a whole generation. @throws StoreError as readStructure does. */
async function readGraph(executor: Executor, { generation, counts, format }: StoredGeneration): Promise<GraphData> {
  const structure = await structureOf(executor, generation, counts);
  return inCurrentFormat({ structure, texts: await allTexts(executor, generation, counts) }, format);
}
