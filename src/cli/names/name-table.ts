import { matchingKey } from '../../text/matching-key.ts';
import { quoted, visibleText } from '../../text/quoted-text.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { nameOfKind, type Node } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { ambiguityText, distinctNodes, meantText, type Named } from './name-advice.ts';
import { alternateTitlesOf, beginsInParts, pathKey, separator, slugKeys } from './name-keys.ts';

/** What an argument of the command line takes. */
export interface Wanted<T extends Node> {
  readonly accepts: (entry: Node) => entry is T;
  /** With an article, e.g. "a role". */
  readonly called: string;
  /** Those that a search for one is narrowed to; all of them where not given. */
  readonly kinds?: readonly NodeKind[];
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

type KeyTable<T> = Map<string, T[]>;

/**
 * Finds nodes by what people type, compared by matching key: an id, a title or name, a slug, an alternate title, each
 * winning over the next, or the beginning of any of them that belongs to one node alone. A category is also found by its
 * owner and name, as in "security/infrastructure".
 */
export class NameTable<T extends Node> {
  readonly #graph: CatalogGraph;
  readonly #accepts: Wanted<T>['accepts'];
  readonly #called: string;
  readonly #kinds: readonly NodeKind[];
  /** Tables of keys, of which an earlier one wins over a later. */
  readonly #ids: KeyTable<T> = new Map();
  readonly #names: KeyTable<T> = new Map();
  readonly #slugs: KeyTable<T> = new Map();
  readonly #alternates: KeyTable<T> = new Map();
  /** The keys of all of them. */
  readonly #all: Named<T>[] = [];

  constructor(graph: CatalogGraph, { accepts, called, kinds = [] }: Wanted<T>) {
    this.#graph = graph;
    this.#accepts = accepts;
    this.#called = called;
    this.#kinds = kinds;
    for (const node of graph.nodes((kind) => kind !== 'APPEARANCE')) {
      if (!accepts(node)) continue;
      this.#add(this.#ids, node, pathKey(node.id));
      const nameKey = matchingKey(node.label);
      this.#add(this.#names, node, nameKey);
      for (const key of slugKeys(node)) {
        if (key !== nameKey) this.#add(this.#slugs, node, key);
      }
      for (const title of alternateTitlesOf(node)) {
        this.#add(this.#alternates, node, matchingKey(title), `${node.label} (${title})`);
      }
    }
  }

  resolve(given: string): Resolution<T> {
    const node = this.#graph.node(given.trim());
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
    const [other] = this.#graph.names.withKey(key);
    const node = this.#graph.node(given.trim()) ?? other?.node;
    if (node !== undefined) return `${visibleText(node.label)} is ${nameOfKind(node.kind)}, not ${this.#called}.`;
    return `${quoted(given)} is not ${this.#called}. ${meantText({ given, key, path }, this.#all, this.#kinds)}`;
  }
}

function onlyOf<T extends Node>(nodes: readonly T[], given: string, isCompleted: boolean): Resolution<T> {
  const [node, ...others] = nodes;
  if (node !== undefined && others.length === 0) return { kind: 'FOUND', node, isCompleted };
  return { kind: 'AMBIGUOUS', problem: () => ambiguityText(nodes, given) };
}
