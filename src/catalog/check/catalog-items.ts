import { type ListName, mostNameCharacters } from '../catalog.ts';
import type { Position } from './finding-collector.ts';
import { type TextKind, textProblem } from '../text-rules.ts';

/** One entry of a list as it was written: any of its fields may be missing or wrong. */
export interface Item {
  readonly list: ListName;
  /** The file it stands in, and its index in that file's list. */
  readonly fileIndex: number;
  readonly index: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The entries of a catalog that are mappings at least, by list, over all its files. */
export type Items = Readonly<Record<ListName, readonly Item[]>>;

/** The place of an item, or of something in it. */
export function positionIn(item: Item, ...steps: readonly (string | number)[]): Position {
  return { fileIndex: item.fileIndex, path: [item.list, item.index, ...steps] };
}

/** Whether a value of a parsed document is a mapping. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a key of its own, so that "constructor" finds nothing where nothing was written. */
export function ownValue(fields: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** The text of a field; undefined where there is none, or one that is wrong in itself and so reported already. */
export function validText(item: Item, key: string, kind: TextKind): string | undefined {
  const value = ownValue(item.fields, key);
  return isValidText(value, kind) ? value : undefined;
}

/** A text of a list, and its index there. */
export interface ListedText {
  readonly text: string;
  readonly index: number;
}

/**
 * The texts of a list without those that are wrong in themselves.
 *
 * @param except texts that are not asked for; in a large catalog nearly all are right, and take no time then.
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

/** What an appearance says of its source, right or not. */
export function writtenSource(item: Item): { readonly source: unknown; readonly line: unknown } {
  const given = ownValue(item.fields, 'source');
  if (!isMapping(given)) return { source: undefined, line: undefined };
  return { source: ownValue(given, 'source'), line: ownValue(given, 'line') };
}

/** Whether a value is a text with nothing wrong in itself; of one that is not, the shape's check has told already. */
export function isValidText(value: unknown, kind: TextKind): value is string {
  const most = kind === 'category reference' ? 2 * mostNameCharacters + 1 : mostNameCharacters;
  return typeof value === 'string' && textProblem(value, kind, most) === undefined;
}
