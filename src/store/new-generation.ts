import { randomUUID } from 'node:crypto';
import { graphFormat, type Graph } from '../graph/structure/graph.ts';
import type { Generation } from './graph-store.ts';

/** A generation of a graph, made now and in our format. */
export function newGeneration({ structure }: Graph, key: string = randomUUID()): Generation {
  return { key, revision: structure.revision, importedAt: new Date(), format: graphFormat };
}
