import { matchingKey } from '../../text/matching-key.ts';
import { nearestText } from '../../text/nearest-text.ts';
import { grouped, quoted, visibleText } from '../../text/quoted-text.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { kindNames, type Node } from '../../graph/nodes/node.ts';

/** Separates the parts of a path; no matching key contains it. */
export const separator = '/';

/** A name of a node. */
export interface Named<T> {
  readonly kind: 'ID' | 'NAME' | 'SLUG' | 'ALTERNATE';
  readonly key: string;
  /** The name as people write it. */
  readonly text: string;
  readonly node: T;
}

/** A typed name, with its keys. */
interface TypedName {
  readonly given: string;
  readonly key: string;
  readonly path: string;
}

/** Most nodes that a message about an ambiguous name lists. */
const mostListed = 20;
const mostSuggestions = 3;
/** Most candidates in one sentence; more are listed line by line. */
const mostInSentence = 3;
/** Shorter texts are one typo away from the beginning of nearly everything. */
const shortestMistyped = 4;

/** The message about a name that several nodes have or start with. */
export function ambiguityText(nodes: readonly Node[], given: string): string {
  const listed = nodes.slice(0, mostListed).map(({ label, id }) => `${visibleText(label)} (${id})`);
  const rest = nodes.length - listed.length;
  if (rest > 0) listed.push(`… and ${grouped(rest)} more`);
  const candidates =
    listed.length > mostInSentence ? `:\n${listed.map((each) => `  ${each}\n`).join('')}` : ` ${listed.join(', ')}. `;
  return `${quoted(given)} could be${candidates}Give more of the name, or the id.`;
}

/**
 * Suggestions for an unknown name: names that contain it, or else names with similar spelling.
 *
 * @param kinds the kinds for the suggested search.
 */
export function suggestionText<T>(typed: TypedName, all: readonly Named<T>[], kinds: readonly NodeKind[]): string {
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
  return 'Use "rolegraph search" to find names by their words.';
}

/** The nodes of the names, each once. */
export function distinctNodes<T>(named: readonly Named<T>[]): readonly T[] {
  return [...new Set(named.map(({ node }) => node))];
}

function kindOption(kinds: readonly NodeKind[]): string {
  return kinds.length === 0 ? '' : ` --kind ${kinds.map((kind) => kindNames[kind].replace(' ', '-')).join(',')}`;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{Nd}]+/u).filter((word) => word !== '');
}

/** Whether a text contains a key that starts at the beginning of a word. */
function hasAtWord(text: string, key: string): boolean {
  const words = wordsOf(text);
  return (
    key.length >= shortestMistyped && words.some((_, index) => matchingKey(words.slice(index).join('')).startsWith(key))
  );
}

/** Names with similar spelling; if there is none, names with a similar beginning. */
function suggestions<T>(key: string, path: string, all: readonly Named<T>[]): readonly string[] {
  const alike = all.filter((named) => named.key.includes(separator) === path.includes(separator));
  const sought = path.includes(separator) ? path : key;
  const whole = nearestNames(sought, alike);
  if (whole.length > 0 || sought.length < shortestMistyped) return whole;
  return nearestNames(
    sought,
    alike.map((named) => ({ ...named, key: named.key.slice(0, sought.length) })),
  );
}

/** The nearest names of up to three nodes. */
function nearestNames<T>(key: string, named: readonly Named<T>[]): readonly string[] {
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
