import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { mostAliasedValues, mostAliasExpansions, mostKeys, mostNesting } from '../document-limits.ts';
import type { DocumentPath } from '../document-path.ts';
import type { YamlOffsets } from './locate-yaml.ts';
import type { ReportProblem } from './parsed-text.ts';
import { grouped, quoted } from '../../text/quoted-text.ts';
import { duplicateKey, tooDeep, tooManyKeys } from './structure-problems.ts';

/** The plain data of a node, kept so that an alias of it needs no second walk. */
interface Plain {
  readonly value: unknown;
  /** The offsets of its entries; undefined for scalars, and for aliases. */
  readonly places: YamlOffsets | undefined;
  /** How deep lists and mappings are nested in it. */
  readonly height: number;
  /** Number of its values, and of the aliases expanded in it, including those inside aliases. */
  readonly values: number;
  readonly expansions: number;
}

/** Stops the walk at a problem that makes the value meaningless. */
class StopWalk extends Error {}

/**
 * The plain data of a YAML document: mappings, lists, text, numbers, true, false and null. Everything else is reported:
 * tags, cycles, aliases without an anchor, keys that are not text or given twice.
 *
 * @param text the source of the nodes.
 * @returns undefined if the document is not plain data.
 */
export function plainValue(
  root: Node | null,
  text: string,
  report: ReportProblem,
): Pick<Plain, 'value' | 'places'> | undefined {
  try {
    return new Walk(text, report).plain(root, []);
  } catch (error) {
    if (error instanceof StopWalk) return undefined;
    throw error;
  }
}

class Walk {
  readonly #text: string;
  readonly #report: ReportProblem;
  /** By anchor; undefined while the anchored node is not finished. */
  readonly #anchors = new Map<string, Plain | undefined>();
  #expansions = 0;
  #aliasedValues = 0;
  #depth = 0;

  constructor(text: string, report: ReportProblem) {
    this.#text = text;
    this.#report = report;
  }

  plain(node: unknown, path: DocumentPath): Plain {
    if (!isNode(node)) return scalar(null);
    if (isAlias(node)) return this.#expanded(node, path);
    this.#refuseTag(node, path);
    const anchor = isScalar(node) || isCollection(node) ? node.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const plain = isScalar(node) ? scalar(node.value) : this.#collection(node, path);
    if (anchor !== undefined) this.#anchors.set(anchor, plain);
    return plain;
  }

  #collection(node: Node, path: DocumentPath): Plain {
    this.#depth += 1;
    if (this.#depth > mostNesting) this.#stop(path, node, tooDeep);
    const entries = isMap(node) ? this.#pairs(node, path) : isSeq(node) ? listed(node) : [];
    const keys = isMap(node) ? entries.map(({ step }) => String(step)) : undefined;
    const inside = entries.map(({ step, value }) => this.plain(value, [...path, step]));
    this.#depth -= 1;

    const places = { keys, offsets: entries.map(({ offset }) => offset), below: inside.map((plain) => plain.places) };
    const values = inside.map(({ value }) => value);
    let [height, size, expansions] = [0, 1, 0];
    for (const plain of inside) {
      height = Math.max(height, plain.height);
      size += plain.values;
      expansions += plain.expansions;
    }
    // Unlike assignment, fromEntries makes a key such as __proto__ a key like any other.
    const value: unknown = keys === undefined ? values : Object.fromEntries(keys.map((key, at) => [key, values[at]]));
    return { value, places, height: height + 1, values: size, expansions };
  }

  /** The pairs of a mapping; of two with the same key, the first. */
  #pairs(node: YAMLMap, path: DocumentPath): Entry[] {
    const entries = new Map<string, Entry>();
    for (const { key, value } of node.items) {
      if (!isScalar(key) || typeof key.value !== 'string') {
        this.#stop(path, isNode(key) ? key : node, () => 'a key is not text; expected a key such as `slug`');
        break;
      }
      const step = key.value;
      const keyPath = [...path, step];
      this.#refuseTag(key, keyPath);
      if (key.anchor !== undefined) this.#anchors.set(key.anchor, scalar(step));
      const offset = offsetOf(key);
      const first = entries.get(step);
      if (first !== undefined) {
        this.#report(keyPath, offset, () => duplicateKey(step), {
          what: 'first given',
          path: keyPath,
          offset: first.offset,
        });
        continue;
      }
      if (entries.size === mostKeys) this.#stop(path, key, tooManyKeys);
      entries.set(step, { step, offset, value });
    }
    return [...entries.values()];
  }

  #expanded(node: Alias, path: DocumentPath): Plain {
    const { source } = node;
    const target = this.#anchors.get(source);
    if (target === undefined) {
      const alias = quoted(`*${source}`);
      this.#stop(path, node, () =>
        this.#anchors.has(source)
          ? `the alias ${alias} is inside the value that it refers to, a cycle; write the value out`
          : `the alias ${alias} refers to nothing; expected the anchor ${quoted(`&${source}`)} before it`,
      );
      return scalar(null);
    }
    const expansions = target.expansions + 1;
    this.#expansions += expansions;
    this.#aliasedValues += target.values;
    if (this.#expansions > mostAliasExpansions) {
      const most = grouped(mostAliasExpansions);
      this.#stop(
        path,
        node,
        () =>
          `more than ${most} alias expansions in this file, including aliases inside others; at most ${most} are accepted: write the values out`,
      );
    }
    if (this.#aliasedValues > mostAliasedValues) {
      const most = grouped(mostAliasedValues);
      this.#stop(
        path,
        node,
        () => `aliases add more than ${most} values to this file, the limit; write the values out`,
      );
    }
    if (this.#depth + target.height > mostNesting) this.#stop(path, node, tooDeep);
    return { ...target, places: undefined, expansions };
  }

  #refuseTag(node: Node, path: DocumentPath): void {
    const { tag } = node;
    if (tag === undefined) return;
    // The tagged value may begin lines below its tag.
    const offset = Math.max(0, this.#text.lastIndexOf('!', offsetOf(node)));
    this.#stop(
      path,
      node,
      () => `the tag ${quoted(tag)} is not supported; a catalog is plain data: remove it, and put text in quotes`,
      offset,
    );
  }

  #stop(path: DocumentPath, node: Node, describe: () => string, offset = offsetOf(node)): void {
    this.#report(path, offset, describe);
    throw new StopWalk();
  }
}

/** An entry of a list or mapping: its index or key, the offset of that, and the node of its value. */
interface Entry {
  readonly step: string | number;
  readonly offset: number;
  readonly value: unknown;
}

function listed(node: YAMLSeq): Entry[] {
  return node.items.map((value, step) => ({ step, offset: isNode(value) ? offsetOf(value) : offsetOf(node), value }));
}

function scalar(value: unknown): Plain {
  return { value, places: undefined, height: 0, values: 1, expansions: 0 };
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
