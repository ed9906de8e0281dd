import { keyOrder } from '../canonical-catalog.ts';
import type { ListName } from '../catalog.ts';
import { isMapping } from '../check/catalog-items.ts';
import { lineWidth, yamlBlock, yamlText } from './yaml-text.ts';

/** The fields of an entry: texts, numbers, lists of texts and mappings, and mappings. Those that are undefined are left out. */
export type EntryFields = Readonly<Record<string, unknown>>;

/** How far entries are indented. */
export const entryIndent = '  ';
/** How far the fields of an entry are indented that has several lines. */
const fieldIndent = '    ';

/**
 * An entry of a list, as lines of YAML without a line break after the last: one line in flow style if it fits and is no appearance,
 * which is easier to review with a line for each field. The order of fields is fixed.
 */
export function yamlEntry(list: ListName, entry: EntryFields): string {
  const fields = orderedFields(entry);
  if (list !== 'appearances' && fields.every(([, value]) => isShort(value))) {
    const line = `${entryIndent}- ${flow(entry)}`;
    if (line.length <= lineWidth) return line;
  }
  const text = fields.map(([key, value]) => yamlField(key, value, fieldIndent)).join('\n');
  return `${entryIndent}- ${text.slice(fieldIndent.length)}`;
}

/** A field as lines of YAML, all of them indented, without a line break after the last. */
export function yamlField(key: string, value: unknown, indent: string): string {
  const start = `${indent}${key}:`;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const line = `${start} ${flow(items)}`;
    if (items.every(isShort) && (line.length <= lineWidth || items.length === 0)) return line;
    return [start, ...items.map((item) => `${inner}- ${isMapping(item) ? flow(item) : scalar(item, false)}`)].join(
      '\n',
    );
  }
  if (isMapping(value)) {
    const line = `${start} ${flow(value)}`;
    if (line.length <= lineWidth && Object.values(value).every(isShort)) return line;
    return [start, ...orderedFields(value).map(([name, each]) => yamlField(name, each, inner))].join('\n');
  }
  const line = `${start} ${scalar(value, false)}`;
  if (typeof value !== 'string' || (line.length <= lineWidth && !value.includes('\n'))) return line;
  const block = yamlBlock(value, lineWidth - inner.length);
  if (block === undefined) return line;
  return [`${start} ${block.mark}`, ...block.lines.map((each) => (each === '' ? '' : `${inner}${each}`))].join('\n');
}

/** Whether a value can be a part of a line. */
function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string');
  return typeof value === 'number' || (typeof value === 'string' && !value.includes('\n'));
}

/** A value in one line. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (!isMapping(value)) return scalar(value, true);
  return `{ ${orderedFields(value)
    .map(([key, each]) => `${key}: ${flow(each)}`)
    .join(', ')} }`;
}

function scalar(value: unknown, isInFlow: boolean): string {
  return typeof value === 'string' ? yamlText(value, isInFlow) : String(value);
}

/** The fields that have a value, in the order in which people read them. */
function orderedFields(entry: EntryFields): readonly (readonly [string, unknown])[] {
  const fields: (readonly [string, unknown])[] = [];
  for (const key of keyOrder) if (entry[key] !== undefined) fields.push([key, entry[key]]);
  return fields;
}
