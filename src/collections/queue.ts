/** First in, first out. Array.prototype.shift moves all other items of a long array. */
export class Queue<T> {
  #items: T[] = [];
  #first = 0;

  get size(): number {
    return this.#items.length - this.#first;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** Takes the oldest item; undefined if there is none. */
  shift(): T | undefined {
    const item = this.#items[this.#first];
    if (item !== undefined) this.#first++;
    // Taken items are dropped together, so that each is moved at most once on average.
    if (this.#first >= 1_024 && this.#first * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#first);
      this.#first = 0;
    }
    return item;
  }
}
