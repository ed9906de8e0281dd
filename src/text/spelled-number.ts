import { grouped } from './quoted-text.ts';

const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
];

/** A number as a sentence has it before a noun: a word up to twenty ("no", "one", "two"), digits above that ("1,000"). */
export function spelledNumber(count: number): string {
  return words[count] ?? grouped(count);
}

/** The same with its noun, e.g. "no role", "one role", "sixteen roles". */
export function spelledNumberOf(count: number, one: string, many: string): string {
  return `${spelledNumber(count)} ${count < 2 ? one : many}`;
}

/** A text as the beginning of a sentence. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
