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

/** A number with the form of a noun that belongs to it, e.g. "1 role", "1,204 roles". */
export function counted(value: number, forms: { readonly one: string; readonly other: string }): string {
  return `${number(value)} ${plurals.select(value) === 'one' ? forms.one : forms.other}`;
}

const percents = new Intl.NumberFormat(language, { style: 'percent' });

/** A share from 0 to 1, e.g. "12%". */
export function percent(share: number): string {
  return percents.format(share);
}

/** The same with a capital letter at its start. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase(language)}${text.slice(1)}`;
}

const days = new Intl.DateTimeFormat(language, { dateStyle: 'long' });

/** E.g. "November 30, 2026". */
export function day(date: Date): string {
  return days.format(date);
}
