import { matchingKey } from '../catalog/matching-key.ts';
import { nearestText } from '../catalog/nearest-text.ts';
import { grouped, quoted, visibleText } from '../catalog/quoted-text.ts';
import { nameOfKind, type NodeEntry } from '../membership/entries.ts';
import type { Membership } from '../membership/membership.ts';

/** What an argument of the command line takes. */
export interface Wanted<T extends NodeEntry> {
  readonly accepts: (entry: NodeEntry) => entry is T;
  /** With an article, e.g. "a role". */
  readonly called: string;
}

/** What a name was found to mean. */
export type Resolution<T> =
  | {
      readonly kind: 'FOUND';
      readonly node: T;
      /** Whether only the beginning of its name was given. */
      readonly isCompleted: boolean;
    }
  | {
      readonly kind: 'AMBIGUOUS' | 'UNKNOWN';
      /** What is wrong with the name and what can be done, in whole sentences; it takes a while to look for what was meant. */
      readonly problem: () => string;
    };

/** The most nodes that a message about an ambiguous name lists. */
const mostListed = 20;
const mostSuggestions = 3;
/** Nearly everything is one typo away from the beginning of something, where that is shorter. */
const shortestMistyped = 4;

type KeyTable<T> = Map<string, T[]>;

interface Named<T> {
  readonly key: string;
  /** The name as people write it. */
  readonly text: string;
  readonly node: T;
}

/**
 * Finds nodes by what people type, compared by matching key: an id, a title or name, a slug, an alternate title, each
 * winning over the next, or the beginning of any of them that belongs to one node alone. A category is also found by its
 * owner and name, as in "security/infrastructure".
 */
export class NameTable<T extends NodeEntry> {
  readonly #membership: Membership;
  readonly #accepts: Wanted<T>['accepts'];
  readonly #called: string;
  /** Tables of keys, of which an earlier one wins over a later. */
  readonly #ids: KeyTable<T> = new Map();
  readonly #names: KeyTable<T> = new Map();
  readonly #slugs: KeyTable<T> = new Map();
  readonly #alternates: KeyTable<T> = new Map();
  /** The keys of all of them. */
  readonly #all: Named<T>[] = [];

  constructor(membership: Membership, { accepts, called }: Wanted<T>) {
    this.#membership = membership;
    this.#accepts = accepts;
    this.#called = called;
    for (const node of membership.allNodes((kind) => kind !== 'APPEARANCE')) {
      if (!accepts(node)) continue;
      this.#add(this.#ids, node, pathKey(node.id));
      const nameKey = matchingKey(node.label);
      this.#add(this.#names, node, nameKey);
      for (const key of slugKeys(membership, node)) {
        if (key !== nameKey) this.#add(this.#slugs, node, key);
      }
      for (const title of alternateTitlesOf(node)) {
        this.#add(this.#alternates, node, matchingKey(title), `${node.label} (${title})`);
      }
    }
  }

  resolve(given: string): Resolution<T> {
    const node = this.#membership.node(given.trim());
    if (node !== undefined && this.#accepts(node)) return { kind: 'FOUND', node, isCompleted: false };
    const key = matchingKey(given);
    if (key === '')
      return { kind: 'UNKNOWN', problem: () => `${quoted(given)} has no letter or digit to be found by.` };
    const path = pathKey(given);
    const exact = this.#ids.get(path) ?? this.#names.get(key) ?? this.#slugs.get(path) ?? this.#alternates.get(key);
    if (exact !== undefined) return onlyOf(exact, given, false);
    const begun = this.#begunBy(key, path);
    if (begun.length > 0) return onlyOf(begun, given, true);
    return { kind: 'UNKNOWN', problem: () => this.#unknown(given, key, path) };
  }

  #add(table: KeyTable<T>, node: T, key: string, text = node.label): void {
    this.#all.push({ key, text, node });
    const nodes = table.get(key);
    if (nodes === undefined) table.set(key, [node]);
    else if (!nodes.includes(node)) nodes.push(node);
  }

  /** As shells complete: what all that begin so have in common wins, where that is a whole name itself. */
  #begunBy(key: string, path: string): readonly T[] {
    const parts = path.split(separator);
    const begun = this.#all.filter((named) =>
      named.key.includes(separator) ? beginsInParts(named.key, parts) : named.key.startsWith(key),
    );
    const shortest = begun.reduce<string | undefined>(
      (least, named) => (least === undefined || named.key.length < least.length ? named.key : least),
      undefined,
    );
    const isWhole = shortest !== undefined && begun.every((named) => named.key.startsWith(shortest));
    return distinctNodes(isWhole ? begun.filter((named) => named.key === shortest) : begun);
  }

  #unknown(given: string, key: string, path: string): string {
    const [other] = this.#membership.names().withKey(key);
    const node = this.#membership.node(given.trim()) ?? other?.node;
    if (node !== undefined) return `${visibleText(node.label)} is ${nameOfKind(node.kind)}, not ${this.#called}.`;
    const meant = this.#suggestions(key, path).map(visibleText);
    const advice =
      meant.length > 0
        ? `Did you mean ${meant.join(', or ')}?`
        : 'Look for it with "rolegraph search", which finds words of names.';
    return `${quoted(given)} is not ${this.#called}. ${advice}`;
  }

  /** Names that are spelled alike; where there is none, those that begin alike. */
  #suggestions(key: string, path: string): readonly string[] {
    const alike = this.#all.filter((named) => named.key.includes(separator) === path.includes(separator));
    const sought = path.includes(separator) ? path : key;
    const whole = nearest(sought, alike);
    if (whole.length > 0 || sought.length < shortestMistyped) return whole;
    return nearest(
      sought,
      alike.map((named) => ({ ...named, key: named.key.slice(0, sought.length) })),
    );
  }
}

function onlyOf<T extends NodeEntry>(nodes: readonly T[], given: string, isCompleted: boolean): Resolution<T> {
  const [node, ...others] = nodes;
  if (node !== undefined && others.length === 0) return { kind: 'FOUND', node, isCompleted };
  const listed = nodes.slice(0, mostListed).map(({ label, id }) => `${visibleText(label)} (${id})`);
  const rest = nodes.length - listed.length;
  const more = rest > 0 ? `, and ${grouped(rest)} more` : '';
  const problem = `${quoted(given)} could be ${listed.join(', ')}${more}. Give more of the name, or the id.`;
  return { kind: 'AMBIGUOUS', problem: () => problem };
}

/** No matching key has one. */
const separator = '/';

/** The matching keys of the parts of an id or of the path of a category. */
function pathKey(text: string): string {
  return text
    .split(/[:/]/)
    .map((part) => matchingKey(part))
    .join(separator);
}

function slugKeys(membership: Membership, node: NodeEntry): readonly string[] {
  if (node.kind === 'APPEARANCE') return [];
  const slug = matchingKey(node.slug);
  if (node.kind !== 'CATEGORY') return [slug];
  const paths = membership.ownersOf(node).flatMap((owner) => [
    [matchingKey(owner.slug), slug],
    [matchingKey(owner.label), matchingKey(node.label)],
  ]);
  return [slug, ...paths.map((parts) => parts.join(separator))];
}

function alternateTitlesOf(node: NodeEntry): readonly string[] {
  return node.kind === 'ROLE' ? node.alternateTitles : [];
}

function beginsInParts(key: string, parts: readonly string[]): boolean {
  const whole = key.split(separator);
  return whole.length === parts.length && parts.every((part, index) => whole[index]?.startsWith(part) === true);
}

function distinctNodes<T>(named: readonly Named<T>[]): readonly T[] {
  return [...new Set(named.map(({ node }) => node))];
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
