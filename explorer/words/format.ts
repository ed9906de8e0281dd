import { spelledNumber } from '../../src/text/spelled-number.ts';

/** The language of all texts. Another one needs its words in words.ts, and its name here. */
export const language = 'en';

const numbers = new Intl.NumberFormat(language);
const lists = new Intl.ListFormat(language, { type: 'conjunction' });
const plurals = new Intl.PluralRules(language);

/** E.g. "1,204". */
export function number(value: number): string {
  return numbers.format(value);
}

/** E.g. "A, B, and C". */
export function list(items: readonly string[]): string {
  return lists.format(items);
}

interface Forms {
  readonly one: string;
  readonly other: string;
}

/** The form of a noun that belongs to a number, without the number. */
export function noun(value: number, forms: Forms): string {
  return plurals.select(value) === 'one' ? forms.one : forms.other;
}

/** A number with the form of a noun that belongs to it, e.g. "1 role", "1,204 roles". */
export function counted(value: number, forms: Forms): string {
  return `${number(value)} ${noun(value, forms)}`;
}

const percents = new Intl.NumberFormat(language, { style: 'percent' });

/** A share from 0 to 1, e.g. "12%". */
export function percent(share: number): string {
  return percents.format(share);
}

const weights = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** With two decimals, e.g. "3.85". */
export function weight(value: number): string {
  return weights.format(value);
}

/** The same with a capital letter at its start. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`;
}

const days = new Intl.DateTimeFormat(language, { dateStyle: 'long' });
const times = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });

/** E.g. "November 30, 2026". */
export function day(date: Date): string {
  return days.format(date);
}

/** E.g. "November 30, 2026 at 7:30 PM", in the time zone of whoever looks. */
export function time(date: Date): string {
  return times.format(date);
}

/** A number as a sentence has it, e.g. "two", "twelve", "1,204". */
export function spelled(value: number): string {
  return spelledNumber(value);
}

/** The beginning of a revision, which is enough to tell one from another. */
export function shortRevision(revision: string): string {
  return revision.slice(0, 8);
}

const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });

/** E.g. "0.364". */
export function decimal(value: number): string {
  return decimals.format(value);
}
