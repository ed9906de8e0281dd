/** Counts things by their names. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, times = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + times);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** One line each, by name. */
  lines(): string {
    const sorted = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([name, count]) => `${String(count).padStart(7)}  ${name}`).join('\n');
  }
}
