import { pluralNames } from '../graph/nodes/node.ts';
import type { NodeKind } from '../graph/nodes/node-kind.ts';
import { inWords } from '../text/in-words.ts';
import { grouped } from '../text/quoted-text.ts';
import { capitalized, spelledNumber } from '../text/spelled-number.ts';

/** The most nodes of a list that a sentence names. */
const mostNames = 5;

/** Some nodes, of which a sentence names the first ones. */
export interface Named {
  readonly count: number;
  /** The titles or names of the first five. */
  readonly names: readonly string[];
}

export const noneNamed: Named = { count: 0, names: [] };

/** Some nodes, with their titles or names. */
export function namedOf(nodes: readonly { readonly label: string }[]): Named {
  return { count: nodes.length, names: nodes.slice(0, mostNames).map(({ label }) => label) };
}

/** The same with one more role at the end. */
export function withRole({ count, names }: Named, title: string): Named {
  return { count: count + 1, names: names.length < mostNames ? [...names, title] : names };
}

/** E.g. "A and B"; of more than five, the number of those that are not named. */
export function namesInWords({ count, names }: Named): string {
  return inWords(count > names.length ? [...names, `${count - names.length} more`] : names, mostNames + 1);
}

/** All nodes of a kind, of which there are so many, e.g. "both pillars" and "all six pillars". */
export function allOf(count: number, kind: NodeKind): string {
  return count === 2 ? `both ${pluralNames[kind]}` : `all ${spelledNumber(count)} ${pluralNames[kind]}`;
}

/** A number with what follows it in a sentence, e.g. "one stands", "six stand". */
export function counted(count: number, one: string, many: string): string {
  return `${spelledNumber(count)} ${count === 1 ? one : many}`;
}

/** E.g. "1 role", "1,204 roles". */
export function numberOfRoles(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'role' : 'roles'}`;
}

/** Sentences and other texts as one text. Empty ones are left out. */
export function oneText(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}

/** Parts of a text as sentences, one after the other. Empty ones are left out. */
export function sentences(parts: readonly string[]): string {
  return oneText(parts.map((part) => (part === '' ? '' : `${capitalized(part)}.`)));
}
