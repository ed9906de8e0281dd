import type { Writable } from 'node:stream';
import { isGraphNode, type GraphNode } from '../../analysis/graph-nodes.ts';
import { visibleText } from '../../text/quoted-text.ts';
import { isGroup, type Node, type RoleGroup } from '../../graph/nodes/node.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { labelOfNode } from './group-label.ts';
import { NameTable, type Resolution } from './name-table.ts';
import { quoteNames } from './quote-names.ts';
import { counted } from '../output/terminal.ts';
import { UsageError } from '../usage-error.ts';

/** The most names that are told to be wrong. */
const mostProblems = 20;

/** The nodes of one catalog by the names that people type. Whoever gave less than a name is told, on a stream, what it was taken as. */
export class CatalogNames {
  readonly #graph: CatalogGraph;
  readonly #notes: Writable;
  readonly #place: string;
  #groups: NameTable<RoleGroup> | undefined;
  #roles: NameTable<Role> | undefined;
  #nodes: NameTable<GraphNode> | undefined;

  /** @param place where the catalog is, e.g. "which ships with Rolegraph". */
  constructor(graph: CatalogGraph, place: string, notes: Writable) {
    this.#graph = graph;
    this.#place = place;
    this.#notes = notes;
  }

  /** How people read the node of an id; a category with its owners. */
  labelOf(id: string): string {
    const node = this.#graph.node(id);
    return node === undefined ? id : labelOfNode(node);
  }

  /** @throws UsageError with all that is wrong at once, as the others do. */
  groupIds(words: readonly string[]): readonly string[] {
    return this.#all(this.#groupTable(), words, words.length > 1 ? quoteNames : undefined);
  }

  roleIds(words: readonly string[]): readonly string[] {
    return this.#all(this.#roleTable(), words);
  }

  roleId(name: string): string {
    return this.#one(this.#roleTable(), name);
  }

  nodeIds(names: readonly string[]): readonly string[] {
    const called = 'a role, group, responsibility or topic';
    const table = (this.#nodes ??= new NameTable(this.#graph, { accepts: isGraphNode, called }));
    return this.#found(names.map((name) => ({ given: name, resolution: table.resolve(name) })));
  }

  /**
   * The roles of lines.
   *
   * @param place how a line is called in front of what is wrong with it, e.g. "team.txt:3".
   */
  roleIdsOf(lines: readonly { readonly text: string; readonly place: string }[]): readonly string[] {
    const table = this.#roleTable();
    return this.#found(lines.map(({ text, place }) => ({ given: text, place, resolution: table.resolve(text) })));
  }

  #groupTable(): NameTable<RoleGroup> {
    const called = 'a pillar, category or organization type';
    return (this.#groups ??= new NameTable(this.#graph, {
      accepts: isGroup,
      called,
      kinds: ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'],
    }));
  }

  #roleTable(): NameTable<Role> {
    return (this.#roles ??= new NameTable(this.#graph, { accepts: isRole, called: 'a role', kinds: ['ROLE'] }));
  }

  #one<T extends Node>(table: NameTable<T>, name: string): string {
    const [id] = this.#found([{ given: name, resolution: table.resolve(name) }]);
    if (id === undefined) throw new Error('a name was neither found nor refused');
    return id;
  }

  /** A word with commas is a list, unless it is a name as it stands, as that of a category may be. */
  #all<T extends Node>(table: NameTable<T>, words: readonly string[], advice?: string): readonly string[] {
    return this.#found(
      words.flatMap((word) => {
        const whole = { given: word, resolution: table.resolve(word) };
        if (whole.resolution.kind !== 'UNKNOWN' || !word.includes(',')) return [whole];
        const parts = word.split(',').filter((part) => part.trim() !== '');
        if (parts.length === 0) return [whole];
        return parts.map((part) => ({ given: part.trim(), resolution: table.resolve(part) }));
      }),
      advice,
    );
  }

  /** @param advice follows what is wrong with names. */
  #found(sought: readonly Sought[], advice?: string): readonly string[] {
    const problems: (() => string)[] = [];
    const ids: string[] = [];
    for (const { given, place, resolution } of sought) {
      const before = place === undefined ? '' : `${place}: `;
      if (resolution.kind !== 'FOUND') {
        problems.push(() => `${before}${resolution.problem()}`);
        continue;
      }
      const { node, isCompleted } = resolution;
      ids.push(node.id);
      if (isCompleted)
        this.#notes.write(`${before}${visibleText(given)}: taken as ${visibleText(labelOfNode(node))}\n`);
    }
    if (problems.length > 0) {
      const told = problems.slice(0, mostProblems).map((problem) => problem());
      const rest = problems.length - told.length;
      const isAnyUnknown = sought.some(({ resolution }) => resolution.kind === 'UNKNOWN');
      const lines = [
        ...told,
        ...(rest > 0 ? [`… and ${counted(rest, 'more wrong name')}`] : []),
        ...(advice === undefined ? [] : [advice]),
        ...(isAnyUnknown ? [this.#source()] : []),
      ];
      throw new UsageError(lines.join('\n'));
    }
    return ids;
  }

  /** Which catalog was looked in: somebody may have meant another. */
  #source(): string {
    const { name, version } = this.#graph.structure;
    return `Names are those of ${visibleText(`${name} ${version}`)}, ${this.#place}.`;
  }
}

interface Sought {
  readonly given: string;
  readonly place?: string;
  readonly resolution: Resolution<Node>;
}

function isRole(entry: Node): entry is Role {
  return entry.kind === 'ROLE';
}
