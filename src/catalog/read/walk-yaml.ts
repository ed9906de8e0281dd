import {
  type Alias,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { mostAliasedValues, mostAliasExpansions, mostNesting } from '../document-limits.ts';
import type { DocumentPath } from '../document-path.ts';
import { type DocumentVisitor, UnreadableText } from './parsed-text.ts';
import { tooDeep } from './structure-check.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';

/** The plain data of a node, stored for its anchor so that an alias needs no second walk. */
interface Plain {
  readonly value: unknown;
  /** How deep lists and mappings are nested in it. */
  readonly height: number;
  /** Number of its values, and of the aliases expanded in it, including those inside aliases. */
  readonly values: number;
  readonly expansions: number;
}

/**
 * Walks through a tree of YAML. Its nesting is not deeper than the composer of the library allows, so recursion is safe.
 *
 * @param text the source of the nodes.
 * @returns the plain data of the tree: mappings, lists, text, numbers, true, false and null.
 * @throws UnreadableText for everything else: tags, cycles, aliases without an anchor, keys that are not text.
 */
export function walkYaml(root: Node | null, text: string, visitor: DocumentVisitor): unknown {
  return new Walk(text, visitor).plain(root).value;
}

class Walk {
  readonly #text: string;
  readonly #visitor: DocumentVisitor;
  /** By anchor; undefined while the anchored node is not finished. */
  readonly #anchors = new Map<string, Plain | undefined>();
  readonly #steps: (string | number)[] = [];
  readonly #path = (): DocumentPath => [...this.#steps];
  #expansions = 0;
  #aliasedValues = 0;

  constructor(text: string, visitor: DocumentVisitor) {
    this.#text = text;
    this.#visitor = visitor;
  }

  plain(node: unknown): Plain {
    if (isMap(node) || isSeq(node)) return this.#anchored(node, () => this.#collection(node));
    this.#visitor.scalar(isNode(node) ? offsetOf(node) : 0);
    if (isAlias(node)) return this.#expanded(node);
    return isScalar(node) ? this.#anchored(node, () => plainScalar(node.value)) : plainScalar(null);
  }

  #anchored(node: Node & { anchor?: string }, read: () => Plain): Plain {
    this.#refuseTag(node);
    const { anchor } = node;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const plain = read();
    if (anchor !== undefined) this.#anchors.set(anchor, plain);
    return plain;
  }

  #collection(node: YAMLMap | YAMLSeq): Plain {
    this.#visitor.opened(offsetOf(node), isMap(node), this.#path);
    const entries: [string | number, unknown][] = [];
    let [height, values, expansions] = [0, 1, 0];
    for (const [index, item] of node.items.entries()) {
      const step = isPair(item) ? this.#key(item.key, node) : index;
      if (!isPair(item)) this.#steps.push(index);
      const plain = this.plain(isPair(item) ? item.value : item);
      this.#steps.pop();
      entries.push([step, plain.value]);
      height = Math.max(height, plain.height);
      values += plain.values;
      expansions += plain.expansions;
    }
    this.#visitor.closed();
    // Unlike assignment, fromEntries makes a key such as __proto__ a key like any other.
    const value: unknown = isMap(node) ? Object.fromEntries(entries) : entries.map(([, entry]) => entry);
    return { value, height: height + 1, values, expansions };
  }

  /** Reads a key and adds it to the current path. */
  #key(key: unknown, mapping: Node): string {
    if (!isScalar(key) || typeof key.value !== 'string') {
      throw this.#problem(isNode(key) ? key : mapping, 'a key is not text; expected a key such as `slug`');
    }
    const { value } = key;
    this.#steps.push(value);
    this.#anchored(key, () => plainScalar(value));
    this.#visitor.key(value, offsetOf(key), this.#path);
    return value;
  }

  #expanded(node: Alias): Plain {
    const { source } = node;
    const target = this.#anchors.get(source);
    if (target === undefined) {
      const problem = this.#anchors.has(source)
        ? 'is inside the value that it refers to, a cycle; write the value out'
        : `refers to nothing; expected the anchor ${quoted(`&${source}`)} before it`;
      throw this.#problem(node, `the alias ${quoted(`*${source}`)} ${problem}`);
    }
    const expansions = target.expansions + 1;
    this.#expansions += expansions;
    this.#aliasedValues += target.values;
    if (this.#expansions > mostAliasExpansions) {
      const most = grouped(mostAliasExpansions);
      throw this.#problem(
        node,
        `more than ${most} alias expansions in this file, including aliases inside others; at most ${most} are accepted: write the values out`,
      );
    }
    if (this.#aliasedValues > mostAliasedValues) {
      const most = grouped(mostAliasedValues);
      throw this.#problem(node, `aliases add more than ${most} values to this file, the limit; write the values out`);
    }
    if (this.#steps.length + target.height > mostNesting) throw tooDeep(this.#path(), offsetOf(node));
    return { ...target, expansions };
  }

  #refuseTag(node: Node): void {
    if (node.tag === undefined) return;
    // The tagged value may begin lines below its tag.
    const offset = Math.max(0, this.#text.lastIndexOf('!', offsetOf(node)));
    throw this.#problem(
      node,
      `the tag ${quoted(node.tag)} is not supported; a catalog is plain data: remove it, and put text in quotes`,
      offset,
    );
  }

  #problem(node: Node, message: string, offset = offsetOf(node)): UnreadableText {
    return new UnreadableText(this.#path(), offset, message);
  }
}

function plainScalar(value: unknown): Plain {
  return { value, height: 0, values: 1, expansions: 0 };
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
