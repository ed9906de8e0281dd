import type { CatalogGraph } from '../catalog-graph.ts';
import { nodeId } from './node-id.ts';
import type { NodeKind } from './node-kind.ts';

/**
 * What every object of a catalog's graph has. An object is a light view of one row of the typed arrays behind the graph.
 * It is made once, so two objects are the same node exactly when they are identical (===). Its neighbours, such as
 * `role.pillars`, are looked up when they are read.
 */
export abstract class CatalogObject {
  abstract readonly kind: NodeKind;
  /** The title or name that people read, whatever the kind. */
  abstract readonly label: string;
  /** What follows the kind in its id. */
  protected abstract readonly key: string;
  /** Its index among the objects of its kind, in the kind's own order. */
  readonly index: number;
  protected readonly graph: CatalogGraph;
  #id: string | undefined;

  constructor(graph: CatalogGraph, index: number) {
    this.graph = graph;
    this.index = index;
  }

  /** Unique in the catalog, e.g. "role:devops-engineer"; see nodeId. */
  get id(): string {
    return (this.#id ??= nodeId(this.kind, this.key));
  }
}
