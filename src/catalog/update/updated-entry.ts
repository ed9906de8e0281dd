import { isNode, isScalar, type YAMLMap } from 'yaml';
import { keyOrder } from '../canonical-catalog.ts';
import { yamlField } from '../write/yaml-entry.ts';
import { type Fields, isSame } from './merged-fields.ts';

/** A text for a part of another. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with parts replaced that do not overlap. */
export function spliced(text: string, splices: readonly Splice[], offset = 0): string {
  let [done, at] = ['', 0];
  for (const splice of splices.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    done += text.slice(at, splice.start - offset) + splice.text;
    at = splice.end - offset;
  }
  return done + text.slice(at);
}

/** The offset after the line in which a value ends; a block of lines ends with its last line break. */
export function endOfLine(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

interface WrittenField {
  readonly key: string;
  readonly start: number;
  readonly valueEnd: number;
  readonly lineEnd: number;
}

/**
 * What to replace in an entry that is written with a line for each field, so that only changed fields change and comments stay.
 *
 * @returns undefined if it is written in another way.
 */
export function entrySplices(
  text: string,
  node: YAMLMap,
  before: Fields,
  after: Fields,
): readonly Splice[] | undefined {
  const written = writtenFields(text, node);
  const [first] = written ?? [];
  if (written === undefined || first === undefined || node.flow === true) return undefined;
  const indent = ' '.repeat(first.start - startOfLine(text, first.start));
  const splices: Splice[] = [];
  for (const [index, { key, start, valueEnd, lineEnd }] of written.entries()) {
    const value = after[key];
    if (isSame(before[key], value)) continue;
    if (value === undefined) {
      // The first field has the mark of the entry before it.
      if (index === 0) return undefined;
      splices.push({ start: startOfLine(text, start), end: lineEnd, text: '' });
      continue;
    }
    const field = yamlField(key, value, indent).slice(indent.length);
    if (!field.includes('\n') && !text.slice(start, valueEnd).includes('\n')) {
      splices.push({ start, end: valueEnd, text: field });
      continue;
    }
    const comment = text.slice(valueEnd, lineEnd).trim();
    const above = comment.startsWith('#') && index > 0 ? `${comment}\n${indent}` : '';
    splices.push({ start, end: lineEnd, text: `${above}${field}\n` });
  }
  const known = new Set(written.map(({ key }) => key));
  for (const key of keyOrder) {
    if (known.has(key) || after[key] === undefined || isSame(before[key], after[key])) continue;
    const previous = written.findLast((each) => keyOrder.indexOf(each.key) < keyOrder.indexOf(key)) ?? first;
    splices.push({ start: previous.lineEnd, end: previous.lineEnd, text: `${yamlField(key, after[key], indent)}\n` });
  }
  return splices;
}

/** The fields, if each begins a line, or the entry. */
function writtenFields(text: string, node: YAMLMap): readonly WrittenField[] | undefined {
  const fields: WrittenField[] = [];
  for (const { key, value } of node.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || !isNode(value)) return undefined;
    const [start] = key.range ?? [];
    const [, valueEnd] = value.range ?? [];
    if (start === undefined || valueEnd === undefined) return undefined;
    if (fields.length > 0 && text.slice(startOfLine(text, start), start).trim() !== '') return undefined;
    fields.push({ key: key.value, start, valueEnd, lineEnd: endOfLine(text, valueEnd) });
  }
  return fields;
}
