/** A number with its noun, e.g. "1 category", "3 categories". */
export function numberOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Names as a sentence lists them, e.g. "A", "A and B", "A, B and C"; of more than `most`, the rest as a number. */
export function inWords(names: readonly string[], most = 5): string {
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
