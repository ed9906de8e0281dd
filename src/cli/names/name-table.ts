import { matchingKey } from '../../text/matching-key.ts';
import { quoted, visibleText } from '../../text/quoted-text.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { nameOfKind, type Node } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { ambiguityText, distinctNodes, suggestionText, type Named } from './name-advice.ts';
import { alternateTitlesOf, beginsInParts, pathKey, separator, slugKeys } from './name-keys.ts';

/** The nodes that an argument of the command line accepts. */
export interface NameTableOptions<T extends Node> {
  readonly accepts: (entry: Node) => entry is T;
  /** With an article, e.g. "a role". */
  readonly called: string;
  /** The kinds for the search that messages suggest; all by default. */
  readonly kinds?: readonly NodeKind[];
}

/** The result of resolving a name. */
export type Resolution<T> =
  | {
      readonly kind: 'FOUND';
      readonly node: T;
      /** Whether only the beginning of the name was given. */
      readonly isCompleted: boolean;
    }
  | {
      readonly kind: 'AMBIGUOUS' | 'UNKNOWN';
      /** Makes the message: what is wrong with the name and what to do. Takes a while, as it searches for suggestions. */
      readonly problem: () => string;
    };

type KeyTable<T> = Map<string, T[]>;

/**
 * Finds nodes by what users type, compared by matching key: an id, a title or name, a slug, or an alternate title, in this
 * order of precedence, or a unique beginning of any of them. A category is also found by its owner and name, as in
 * "security/infrastructure".
 */
export class NameTable<T extends Node> {
  readonly #graph: CatalogGraph;
  readonly #accepts: NameTableOptions<T>['accepts'];
  readonly #called: string;
  readonly #kinds: readonly NodeKind[];
  /** Tables of keys, in order of precedence. */
  readonly #ids: KeyTable<T> = new Map();
  readonly #names: KeyTable<T> = new Map();
  readonly #slugs: KeyTable<T> = new Map();
  readonly #alternates: KeyTable<T> = new Map();
  /** The keys of all of them. */
  readonly #all: Named<T>[] = [];

  constructor(graph: CatalogGraph, { accepts, called, kinds = [] }: NameTableOptions<T>) {
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
      return { kind: 'UNKNOWN', problem: () => `${quoted(given)} contains no letter or digit to search for.` };
    const path = pathKey(given);
    const exact = this.#ids.get(path) ?? this.#names.get(key) ?? this.#slugs.get(path) ?? this.#alternates.get(key);
    if (exact !== undefined) return resolutionOf(exact, given, false);
    const begun = this.#completions(key, path);
    if (begun.length > 0) return resolutionOf(begun, given, true);
    return { kind: 'UNKNOWN', problem: () => this.#unknown(given, key, path) };
  }

  #add(table: KeyTable<T>, node: T, key: string, text = node.label): void {
    this.#all.push({ key, text, node });
    const nodes = table.get(key);
    if (nodes === undefined) table.set(key, [node]);
    else if (!nodes.includes(node)) nodes.push(node);
  }

  /** As in a shell: if the common prefix of all completions is a whole name itself, only that name counts. */
  #completions(key: string, path: string): readonly T[] {
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
    return `${quoted(given)} is not ${this.#called}. ${suggestionText({ given, key, path }, this.#all, this.#kinds)}`;
  }
}

function resolutionOf<T extends Node>(nodes: readonly T[], given: string, isCompleted: boolean): Resolution<T> {
  const [node, ...others] = nodes;
  if (node !== undefined && others.length === 0) return { kind: 'FOUND', node, isCompleted };
  return { kind: 'AMBIGUOUS', problem: () => ambiguityText(nodes, given) };
}
