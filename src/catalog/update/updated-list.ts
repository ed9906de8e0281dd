import { isMap, isNode, type Node, type YAMLSeq } from 'yaml';
import type { CatalogEntry, ListName } from '../catalog.ts';
import { listYaml } from '../write/catalog-yaml.ts';
import { entryIndent, yamlEntry } from '../write/yaml-entry.ts';
import { isSame } from './merged-fields.ts';
import { endOfLine, entrySplices, type Splice, spliced, startOfLine } from './updated-entry.ts';

/** A list as it is written in one file. */
export interface WrittenList {
  readonly text: string;
  readonly list: ListName;
  /** Where its key begins. */
  readonly start: number;
  readonly node: YAMLSeq;
  /** Its entries. */
  readonly edited: readonly CatalogEntry[];
}

/** An entry that the list is to have: one that it has, perhaps changed, or a new one. */
export interface WantedEntry {
  readonly entry: CatalogEntry;
  /** Its index in the written list; undefined for a new one. */
  readonly index: number | undefined;
}

/** An entry as written: the comments and blank lines before it, and its lines. */
interface Piece {
  readonly node: Node;
  readonly leadStart: number;
  readonly start: number;
  readonly end: number;
  readonly indent: number;
}

/**
 * What to replace so that a list has other entries: those that stay as they are keep their text, and all comments stay.
 *
 * @returns undefined if it is written in a way that cannot be changed so.
 */
export function listSplice(written: WrittenList, wanted: readonly WantedEntry[]): Splice | undefined {
  const { text, list, start, node } = written;
  const end = endOfLine(text, node.range?.[1] ?? start);
  const entries = wanted.map(({ entry }) => entry);
  if (node.flow === true || node.items.length === 0) {
    return { start, end, text: list === 'retired' && entries.length === 0 ? 'retired: []\n' : listYaml(list, entries) };
  }
  const pieces = piecesOf(text, node, endOfLine(text, start + list.length));
  const [first, last] = [pieces?.at(0), pieces?.at(-1)];
  if (pieces === undefined || first === undefined || last === undefined) return undefined;
  const { leads, tail } = keptLeads(text, pieces, new Set(wanted.map(({ index }) => index)));
  if (wanted.length === 0) return { start, end: last.end, text: `${list}: []\n${tail}` };
  const lines = wanted.map(({ entry, index }) => {
    const piece = index === undefined ? undefined : pieces[index];
    if (index === undefined || piece === undefined) return `${indented(yamlEntry(list, entry), first.indent)}\n`;
    return `${leads[index] ?? ''}${updatedPiece(written, piece, index, entry)}`;
  });
  return { start: first.leadStart, end: last.end, text: lines.join('') + tail };
}

function updatedPiece({ text, list, edited }: WrittenList, piece: Piece, index: number, entry: CatalogEntry): string {
  const { node, start, end, indent } = piece;
  const before = edited[index];
  const body = text.slice(start, end);
  if (before === undefined || isSame(before, entry)) return body;
  const splices = isMap(node) ? entrySplices(text, node, before, entry) : undefined;
  return splices === undefined ? `${indented(yamlEntry(list, entry), indent)}\n` : spliced(body, splices, start);
}

/** Undefined where an entry does not begin with "- " on a line of its own, e.g. after an anchor. */
function piecesOf(text: string, { items }: YAMLSeq, start: number): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let leadStart = start;
  for (const node of items) {
    if (!isNode(node) || node.range === undefined || node.range === null) return undefined;
    const [offset, valueEnd] = node.range;
    let dash = offset - 1;
    while (/\s/.test(text.charAt(dash))) dash--;
    const lineStart = startOfLine(text, dash);
    if (text[dash] !== '-' || text.slice(lineStart, dash).trim() !== '') return undefined;
    const end = endOfLine(text, valueEnd);
    pieces.push({ node, leadStart, start: lineStart, end, indent: dash - lineStart });
    leadStart = end;
  }
  return pieces;
}

/** What stands before each entry. Comments before one that goes stay, before the next that does not. */
function keptLeads(text: string, pieces: readonly Piece[], kept: ReadonlySet<number | undefined>) {
  const leads: string[] = [];
  let waiting = '';
  for (const [index, { leadStart, start }] of pieces.entries()) {
    const lead = text.slice(leadStart, start);
    if (kept.has(index)) {
      leads[index] = waiting + lead;
      waiting = '';
    } else if (lead.includes('#')) waiting += lead;
  }
  return { leads, tail: waiting };
}

/** An entry with another indentation than rolegraph writes. */
function indented(entry: string, indent: number): string {
  if (indent === entryIndent.length) return entry;
  return entry.replaceAll(new RegExp(`^${entryIndent}`, 'gm'), ' '.repeat(indent));
}
