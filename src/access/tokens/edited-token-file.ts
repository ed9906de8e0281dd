import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import { itemAt } from '../../collections/item-at.ts';
import { quoted } from '../../text/quoted-text.ts';
import { AccessFileError } from '../watched-file.ts';
import type { WrittenEntry } from './token-entry.ts';
import { parseTokens } from './token-file.ts';

const newFile = `# The tokens that Rolegraph accepts with AUTH=tokens. They are not in here, only their SHA-256.
# A running server reads this file again within a second of a change. To revoke a token, remove its entry.
tokens:
`;

/** An entry as an item of the list, with a line break at its end. */
export function entryText(entry: WrittenEntry, indent = '  '): string {
  return stringify([entry]).replaceAll(/^(?=.)/gm, indent);
}

/**
 * The text of a file of tokens with one more. Everything else in it stays, with its comments.
 *
 * @param text undefined for a new file.
 * @param path for messages.
 * @throws AccessFileError if the file is broken, has the name already, or is written in a way that cannot be extended.
 */
export function withEntry(text: string | undefined, entry: WrittenEntry, path: string): string {
  if (text === undefined) return newFile + entryText(entry);
  const before = namesIn(text, path);
  if (before.some((name) => name.toLowerCase() === entry.name.toLowerCase())) {
    throw new AccessFileError(
      `${quoted(path)} has a token ${quoted(entry.name)} already. Choose another name, or remove that one first: ` +
        `rolegraph token --remove ${entry.name} --file ${path}`,
    );
  }
  const list = parseDocument(text).get('tokens', true);
  const first = isSeq(list) ? list.items[0] : undefined;
  const added = first === undefined ? withFirst(text, list, entry) : withNext(text, list, entry);
  return checked(added, [...before, entry.name], path, `add it at its end:\n${entryText(entry)}`);
}

/**
 * The text without the entry of a name.
 *
 * @throws AccessFileError if the file is broken, has no such name, or is written in a way that cannot be changed.
 */
export function withoutEntry(text: string, name: string, path: string): string {
  const names = namesIn(text, path);
  const index = names.indexOf(name);
  if (index === -1) {
    const all = names.length === 0 ? 'It has no token.' : `It has: ${names.join(', ')}.`;
    throw new AccessFileError(`${quoted(path)} has no token ${quoted(name)}. ${all}`);
  }
  const list = parseDocument(text).get('tokens', true);
  const start = isSeq(list) ? lineOfItem(text, list, index)?.start : undefined;
  const removed =
    !isSeq(list) || start === undefined ? undefined : text.slice(0, start) + text.slice(endOfItem(text, list, index));
  return checked(removed, names.toSpliced(index, 1), path, 'remove the entry');
}

function namesIn(text: string, path: string): readonly string[] {
  return parseTokens(text, path).map(({ name }) => name);
}

/** The changed text, if it holds what it should. */
function checked(text: string | undefined, names: readonly string[], path: string, byHand: string): string {
  try {
    if (text !== undefined && namesIn(text, path).join() === names.join()) return text;
  } catch (error) {
    if (!(error instanceof AccessFileError)) throw error;
  }
  throw new AccessFileError(
    `${quoted(path)} is written in a way that this command cannot change. Edit the file, and ${byHand}`,
  );
}

/** In place of "[]", or of nothing. */
function withFirst(text: string, list: unknown, entry: WrittenEntry): string | undefined {
  const { contents } = parseDocument(text);
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === 'tokens') : undefined;
  const keyEnd = offsetOf(pair?.key, 1);
  if (keyEnd === undefined) return undefined;
  const [start, end] = [offsetOf(list, 0), offsetOf(list, 1)];
  const isBrackets = isSeq(list) && start !== undefined && end !== undefined;
  const rest = isBrackets ? text.slice(0, start).trimEnd() + text.slice(end) : text;
  return spliced(rest, endOfLine(rest, keyEnd), entryText(entry));
}

/** After the last entry, with its indentation. */
function withNext(text: string, list: unknown, entry: WrittenEntry): string | undefined {
  if (!isSeq(list)) return undefined;
  const last = list.items.length - 1;
  const line = lineOfItem(text, list, last);
  return line && spliced(text, endOfItem(text, list, last), entryText(entry, line.indent));
}

function spliced(text: string, at: number, added: string): string {
  const before = text.slice(0, at);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const whole = before.endsWith('\n') ? before : before + lineBreak;
  return whole + added.replaceAll('\n', lineBreak) + text.slice(at);
}

/** Where the line of an item begins, if it begins with its dash. */
function lineOfItem(text: string, list: YAMLSeq, index: number) {
  const start = offsetOf(itemAt(list.items, index), 0);
  if (start === undefined) return undefined;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const [, indent] = /^( *)- +$/.exec(text.slice(lineStart, start)) ?? [];
  return indent === undefined ? undefined : { start: lineStart, indent };
}

/** Where the line ends that has the end of an item; comments below it belong to what follows. */
function endOfItem(text: string, list: YAMLSeq, index: number): number {
  const end = offsetOf(itemAt(list.items, index), 1) ?? text.length;
  return endOfLine(text, text.slice(0, end).trimEnd().length);
}

function offsetOf(node: unknown, which: 0 | 1): number | undefined {
  return isNode(node) && node.range ? node.range[which] : undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end + 1;
}
