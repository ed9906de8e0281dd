import { matchingKey } from '../../text/matching-key.ts';
import { nearestText } from '../../text/nearest-text.ts';
import { grouped, quoted, visibleText } from '../../text/quoted-text.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { kindNames, type Node } from '../../graph/nodes/node.ts';
import { separator } from './name-keys.ts';

/** A name of a node. */
export interface Named<T> {
  readonly key: string;
  /** The name as people write it. */
  readonly text: string;
  readonly node: T;
}

/** What was typed, with its keys. */
interface Typed {
  readonly given: string;
  readonly key: string;
  readonly path: string;
}

/** The most nodes that a message about an ambiguous name lists. */
const mostListed = 20;
const mostSuggestions = 3;
/** The most candidates that stand in one sentence. */
const mostInSentence = 3;
/** Nearly everything is one typo away from the beginning of something, where that is shorter. */
const shortestMistyped = 4;

/** What is said of a name that several nodes have, or begin with. */
export function ambiguityText(nodes: readonly Node[], given: string): string {
  const listed = nodes.slice(0, mostListed).map(({ label, id }) => `${visibleText(label)} (${id})`);
  const rest = nodes.length - listed.length;
  if (rest > 0) listed.push(`… and ${grouped(rest)} more`);
  const candidates =
    listed.length > mostInSentence ? `:\n${listed.map((each) => `  ${each}\n`).join('')}` : ` ${listed.join(', ')}. `;
  return `${quoted(given)} could be${candidates}Give more of the name, or the id.`;
}

/**
 * What was probably meant by a name that nothing has: names that contain it, else names that are spelled alike.
 *
 * @param kinds what a search is to be narrowed to.
 */
export function meantText<T>(typed: Typed, all: readonly Named<T>[], kinds: readonly NodeKind[]): string {
  const { given, key, path } = typed;
  const containing = all.filter((named) => named.key.includes(key) && hasAtWord(named.text, key));
  const nodes = distinctNodes(containing);
  if (nodes.length > mostSuggestions) {
    const command = `rolegraph search ${wordsOf(given).join(' ').toLowerCase()}${kindOption(kinds)}`;
    return `${grouped(nodes.length)} names contain it; "${command}" lists them.`;
  }
  const texts = nodes.flatMap((node) => containing.find((named) => named.node === node)?.text ?? []);
  const meant = texts.length > 0 ? texts : suggestions(key, path, all);
  if (meant.length > 0) return `Did you mean ${meant.map(visibleText).join(', or ')}?`;
  return 'Look for it with "rolegraph search", which finds words of names.';
}

/** The nodes that names are of, each once. */
export function distinctNodes<T>(named: readonly Named<T>[]): readonly T[] {
  return [...new Set(named.map(({ node }) => node))];
}

function kindOption(kinds: readonly NodeKind[]): string {
  return kinds.length === 0 ? '' : ` --kind ${kinds.map((kind) => kindNames[kind].replace(' ', '-')).join(',')}`;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{Nd}]+/u).filter((word) => word !== '');
}

/** Whether a text has a key within, from where one of its words begins. */
function hasAtWord(text: string, key: string): boolean {
  const words = wordsOf(text);
  return (
    key.length >= shortestMistyped && words.some((_, place) => matchingKey(words.slice(place).join('')).startsWith(key))
  );
}

/** Names that are spelled alike; where there is none, those that begin alike. */
function suggestions<T>(key: string, path: string, all: readonly Named<T>[]): readonly string[] {
  const alike = all.filter((named) => named.key.includes(separator) === path.includes(separator));
  const sought = path.includes(separator) ? path : key;
  const whole = nearest(sought, alike);
  if (whole.length > 0 || sought.length < shortestMistyped) return whole;
  return nearest(
    sought,
    alike.map((named) => ({ ...named, key: named.key.slice(0, sought.length) })),
  );
}

/** The nearest names of up to three nodes. */
function nearest<T>(key: string, named: readonly Named<T>[]): readonly string[] {
  const found: string[] = [];
  let rest = named;
  while (found.length < mostSuggestions) {
    const near = nearestText(
      key,
      rest.map((candidate) => candidate.key),
    );
    const first = rest.find((candidate) => candidate.key === near);
    if (first === undefined) break;
    found.push(first.text);
    rest = rest.filter((candidate) => candidate.node !== first.node);
  }
  return found;
}
