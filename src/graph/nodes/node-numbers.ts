import type { NodeKind } from './node-kind.ts';
import type { Node } from './node.ts';

/**
 * A whole number for each node of a catalog; 0 until one is set. Unlike a Map, it takes 4 bytes for each node of the kinds that
 * are used, and never stops the event loop to grow: each kind has its numbers from the first one on.
 */
export class NodeNumbers {
  readonly #countOf: (kind: NodeKind) => number;
  readonly #ofKind = new Map<NodeKind, Int32Array>();

  /** @param countOf how many nodes of a kind there are. */
  constructor(countOf: (kind: NodeKind) => number) {
    this.#countOf = countOf;
  }

  of({ kind, index }: Node): number {
    return this.#ofKind.get(kind)?.[index] ?? 0;
  }

  set({ kind, index }: Node, number: number): void {
    let numbers = this.#ofKind.get(kind);
    if (numbers === undefined) {
      numbers = new Int32Array(this.#countOf(kind));
      this.#ofKind.set(kind, numbers);
    }
    numbers[index] = number;
  }
}
