/** One list of a catalog in canonical form. Entries are converted on demand, so that no second copy of the list exists. */
export class CanonicalList<Entry extends object> {
  readonly #entries: readonly Entry[];
  readonly #form: (entry: Entry) => Entry;
  readonly #name: (entry: Entry) => string;

  /**
   * @param entries in the canonical order.
   * @param form converts one entry to its canonical form.
   * @param name returns what refers to an entry.
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

  /** What refers to each entry: its slug, "<owner>/<slug>", or the part of an appearance's id after the colon. */
  names(): string[] {
    return this.#entries.map(this.#name);
  }
}
