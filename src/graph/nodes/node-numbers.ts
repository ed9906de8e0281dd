import type { CatalogGraph } from '../catalog-graph.ts';
import type { NodeKind } from './node-kind.ts';
import type { Node } from './node.ts';

/**
 * A whole number for each node of a catalog; 0 until one is set. Unlike a Map, it takes 4 bytes for each node of the kinds that
 * are used, and never stops the event loop to grow: each kind has its numbers from the first one on.
 */
export class NodeNumbers {
  readonly #graph: CatalogGraph;
  readonly #ofKind = new Map<NodeKind, Int32Array>();

  constructor(graph: CatalogGraph) {
    this.#graph = graph;
  }

  of({ kind, index }: Node): number {
    return this.#ofKind.get(kind)?.[index] ?? 0;
  }

  set({ kind, index }: Node, number: number): void {
    let numbers = this.#ofKind.get(kind);
    if (numbers === undefined) {
      const graph = this.#graph;
      numbers = new Int32Array(kind === 'APPEARANCE' ? graph.appearanceCount : graph.nodesOfKind(kind).length);
      this.#ofKind.set(kind, numbers);
    }
    numbers[index] = number;
  }
}
