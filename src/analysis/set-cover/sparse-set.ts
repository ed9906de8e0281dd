import { itemAt } from '../../collections/item-at.ts';

/**
 * A set of the numbers 0 to n - 1 from which numbers are removed, and put back in the reverse order by raising `size` again
 * (Briggs and Torczon, An efficient representation for sparse sets, 1993).
 */
export class SparseSet {
  /** The first `size` items are in the set, in no order; after them those removed, the last removed first. */
  readonly items: Int32Array;
  size: number;
  readonly #positions: Int32Array;

  constructor(count: number) {
    this.items = Int32Array.from({ length: count }, (_, item) => item);
    this.#positions = this.items.slice();
    this.size = count;
  }

  has(item: number): boolean {
    return itemAt(this.#positions, item) < this.size;
  }

  /** Removes a number that is in the set. */
  remove(item: number): void {
    const position = itemAt(this.#positions, item);
    const last = itemAt(this.items, --this.size);
    this.items[position] = last;
    this.items[this.size] = item;
    this.#positions[last] = position;
    this.#positions[item] = this.size;
  }

  /** Those in the set, as a view: whoever removes one changes it. */
  present(): Int32Array {
    return this.items.subarray(0, this.size);
  }

  /** Those removed, as a view, the last removed first. */
  removed(): Int32Array {
    return this.items.subarray(this.size);
  }
}
