import { resolve } from 'node:path';

/*
 * What the text of a setting means. Each function returns undefined for a text that is not allowed.
 */

/** A whole number within the limits, both included. */
export function wholeNumber(least: number, most: number): (given: string) => number | undefined {
  return (given) =>
    /^\d{1,10}$/.test(given) && Number(given) >= least && Number(given) <= most ? Number(given) : undefined;
}

export function switchOf(given: string): boolean | undefined {
  const text = given.toLowerCase();
  if (['on', '1', 'true'].includes(text)) return true;
  return ['off', '0', 'false'].includes(text) ? false : undefined;
}

/** The items of a list that commas separate, each once. */
export function listOf(given: string): readonly string[] {
  const items = given.split(',').map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

/** An absolute path. */
export function pathOf(given: string): string | undefined {
  return given.includes('\0') ? undefined : resolve(given);
}
