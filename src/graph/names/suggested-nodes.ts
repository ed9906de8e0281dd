import { repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import { itemAt } from '../../collections/item-at.ts';
import { editDistance, mostEdits } from '../../text/nearest-text.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { synonymsOf } from '../../text/synonyms.ts';
import type { CatalogGraph, ListedKind } from '../catalog-graph.ts';
import type { NodeKind } from '../nodes/node-kind.ts';
import { ownNameOf, type Category, type Node, type NodeOfKind } from '../nodes/node.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { isSearchable } from '../search/searchable-text.ts';
import { splitId } from './resolved-name.ts';

/** The most suggestions for one name. */
const mostSuggestions = 5;

/** How many synonyms of the words of a name are searched for at most. */
const mostSynonyms = 12;

/** How many nodes are compared between two yields: each takes up to a microsecond. */
const nodesPerStep = 64;

/** The length from which a text is also compared with the beginnings of names: a shorter one is near to most of them. */
const shortestBeginning = 4;

/** A name that begins like the text is farther away than each whole name that is spelled like it. */
const beginningDistance = 100;

/** The nodes that an unknown id, title or name probably meant. */
export interface Suggested {
  /**
   * At most 5: those whose names are spelled alike, then those whose names begin alike, then those with its words; where there
   * are none, those with synonyms of its words.
   */
  readonly nodes: readonly Node[];
  /** How many of these, at the beginning, are alike in the first of these ways in which any are. */
  readonly nearestCount: number;
}

/**
 * What an unknown id, title or name probably meant.
 *
 * @param index of the same catalog; without it, words are not searched for.
 * @param kinds only nodes of these. Appearances are never suggested, as they have no names.
 */
export function* suggestedNodes(
  graph: CatalogGraph,
  index: SearchIndex | undefined,
  given: string,
  kinds: readonly NodeKind[],
): Steps<Suggested> {
  const id = splitId(given);
  const text = id?.rest ?? given.trim();
  // An id says the kind that it is of. If the argument does not accept that kind, the name may be right nevertheless.
  const ofKind = kinds.filter((kind) => kind === id?.kind);
  const named = (ofKind.length > 0 ? ofKind : kinds).filter(isListedKind);
  const alike = yield* spelledAlike(graph, text, named, id !== undefined);
  const found = new Set<Node>(alike.map(({ node }) => node));
  if (found.size < mostSuggestions && index !== undefined && isSearchable(text)) {
    const { hits, relaxed } = yield* index.search(text, new Set<NodeKind>(named));
    // What a relaxed search finds has little to do with the name.
    for (const { node } of relaxed.length === 0 ? hits : []) {
      if (found.size === mostSuggestions) break;
      found.add(node);
    }
  }
  if (found.size === 0 && index !== undefined && isSearchable(text)) {
    for (const node of yield* withSynonyms(index, text, new Set<NodeKind>(named))) found.add(node);
  }
  const isWhole = ({ distance }: NearNode) => distance < beginningDistance;
  const wholeCount = alike.filter(isWhole).length;
  return {
    nodes: [...found],
    nearestCount: wholeCount > 0 ? wholeCount : alike.length > 0 ? alike.length : found.size,
  };
}

/** At most 5 nodes, first those that most synonyms of the words find, then in the order in which they were found. */
function* withSynonyms(index: SearchIndex, text: string, kinds: ReadonlySet<NodeKind>): Steps<readonly Node[]> {
  const words = text.match(/\p{L}+/gu) ?? [];
  const synonyms = new Set(words.flatMap((word) => synonymsOf(word)).slice(0, mostSynonyms));
  const counts = new Map<Node, number>();
  for (const synonym of synonyms) {
    const { hits, relaxed } = yield* index.search(synonym, kinds);
    for (const { node } of relaxed.length === 0 ? hits : []) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  const most = yield* sortInSteps([...counts], ([, a], [, b]) => b - a);
  return most.slice(0, mostSuggestions).map(([node]) => node);
}

interface NearNode {
  readonly node: Node;
  readonly distance: number;
}

function isListedKind(kind: NodeKind): kind is ListedKind {
  return kind !== 'APPEARANCE';
}

/**
 * The nodes of some kinds with a name that is spelled like a text or begins like it, at most 5: nearest first, then by kind,
 * then in the kind's own order.
 *
 * @param isSlug whether the text may also be a slug, as it comes from an id: the slugs of some nodes differ from their names.
 */
function* spelledAlike(
  graph: CatalogGraph,
  text: string,
  kinds: readonly ListedKind[],
  isSlug: boolean,
): Steps<readonly NearNode[]> {
  const isPath = text.includes('/');
  const sought = isPath ? pathKey(text) : matchingKey(text);
  if (sought === '') return [];
  const nearest: NearNode[] = [];
  const compare = (node: NodeOfKind<ListedKind>) => {
    let distance = isSlug ? distanceOf(sought, slugKey(node)) : Infinity;
    for (const key of isPath && node.kind === 'CATEGORY' ? pathKeysOf(node) : keysOf(graph, node)) {
      distance = Math.min(distance, distanceOf(sought, key));
    }
    if (distance === Infinity) return;
    const place = nearest.findIndex((other) => other.distance > distance);
    nearest.splice(place < 0 ? nearest.length : place, 0, { node, distance });
    nearest.length = Math.min(nearest.length, mostSuggestions);
  };
  for (const kind of kinds) {
    const nodes: readonly NodeOfKind<ListedKind>[] = graph.nodesOfKind(kind);
    const compareAt = (index: number) => {
      compare(itemAt(nodes, index));
    };
    yield* repeatInSteps(nodes.length, compareAt, nodesPerStep);
  }
  return nearest;
}

/** How many edits a text is away from a key, or, which counts as farther, from its beginning; Infinity if it is too many. */
function distanceOf(sought: string, key: string): number {
  const most = mostEdits(sought);
  const whole = editDistance(sought, key, most);
  if (whole <= most) return whole;
  if (sought.length < shortestBeginning || key.length <= sought.length) return Infinity;
  const beginning = editDistance(sought, key.slice(0, sought.length), most);
  return beginning <= most ? beginningDistance + beginning : Infinity;
}

/** The keys of the titles or the name of a node. */
function keysOf(graph: CatalogGraph, node: NodeOfKind<ListedKind>): readonly string[] {
  if (node.kind === 'ROLE') return itemAt(graph.indexes.titleKeys, node.index);
  if (node.kind === 'RESPONSIBILITY') return [itemAt(graph.indexes.nameKeys, node.index)];
  return [matchingKey(ownNameOf(node))];
}

function slugKey({ slug }: NodeOfKind<ListedKind>): string {
  return slug.replaceAll('-', '');
}

/** The keys of a category after each of its owners, each by its slug and its name. */
function pathKeysOf(category: Category): readonly string[] {
  const keys = [slugKey(category), matchingKey(category.name)];
  const owners = category.owners.flatMap((owner) => [slugKey(owner), matchingKey(owner.name)]);
  return owners.flatMap((owner) => keys.map((key) => `${owner}/${key}`));
}

function pathKey(text: string): string {
  const slash = text.indexOf('/');
  return `${matchingKey(text.slice(0, slash))}/${matchingKey(text.slice(slash + 1))}`;
}
