import type { Writable } from 'node:stream';
import { visibleText } from '../catalog/quoted-text.ts';
import { isGroup, type GroupEntry, type NodeEntry, type RoleEntry } from '../membership/entries.ts';
import type { Membership } from '../membership/membership.ts';
import { NameTable, type Resolution } from './name-table.ts';
import { counted } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The most names that are told to be wrong. */
const mostProblems = 20;

/** The nodes of one catalog by the names that people type. Whoever gave less than a name is told, on a stream, what it was taken as. */
export class CatalogNames {
  readonly #membership: Membership;
  readonly #notes: Writable;
  #groups: NameTable<GroupEntry> | undefined;
  #roles: NameTable<RoleEntry> | undefined;
  #nodes: NameTable<NodeEntry> | undefined;

  constructor(membership: Membership, notes: Writable) {
    this.#membership = membership;
    this.#notes = notes;
  }

  /** @throws UsageError with all that is wrong at once, as the others do. */
  groupIds(words: readonly string[]): readonly string[] {
    return this.#all(this.#groupTable(), words);
  }

  roleIds(words: readonly string[]): readonly string[] {
    return this.#all(this.#roleTable(), words);
  }

  roleId(name: string): string {
    return this.#one(this.#roleTable(), name);
  }

  nodeIds(names: readonly string[]): readonly string[] {
    const table = (this.#nodes ??= new NameTable(this.#membership, { accepts: isNode, called: 'anything here' }));
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

  #groupTable(): NameTable<GroupEntry> {
    const called = 'a pillar, category or organization type';
    return (this.#groups ??= new NameTable(this.#membership, { accepts: isGroup, called }));
  }

  #roleTable(): NameTable<RoleEntry> {
    return (this.#roles ??= new NameTable(this.#membership, { accepts: isRole, called: 'a role' }));
  }

  #one<T extends NodeEntry>(table: NameTable<T>, name: string): string {
    const [id] = this.#found([{ given: name, resolution: table.resolve(name) }]);
    if (id === undefined) throw new Error('a name was neither found nor refused');
    return id;
  }

  /** A word with commas is a list, unless it is a name as it stands, as that of a category may be. */
  #all<T extends NodeEntry>(table: NameTable<T>, words: readonly string[]): readonly string[] {
    return this.#found(
      words.flatMap((word) => {
        const whole = { given: word, resolution: table.resolve(word) };
        if (whole.resolution.kind !== 'UNKNOWN' || !word.includes(',')) return [whole];
        const parts = word.split(',').filter((part) => part.trim() !== '');
        if (parts.length === 0) return [whole];
        return parts.map((part) => ({ given: part.trim(), resolution: table.resolve(part) }));
      }),
    );
  }

  #found(sought: readonly Sought[]): readonly string[] {
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
      if (isCompleted) this.#notes.write(`${before}${visibleText(given)}: taken as ${visibleText(node.label)}\n`);
    }
    if (problems.length > 0) {
      const told = problems.slice(0, mostProblems).map((problem) => problem());
      const rest = problems.length - told.length;
      throw new UsageError([...told, ...(rest > 0 ? [`… and ${counted(rest, 'more wrong name')}`] : [])].join('\n'));
    }
    return ids;
  }
}

interface Sought {
  readonly given: string;
  readonly place?: string;
  readonly resolution: Resolution<NodeEntry>;
}

function isRole(entry: NodeEntry): entry is RoleEntry {
  return entry.kind === 'ROLE';
}

function isNode(entry: NodeEntry): entry is NodeEntry {
  return entry.kind !== 'APPEARANCE';
}
