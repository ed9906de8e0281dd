import { itemAt } from '../../collections/item-at.ts';
import type { Steps } from '../../scheduling/steps.ts';

/** A square acts as one body if its width is less than its distance, multiplied by this. */
const theta = 1.2;

/** A square of the deepest level is the 2^24th part of the whole one: nodes that are as close as that are taken as one. */
const deepest = 24;

const noNode = -1;
const severalNodes = -2;

const nodesPerYield = 2_048;

/**
 * The forces with which nodes repel each other, by the approximation of Barnes and Hut ("A hierarchical O(N log N)
 * force-calculation algorithm", Nature 324, 1986): a tree of squares, each divided into four as long as there are several
 * nodes in it. A square that is far away acts as one body with the mass of all its nodes.
 *
 * The width of the whole square is a power of two, and its center is (0, 0), so that the squares stay the same if a node more
 * makes the drawing a little wider.
 */
export class RepulsionTree {
  /** The force on the node of the last call of push(). */
  forceX = 0;
  forceY = 0;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #mass: Float64Array;
  /** The number of squares. */
  #size = 0;
  /** The first of the four parts of a square, which follow each other; 0 for a square that is not divided. */
  #parts: Int32Array<ArrayBuffer>;
  /** The square to continue with after a square and all in it; 0 at the end. */
  #next: Int32Array<ArrayBuffer>;
  /** The node in a square that is not divided. */
  #node: Int32Array<ArrayBuffer>;
  #width: Float64Array<ArrayBuffer>;
  #massIn: Float64Array<ArrayBuffer>;
  /** The center of mass; while the tree is built, multiplied by the mass. */
  #centerX: Float64Array<ArrayBuffer>;
  #centerY: Float64Array<ArrayBuffer>;

  /** @param x,y the positions, which are read at each call of build() and push(). */
  constructor(x: Float64Array, y: Float64Array, mass: Float64Array) {
    this.#x = x;
    this.#y = y;
    this.#mass = mass;
    const capacity = Math.max(64, mass.length * 4);
    this.#parts = new Int32Array(capacity);
    this.#next = new Int32Array(capacity);
    this.#node = new Int32Array(capacity);
    this.#width = new Float64Array(capacity);
    this.#massIn = new Float64Array(capacity);
    this.#centerX = new Float64Array(capacity);
    this.#centerY = new Float64Array(capacity);
  }

  /** Builds the tree of the positions as they are now. */
  *build(): Steps<void> {
    const count = this.#mass.length;
    let farthest = 0;
    for (let node = 0; node < count; node++) {
      farthest = Math.max(farthest, Math.abs(itemAt(this.#x, node)), Math.abs(itemAt(this.#y, node)));
    }
    let half = 1;
    while (half <= farthest) half *= 2;
    this.#size = 1;
    this.#clear(0, half * 2, 0);
    for (let node = 0; node < count; node++) {
      this.#insert(node, half);
      if (node % nodesPerYield === nodesPerYield - 1) yield;
    }
    for (let square = 0; square < this.#size; square++) {
      const mass = itemAt(this.#massIn, square);
      if (mass === 0) continue;
      this.#centerX[square] = itemAt(this.#centerX, square) / mass;
      this.#centerY[square] = itemAt(this.#centerY, square) / mass;
    }
    yield;
  }

  /** Computes with which force all others repel a node, into forceX and forceY. */
  push(node: number, repulsion: number): void {
    const x = itemAt(this.#x, node);
    const y = itemAt(this.#y, node);
    let forceX = 0;
    let forceY = 0;
    let square = 0;
    do {
      const mass = itemAt(this.#massIn, square);
      if (mass > 0 && itemAt(this.#node, square) !== node) {
        const awayX = x - itemAt(this.#centerX, square);
        const awayY = y - itemAt(this.#centerY, square);
        const squared = awayX * awayX + awayY * awayY;
        const width = itemAt(this.#width, square);
        const parts = itemAt(this.#parts, square);
        if (parts !== 0 && width * width >= theta * theta * squared) {
          square = parts;
          continue;
        }
        if (squared > 0) {
          const factor = mass / squared;
          forceX += awayX * factor;
          forceY += awayY * factor;
        }
      }
      square = itemAt(this.#next, square);
    } while (square !== 0);
    const factor = repulsion * itemAt(this.#mass, node);
    this.forceX = forceX * factor;
    this.forceY = forceY * factor;
  }

  /** @param wholeHalf half of the width of the whole square. */
  #insert(node: number, wholeHalf: number): void {
    const x = itemAt(this.#x, node);
    const y = itemAt(this.#y, node);
    let square = 0;
    let half = wholeHalf;
    let middleX = 0;
    let middleY = 0;
    for (let depth = 0; ; depth++) {
      if (itemAt(this.#parts, square) === 0) {
        const there = itemAt(this.#node, square);
        if (there === noNode || there === severalNodes || depth === deepest) {
          this.#node[square] = there === noNode ? node : severalNodes;
          this.#add(square, node);
          return;
        }
        const parts = this.#divide(square, half);
        const part = parts + partOf(itemAt(this.#x, there) >= middleX, itemAt(this.#y, there) >= middleY);
        this.#node[square] = noNode;
        this.#node[part] = there;
        this.#add(part, there);
      }
      this.#add(square, node);
      const isRight = x >= middleX;
      const isLower = y >= middleY;
      square = itemAt(this.#parts, square) + partOf(isRight, isLower);
      half /= 2;
      middleX += isRight ? half : -half;
      middleY += isLower ? half : -half;
    }
  }

  #add(square: number, node: number): void {
    const mass = itemAt(this.#mass, node);
    this.#massIn[square] = itemAt(this.#massIn, square) + mass;
    this.#centerX[square] = itemAt(this.#centerX, square) + mass * itemAt(this.#x, node);
    this.#centerY[square] = itemAt(this.#centerY, square) + mass * itemAt(this.#y, node);
  }

  /** Divides a square into four of half its width. @returns the first of them. */
  #divide(square: number, width: number): number {
    const first = this.#size;
    this.#size += 4;
    if (this.#size > this.#parts.length) this.#grow();
    this.#parts[square] = first;
    for (let part = first; part < first + 3; part++) this.#clear(part, width, part + 1);
    this.#clear(first + 3, width, itemAt(this.#next, square));
    return first;
  }

  #clear(square: number, width: number, next: number): void {
    this.#parts[square] = 0;
    this.#next[square] = next;
    this.#node[square] = noNode;
    this.#width[square] = width;
    this.#massIn[square] = 0;
    this.#centerX[square] = 0;
    this.#centerY[square] = 0;
  }

  #grow(): void {
    const capacity = this.#parts.length * 2;
    this.#parts = filled(new Int32Array(capacity), this.#parts);
    this.#next = filled(new Int32Array(capacity), this.#next);
    this.#node = filled(new Int32Array(capacity), this.#node);
    this.#width = filled(new Float64Array(capacity), this.#width);
    this.#massIn = filled(new Float64Array(capacity), this.#massIn);
    this.#centerX = filled(new Float64Array(capacity), this.#centerX);
    this.#centerY = filled(new Float64Array(capacity), this.#centerY);
  }
}

function partOf(isRight: boolean, isLower: boolean): number {
  return (isRight ? 1 : 0) + (isLower ? 2 : 0);
}

function filled<Column extends Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>>(
  column: Column,
  values: Column,
): Column {
  column.set(values);
  return column;
}
