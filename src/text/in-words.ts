import { grouped } from './quoted-text.ts';

/** A number with its noun, e.g. "1 category", "3 categories". */
export function numberOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The same with separators of thousands, e.g. "1 role", "2,000 roles". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Names as a sentence lists them, e.g. "A", "A and B", "A, B and C"; of more than `most`, the rest as a number. */
export function inWords(names: readonly string[], most = 5): string {
  return joined(names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names, 'and');
}

/** The first names of a list as a sentence lists them, and how many more the list has: "A, B and 12 more". */
export function firstInWords(names: readonly string[], count: number, most = 5): string {
  const shown = names.slice(0, most);
  return joined(shown.length < count ? [...shown, `${grouped(count - shown.length)} more`] : shown, 'and');
}

/** Alternatives as a sentence lists them, e.g. "A", "A or B", "A, B or C". */
export function eitherInWords(names: readonly string[]): string {
  return joined(names, 'or');
}

function joined(names: readonly string[], conjunction: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}
