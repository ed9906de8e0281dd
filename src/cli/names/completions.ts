import { matchingKey } from '../../text/matching-key.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { ownNameOf, type Node } from '../../graph/nodes/node.ts';

/** Separates the parts of an id, or of a category after its owner; no matching key contains it. */
const separator = '/';

interface NamedKey {
  readonly key: string;
  readonly node: Node;
}

/** Finds nodes by the beginning of an id, a slug, a title or a name that is shown, as shells complete the names of files. */
export class Completions {
  readonly #all: readonly NamedKey[];

  /** @param kinds only nodes of these are found. */
  constructor(graph: CatalogGraph, kinds: readonly NodeKind[]) {
    const nodes = graph.nodes((kind) => kind !== 'APPEARANCE' && kinds.includes(kind));
    this.#all = nodes.flatMap((node) => keysOf(node).map((key) => ({ key, node }))).toArray();
  }

  /**
   * The distinct nodes of which a name begins like a text; each part of a path may be a beginning: "cost/arch". If all these
   * names begin with one of them, only the nodes with that one: "secu" is Security, although Security Lifecycle begins alike.
   */
  of(given: string): readonly Node[] {
    const [key, parts] = [matchingKey(given), pathKey(given).split(separator)];
    if (key === '') return [];
    const begun = this.#all.filter((named) =>
      named.key.includes(separator) ? beginsInParts(named.key, parts) : named.key.startsWith(key),
    );
    const shortest = begun.reduce<string | undefined>(
      (least, named) => (least === undefined || named.key.length < least.length ? named.key : least),
      undefined,
    );
    const isWhole = shortest !== undefined && begun.every((named) => named.key.startsWith(shortest));
    const completed = isWhole ? begun.filter((named) => named.key === shortest) : begun;
    return [...new Set(completed.map(({ node }) => node))];
  }
}

function keysOf(node: Node): readonly string[] {
  if (node.kind === 'APPEARANCE') return [];
  const names = [ownNameOf(node), node.slug, ...(node.kind === 'ROLE' ? node.alternateTitles : [])];
  const paths = node.kind === 'CATEGORY' ? node.owners.flatMap((owner) => pathsOf(owner, node)) : [];
  return [pathKey(node.id), ...names.map((name) => matchingKey(name)), ...paths];
}

interface Named {
  readonly slug: string;
  readonly name: string;
}

function pathsOf(owner: Named, category: Named): readonly string[] {
  return [
    [owner.slug, category.slug],
    [owner.name, category.name],
  ].map((parts) => parts.map((part) => matchingKey(part)).join(separator));
}

/** The matching keys of the parts of an id, or of a category with its owner. */
function pathKey(text: string): string {
  return text
    .split(/[:/]/)
    .map((part) => matchingKey(part))
    .join(separator);
}

/** Whether each part of a key starts with the corresponding part of a path. */
function beginsInParts(key: string, parts: readonly string[]): boolean {
  const whole = key.split(separator);
  return whole.length === parts.length && parts.every((part, index) => whole[index]?.startsWith(part) === true);
}
