import type { CatalogGraph } from '../catalog-graph.ts';
import type { NodeKind } from './node-kind.ts';

/**
 * What every object of a catalog's graph has. An object is a light view of one row of the typed arrays behind the graph:
 * it is made once, and what it is connected with is looked up when it is asked for.
 */
export abstract class CatalogObject {
  abstract readonly kind: NodeKind;
  /** The title or name that people read, whatever the kind. */
  abstract readonly label: string;
  abstract readonly id: string;
  /** Its index among the objects of its kind, in the kind's own order. */
  readonly index: number;
  protected readonly graph: CatalogGraph;

  constructor(graph: CatalogGraph, index: number) {
    this.graph = graph;
    this.index = index;
  }
}
