import type { Writable } from 'node:stream';
import { isGraphNode, type GraphNode } from '../../analysis/graph-nodes.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { isGroup, type Node, type Role, type RoleGroup } from '../../graph/nodes/node.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import { counted } from '../output/terminal.ts';
import { quoteNames } from '../query-help.ts';
import { NameTable, type NameTableOptions, type Resolution } from './name-table.ts';

/** Most wrong names in one message. */
const mostProblems = 20;

const groups: NameTableOptions<RoleGroup> = {
  accepts: isGroup,
  called: 'a pillar, category or organization type',
  kinds: ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'],
};
const roles: NameTableOptions<Role> = {
  accepts: (node): node is Role => node.kind === 'ROLE',
  called: 'a role',
  kinds: ['ROLE'],
};
const ends: NameTableOptions<GraphNode> = { accepts: isGraphNode, called: 'a role, group, responsibility or topic' };

/**
 * Resolves names that users type to nodes of one catalog. If a name was completed, a note says to what. All methods throw a
 * UsageError that lists all wrong names.
 */
export class CatalogNames {
  readonly #graph: CatalogGraph;
  readonly #notes: Writable;
  readonly #origin: string;
  #roles: NameTable<Role> | undefined;

  /** @param origin where the catalog comes from, e.g. "which ships with Rolegraph". */
  constructor(graph: CatalogGraph, origin: string, notes: Writable) {
    this.#graph = graph;
    this.#origin = origin;
    this.#notes = notes;
  }

  /** The groups, in the order given. */
  groups(words: readonly string[]): readonly RoleGroup[] {
    const advice = words.length > 1 ? quoteNames : undefined;
    return this.#nodesOrThrow(namesIn(words, new NameTable(this.#graph, groups)), advice);
  }

  /** The same without those that are given again. */
  distinctGroups(words: readonly string[]): readonly RoleGroup[] {
    return [...new Set(this.groups(words))];
  }

  /** The distinct roles, in the order given. */
  roles(words: readonly string[]): readonly Role[] {
    return [...new Set(this.#nodesOrThrow(namesIn(words, this.#roleTable)))];
  }

  role(name: string): Role {
    return itemAt(this.#nodesOrThrow([{ given: name, resolution: this.#roleTable.resolve(name) }]), 0);
  }

  /**
   * The distinct roles of lines.
   *
   * @param lines with their positions, e.g. "team.txt:3", which messages start with.
   */
  rolesOfLines(lines: readonly { readonly text: string; readonly position: string }[]): readonly Role[] {
    const resolved = lines.map(({ text, position }) => ({
      given: text,
      position,
      resolution: this.#roleTable.resolve(text),
    }));
    return [...new Set(this.#nodesOrThrow(resolved))];
  }

  /** The ids of the two ends of a path. */
  ends(from: string, to: string): { readonly from: string; readonly to: string } {
    const table = new NameTable(this.#graph, ends);
    const nodes = this.#nodesOrThrow([from, to].map((given) => ({ given, resolution: table.resolve(given) })));
    return { from: itemAt(nodes, 0).id, to: itemAt(nodes, 1).id };
  }

  get #roleTable(): NameTable<Role> {
    return (this.#roles ??= new NameTable(this.#graph, roles));
  }

  /** @param advice is added to the message about wrong names. */
  #nodesOrThrow<T extends Node>(resolved: readonly ResolvedName<T>[], advice?: string): readonly T[] {
    const problems: (() => string)[] = [];
    const nodes: T[] = [];
    for (const { given, position, resolution } of resolved) {
      const before = position === undefined ? '' : `${position}: `;
      if (resolution.kind !== 'FOUND') {
        problems.push(() => `${before}${resolution.problem()}`);
        continue;
      }
      const { node, isCompleted } = resolution;
      nodes.push(node);
      if (isCompleted) this.#notes.write(`${before}${visibleText(given)}: completed to ${visibleText(node.label)}\n`);
    }
    if (problems.length === 0) return nodes;
    const lines = problems.slice(0, mostProblems).map((problem) => problem());
    const rest = problems.length - lines.length;
    if (rest > 0) lines.push(`… and ${counted(rest, 'more wrong name')}`);
    if (advice !== undefined) lines.push(advice);
    // The user may have meant another catalog.
    if (resolved.some(({ resolution }) => resolution.kind === 'UNKNOWN')) {
      const { name, version } = this.#graph.structure;
      lines.push(`The names are those of ${visibleText(`${name} ${version}`)}, ${this.#origin}.`);
    }
    throw new UsageError(lines.join('\n'));
  }
}

interface ResolvedName<T> {
  readonly given: string;
  readonly position?: string;
  readonly resolution: Resolution<T>;
}

/** A word with commas is a list, unless it is a name as a whole, as some names of categories are. */
function namesIn<T extends Node>(words: readonly string[], table: NameTable<T>): readonly ResolvedName<T>[] {
  return words.flatMap((word) => {
    const whole = { given: word, resolution: table.resolve(word) };
    if (whole.resolution.kind !== 'UNKNOWN' || !word.includes(',')) return [whole];
    const parts = word.split(',').filter((part) => part.trim() !== '');
    if (parts.length === 0) return [whole];
    return parts.map((part) => ({ given: part.trim(), resolution: table.resolve(part) }));
  });
}
