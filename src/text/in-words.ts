/** A number with its noun, e.g. "1 category", "3 categories". */
export function numberOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Names as a sentence lists them, e.g. "A", "A and B", "A, B and C"; of more than `most`, the rest as a number. */
export function inWords(names: readonly string[], most = 5): string {
  return joined(names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names, 'and');
}

/** Alternatives as a sentence lists them, e.g. "A", "A or B", "A, B or C". */
export function eitherInWords(names: readonly string[]): string {
  return joined(names, 'or');
}

function joined(names: readonly string[], conjunction: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}
