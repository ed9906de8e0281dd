/** One list of a catalog in its canonical form, which is made entry by entry as it is asked for. */
export class CanonicalList<Entry extends object> {
  readonly #entries: readonly Entry[];
  readonly #form: (entry: Entry) => Entry;
  readonly #name: (entry: Entry) => string;

  /**
   * @param entries in the canonical order.
   * @param form gives one of them its canonical form.
   * @param name how an entry is referred to.
   */
  constructor(entries: readonly Entry[], form: (entry: Entry) => Entry, name: (entry: Entry) => string) {
    this.#entries = entries;
    this.#form = form;
    this.#name = name;
  }

  get length(): number {
    return this.#entries.length;
  }

  /** The entries from one index up to, not including, another. */
  slice(start?: number, end?: number): Entry[] {
    return this.#entries.slice(start, end).map(this.#form);
  }

  /** How the entries are referred to: by slug, "<owner>/<slug>", or what is after the colon of an appearance's id. */
  names(): string[] {
    return this.#entries.map(this.#name);
  }
}
