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

/** Most wrong names in one message. */
const mostProblems = 20;

/** Resolves names that users type to nodes of one catalog. If a name was completed, a note says to what. */
export class CatalogNames {
  readonly #graph: CatalogGraph;
  readonly #notes: Writable;
  readonly #origin: string;
  #groups: NameTable<RoleGroup> | undefined;
  #roles: NameTable<Role> | undefined;
  #nodes: NameTable<GraphNode> | undefined;

  /** @param origin where the catalog comes from, e.g. "which ships with Rolegraph". */
  constructor(graph: CatalogGraph, origin: string, notes: Writable) {
    this.#graph = graph;
    this.#origin = origin;
    this.#notes = notes;
  }

  /** The readable name of the node with an id; that of a category includes its owners. */
  labelOf(id: string): string {
    const node = this.#graph.node(id);
    return node === undefined ? id : labelOfNode(node);
  }

  /** @throws UsageError that lists all wrong names, as the other methods do. */
  groupIds(words: readonly string[]): readonly string[] {
    return this.#resolveAll(this.#groupTable(), words, words.length > 1 ? quoteNames : undefined);
  }

  roleIds(words: readonly string[]): readonly string[] {
    return this.#resolveAll(this.#roleTable(), words);
  }

  roleId(name: string): string {
    return this.#resolveOne(this.#roleTable(), name);
  }

  nodeIds(names: readonly string[]): readonly string[] {
    const called = 'a role, group, responsibility or topic';
    const table = (this.#nodes ??= new NameTable(this.#graph, { accepts: isGraphNode, called }));
    return this.#idsOrThrow(names.map((name) => ({ given: name, resolution: table.resolve(name) })));
  }

  /**
   * The roles of lines.
   *
   * @param lines with their positions, e.g. "team.txt:3", which messages start with.
   */
  roleIdsOf(lines: readonly { readonly text: string; readonly position: string }[]): readonly string[] {
    const table = this.#roleTable();
    return this.#idsOrThrow(
      lines.map(({ text, position }) => ({ given: text, position, resolution: table.resolve(text) })),
    );
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

  #resolveOne<T extends Node>(table: NameTable<T>, name: string): string {
    const [id] = this.#idsOrThrow([{ given: name, resolution: table.resolve(name) }]);
    if (id === undefined) throw new Error('a name was neither found nor refused');
    return id;
  }

  /** A word with commas is a list, unless it is a name as a whole, as some names of categories are. */
  #resolveAll<T extends Node>(table: NameTable<T>, words: readonly string[], advice?: string): readonly string[] {
    return this.#idsOrThrow(
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

  /** @param advice is added to the message about wrong names. */
  #idsOrThrow(resolved: readonly ResolvedName[], advice?: string): readonly string[] {
    const problems: (() => string)[] = [];
    const ids: string[] = [];
    for (const { given, position, resolution } of resolved) {
      const before = position === undefined ? '' : `${position}: `;
      if (resolution.kind !== 'FOUND') {
        problems.push(() => `${before}${resolution.problem()}`);
        continue;
      }
      const { node, isCompleted } = resolution;
      ids.push(node.id);
      if (isCompleted)
        this.#notes.write(`${before}${visibleText(given)}: completed to ${visibleText(labelOfNode(node))}\n`);
    }
    if (problems.length > 0) {
      const told = problems.slice(0, mostProblems).map((problem) => problem());
      const rest = problems.length - told.length;
      const isAnyUnknown = resolved.some(({ resolution }) => resolution.kind === 'UNKNOWN');
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

  /** Says which catalog was searched, in case the user meant another one. */
  #source(): string {
    const { name, version } = this.#graph.structure;
    return `The names are those of ${visibleText(`${name} ${version}`)}, ${this.#origin}.`;
  }
}

interface ResolvedName {
  readonly given: string;
  readonly position?: string;
  readonly resolution: Resolution<Node>;
}

function isRole(entry: Node): entry is Role {
  return entry.kind === 'ROLE';
}
