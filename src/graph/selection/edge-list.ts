import { itemAt } from '../../collections/item-at.ts';
import type { Lists } from '../../collections/lists.ts';
import type { Steps } from '../../scheduling/steps.ts';
import { edgeKinds, type EdgeKind } from '../nodes/edge-kind.ts';
import type { Node } from '../nodes/node.ts';
import type { Edge } from './edges.ts';

/** How many edges the first and the largest piece of a kind can have. */
const smallestPiece = 64;
const largestPiece = 16_384;

/** Edges of one kind, one after the other: the indexes of their nodes, and their weights. */
class Piece {
  readonly kind: EdgeKind;
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly weights: Float64Array;
  /** How many edges it has so far. */
  length = 0;
  /** The index of its first edge in the list; known when all edges are. */
  start = 0;

  constructor(kind: EdgeKind, size: number) {
    this.kind = kind;
    this.sources = new Int32Array(size);
    this.targets = new Int32Array(size);
    this.weights = new Float64Array(size);
  }

  get isFull(): boolean {
    return this.length === this.sources.length;
  }

  add(source: number, target: number, weight: number): void {
    this.sources[this.length] = source;
    this.targets[this.length] = target;
    this.weights[this.length++] = weight;
  }

  edge(nodes: readonly Node[], at: number): Edge {
    return {
      kind: this.kind,
      source: itemAt(nodes, itemAt(this.sources, at)),
      target: itemAt(nodes, itemAt(this.targets, at)),
      weight: itemAt(this.weights, at),
    };
  }
}

/**
 * The edges of a selection, in columns: an edge takes 16 bytes, and as an object some 70. An object is made of an edge each
 * time that it is read, so a file of a million edges needs one at a time.
 */
export class EdgeList implements Iterable<Edge> {
  readonly length: number;
  readonly #nodes: readonly Node[];
  readonly #pieces: readonly Piece[];

  /** @param pieces those of a kind one after the other; none is empty. */
  constructor(nodes: readonly Node[], pieces: readonly Piece[]) {
    this.#nodes = nodes;
    this.#pieces = pieces;
    let length = 0;
    for (const piece of pieces) {
      piece.start = length;
      length += piece.length;
    }
    this.length = length;
  }

  /** The kinds that there are edges of, in the order of the list. */
  get kinds(): readonly EdgeKind[] {
    return [...new Set(this.#pieces.map(({ kind }) => kind))];
  }

  [Symbol.iterator](): Generator<Edge> {
    return this.values();
  }

  /** All edges. */
  values(): Generator<Edge> {
    return this.#edgesOf(this.#pieces);
  }

  /** The edges of a kind, without a look at the others. */
  ofKind(kind: EdgeKind): Generator<Edge> {
    return this.#edgesOf(this.#pieces.filter((piece) => piece.kind === kind));
  }

  /** The edge at an index. @throws RangeError if there is none. */
  edge(index: number): Edge {
    const piece = this.#pieces.findLast(({ start }) => start <= index);
    if (piece === undefined || index >= this.length)
      throw new RangeError(`no edge ${index} in a list of ${this.length}`);
    return piece.edge(this.#nodes, index - piece.start);
  }

  /** For each node, in the order of the selection, the indexes of the edges that it is the source of, ascending. */
  *indexesBySource(): Steps<Lists> {
    const offsets = new Int32Array(this.#nodes.length + 1);
    for (const { sources, length } of this.#pieces) {
      for (let at = 0; at < length; at++) {
        const after = itemAt(sources, at) + 1;
        offsets[after] = itemAt(offsets, after) + 1;
      }
      yield;
    }
    for (let index = 1; index < offsets.length; index++) {
      offsets[index] = itemAt(offsets, index) + itemAt(offsets, index - 1);
    }
    yield;
    const next = offsets.slice();
    const values = new Int32Array(this.length);
    for (const { sources, length, start } of this.#pieces) {
      for (let at = 0; at < length; at++) {
        const source = itemAt(sources, at);
        const place = itemAt(next, source);
        values[place] = start + at;
        next[source] = place + 1;
      }
      yield;
    }
    return { offsets, values };
  }

  *#edgesOf(pieces: readonly Piece[]): Generator<Edge> {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; at++) yield piece.edge(this.#nodes, at);
    }
  }
}

/** Collects the edges among some nodes. What it has is never copied, so it takes no more memory than the list. */
export class EdgeCollector {
  readonly #nodes: readonly Node[];
  readonly #degrees: Int32Array;
  readonly #ofKinds = new Map<EdgeKind, Piece[]>(edgeKinds.map((kind) => [kind, []]));

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
    this.#degrees = new Int32Array(nodes.length);
  }

  /**
   * Adds an edge after the others of its kind.
   *
   * @param source the index of a node.
   * @param target the index of another one.
   */
  add(kind: EdgeKind, source: number, target: number, weight: number): void {
    const pieces = this.#ofKinds.get(kind) ?? [];
    let piece = pieces.at(-1);
    if (piece === undefined || piece.isFull) {
      piece = new Piece(kind, piece === undefined ? smallestPiece : Math.min(2 * piece.length, largestPiece));
      pieces.push(piece);
    }
    piece.add(source, target, weight);
    this.#count(source);
    this.#count(target);
  }

  #count(node: number): void {
    this.#degrees[node] = itemAt(this.#degrees, node) + 1;
  }

  /** How many of the edges touch each node. */
  get degrees(): Int32Array {
    return this.#degrees;
  }

  /** The edges by kind, in the order of edgeKinds, then in the order in which they were added. */
  list(): EdgeList {
    return new EdgeList(this.#nodes, [...this.#ofKinds.values()].flat());
  }
}
