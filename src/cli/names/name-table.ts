import { matchingKey } from '../../text/matching-key.ts';
import { quoted, visibleText } from '../../text/quoted-text.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { nameOfKind, type Node } from '../../graph/nodes/node.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { listedKinds } from '../../graph/search/name-index.ts';
import { ambiguityText, distinctNodes, separator, suggestionText, type Named } from './name-advice.ts';

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

/**
 * Finds nodes by what users type: an id, a title or name as NameIndex compares them, or a slug, in this order of precedence,
 * or a unique beginning of an id, a slug, or a title or name that is shown. A category is also found by its owner and name, as in
 * "security/infrastructure".
 */
export class NameTable<T extends Node> {
  readonly #graph: CatalogGraph;
  readonly #options: NameTableOptions<T>;
  readonly #all: readonly Named<T>[];
  readonly #byKindAndKey: ReadonlyMap<string, readonly Named<T>[]>;

  constructor(graph: CatalogGraph, options: NameTableOptions<T>) {
    this.#graph = graph;
    this.#options = options;
    const nodes = graph.nodes((kind) => kind !== 'APPEARANCE').filter(options.accepts);
    this.#all = nodes.flatMap(namesOf).toArray();
    this.#byKindAndKey = Map.groupBy(this.#all, ({ kind, key }) => `${kind} ${key}`);
  }

  resolve(given: string): Resolution<T> {
    const node = this.#graph.node(given.trim());
    if (node !== undefined && this.#options.accepts(node)) return { kind: 'FOUND', node, isCompleted: false };
    const key = matchingKey(given);
    if (key === '')
      return { kind: 'UNKNOWN', problem: () => `${quoted(given)} contains no letter or digit to search for.` };
    const path = pathKey(given);
    const { accepts } = this.#options;
    const withPath = (kind: 'ID' | 'SLUG') => distinctNodes(this.#byKindAndKey.get(`${kind} ${path}`) ?? []);
    const meant: readonly Node[] = this.#graph.names.meant(given, listedKinds, accepts);
    const exact = [withPath('ID'), meant.filter(accepts), withPath('SLUG')].find(({ length }) => length > 0);
    if (exact !== undefined) return resolutionOf(exact, given, false);
    const begun = this.#completions(key, path);
    if (begun.length > 0) return resolutionOf(begun, given, true);
    return { kind: 'UNKNOWN', problem: () => this.#unknown(given, key, path) };
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
    const { called, kinds = [] } = this.#options;
    const [other] = this.#graph.names.meant(given, listedKinds);
    const node = this.#graph.node(given.trim()) ?? other;
    if (node !== undefined) return `${visibleText(node.label)} is ${nameOfKind(node.kind)}, not ${called}.`;
    return `${quoted(given)} is not ${called}. ${suggestionText({ given, key, path }, this.#all, kinds)}`;
  }
}

function resolutionOf<T extends Node>(nodes: readonly T[], given: string, isCompleted: boolean): Resolution<T> {
  const [node, ...others] = nodes;
  if (node !== undefined && others.length === 0) return { kind: 'FOUND', node, isCompleted };
  return { kind: 'AMBIGUOUS', problem: () => ambiguityText(nodes, given) };
}

/** The matching keys of the parts of an id, or of a category with its owner. */
function pathKey(text: string): string {
  return text
    .split(/[:/]/)
    .map((part) => matchingKey(part))
    .join(separator);
}

function namesOf<T extends Node>(node: T): readonly Named<T>[] {
  const { label } = node;
  const named = (kind: Named<T>['kind'], key: string, text = label) => ({ kind, key, text, node });
  const nameKey = matchingKey(label);
  const slugs = slugKeys(node).filter((key) => key !== nameKey);
  const alternates = node.kind === 'ROLE' ? node.alternateTitles : [];
  return [
    named('ID', pathKey(node.id)),
    named('NAME', nameKey),
    ...slugs.map((key) => named('SLUG', key)),
    ...alternates.map((title) => named('ALTERNATE', matchingKey(title), `${label} (${title})`)),
  ];
}

/** The keys of the slug of a node; for a category also those with each owner. */
function slugKeys(node: Node): readonly string[] {
  if (node.kind === 'APPEARANCE') return [];
  const slug = matchingKey(node.slug);
  if (node.kind !== 'CATEGORY') return [slug];
  const paths = node.owners.flatMap((owner) => [
    [matchingKey(owner.slug), slug],
    [matchingKey(owner.name), matchingKey(node.name)],
  ]);
  return [slug, ...paths.map((parts) => parts.join(separator))];
}

/** Whether each part of a key starts with the corresponding part of a path. */
function beginsInParts(key: string, parts: readonly string[]): boolean {
  const whole = key.split(separator);
  return whole.length === parts.length && parts.every((part, index) => whole[index]?.startsWith(part) === true);
}
