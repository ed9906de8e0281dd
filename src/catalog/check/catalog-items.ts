import type { ListName } from '../catalog.ts';
import type { Position } from './finding-collector.ts';
import { type TextKind, textProblem } from '../text-rules.ts';

/** One entry of a list as written: any of its fields may be missing or wrong. */
export interface Item {
  readonly list: ListName;
  /** The file that contains it, and its index in the list of that file. */
  readonly fileIndex: number;
  readonly index: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The entries of a catalog that are mappings, by list, from all its files. */
export type Items = Readonly<Record<ListName, readonly Item[]>>;

/** The position of an item, or of a value in it. */
export function positionIn(item: Item, ...steps: readonly (string | number)[]): Position {
  return { fileIndex: item.fileIndex, path: [item.list, item.index, ...steps] };
}

/** Whether a value of a parsed document is a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of an own key, so that "constructor" finds nothing unless it was written. */
export function ownValue(fields: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The text of a field; undefined if it is missing, or invalid and therefore already reported. */
export function validText(item: Item, key: string, kind: TextKind): string | undefined {
  const value = ownValue(item.fields, key);
  return isValidText(value, kind) ? value : undefined;
}

/** A text in a list, and its index. */
export interface ListedText {
  readonly text: string;
  readonly index: number;
}

/**
 * The valid texts of a list.
 *
 * @param except texts to leave out before they are checked, which saves the time for those that are known to be valid.
 */
export function validTexts(
  item: Item,
  key: string,
  kind: TextKind,
  except?: { has(text: string): boolean },
): readonly ListedText[] {
  const value = ownValue(item.fields, key);
  if (!Array.isArray(value)) return [];
  const texts: ListedText[] = [];
  value.forEach((text: unknown, index) => {
    if (typeof text === 'string' && except?.has(text) === true) return;
    if (isValidText(text, kind)) texts.push({ text, index });
  });
  return texts;
}

/** The source and line of an appearance as written, valid or not. */
export function writtenSource(item: Item): { readonly source: unknown; readonly line: unknown } {
  const given = ownValue(item.fields, 'source');
  if (!isMapping(given)) return { source: undefined, line: undefined };
  return { source: ownValue(given, 'source'), line: ownValue(given, 'line') };
}

/** Whether a value is a valid text. Invalid ones have been reported by the check of shapes. */
export function isValidText(value: unknown, kind: TextKind): value is string {
  return typeof value === 'string' && textProblem(value, kind) === undefined;
}
