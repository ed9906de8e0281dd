import type { Writable } from 'node:stream';
import { graphNodeKinds, type GraphNode, type GraphNodeKind } from '../../analysis/graph-nodes.ts';
import { rolesAndGroups } from '../../analysis/hats/keep-apart.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { resolveName } from '../../graph/names/resolved-name.ts';
import { suggestedNodes } from '../../graph/names/suggested-nodes.ts';
import { groupKinds, type NodeKind } from '../../graph/nodes/node-kind.ts';
import {
  calledOf,
  isOfKinds,
  nameOfKind,
  type Node,
  type NodeOfKind,
  type Responsibility,
  type Role,
  type RoleGroup,
  type Topic,
} from '../../graph/nodes/node.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { grouped, quoted, visibleText } from '../../text/quoted-text.ts';
import { UsageError } from '../command-error.ts';
import { counted } from '../../text/in-words.ts';
import type { TeamProblem, TeamRow } from '../../team/team-file.ts';
import { quoteNames } from '../query-help.ts';
import { Completions } from './completions.ts';

/** Most wrong names in one message. */
const mostProblems = 20;
/** Most nodes that a message about an ambiguous name lists. */
const mostListed = 20;
/** Most candidates in one sentence; more are listed line by line. */
const mostInSentence = 3;

/**
 * Resolves names that users type to nodes of one catalog: what an argument of the schema accepts (resolveName), and unique
 * beginnings of these. If a name was completed, a note says to what. All methods throw a UsageError that lists all wrong names.
 */
export class CatalogNames {
  readonly #graph: CatalogGraph;
  readonly #stored: StoredCatalog;
  readonly #notes: Writable;
  readonly #origin: string;
  readonly #completions = new Map<string, Completions>();

  /**
   * @param stored the catalog of the graph.
   * @param origin where it comes from, e.g. "which ships with Rolegraph".
   */
  constructor(graph: CatalogGraph, stored: StoredCatalog, origin: string, notes: Writable) {
    this.#graph = graph;
    this.#stored = stored;
    this.#origin = origin;
    this.#notes = notes;
  }

  /** The groups, in the order given. */
  groups(words: readonly string[]): Promise<readonly RoleGroup[]> {
    return this.#nodes(this.#namesIn(words, groupKinds), words.length > 1 ? quoteNames : undefined);
  }

  /** The same without those that are given again. */
  async distinctGroups(words: readonly string[]): Promise<readonly RoleGroup[]> {
    return [...new Set(await this.groups(words))];
  }

  /** Whether each name means exactly one node of some kinds. */
  areAll(words: readonly string[], kinds: readonly NodeKind[]): boolean {
    return this.#namesIn(words, kinds).every(({ nodes }) => nodes.length === 1);
  }

  /** The distinct nodes of some kinds, in the order given. */
  async nodes<K extends NodeKind>(words: readonly string[], kinds: readonly K[]): Promise<readonly NodeOfKind<K>[]> {
    return [...new Set(await this.#nodes(this.#namesIn(words, kinds), words.length > 1 ? quoteNames : undefined))];
  }

  /** The distinct roles, in the order given. */
  async roles(words: readonly string[]): Promise<readonly Role[]> {
    return [...new Set(await this.#nodes(this.#namesIn(words, roles)))];
  }

  /** The distinct roles, and the groups, responsibilities and topics that stand for theirs, in the order given. */
  async nodesToKeepApart(words: readonly string[]): Promise<readonly GraphNode[]> {
    const typed = this.#namesIn<GraphNodeKind>(words, graphNodeKinds).map((name) => {
      // A topic is often called like a group.
      const groups = name.isCompleted ? [] : name.nodes.filter((node) => isOfKinds(node, rolesAndGroups));
      return groups.length === 1 ? { ...name, nodes: groups } : name;
    });
    return [...new Set(await this.#nodes(typed))];
  }

  /** The distinct responsibilities, and topics for all of theirs, in the order given. */
  async activities(words: readonly string[]): Promise<readonly (Responsibility | Topic)[]> {
    return [...new Set(await this.#nodes(this.#namesIn(words, activities)))];
  }

  async role(name: string): Promise<Role> {
    return itemAt(await this.#nodes([this.#resolved(name, roles)]), 0);
  }

  /**
   * The distinct roles of lines.
   *
   * @param lines with their positions, e.g. "team.txt:3", which messages start with.
   */
  async rolesOfLines(lines: readonly { readonly text: string; readonly position: string }[]): Promise<readonly Role[]> {
    const resolved = lines.map(({ text, position }) => ({ ...this.#resolved(text, roles), position }));
    return [...new Set(await this.#nodes(resolved))];
  }

  /** The distinct roles of each person, by title, and what is wrong with the names of others. */
  async rolesOfPeople(rows: readonly PersonRow[]): Promise<RolesOfPeople> {
    const problems: TeamProblem[] = [];
    const found: (readonly Role[])[] = [];
    let isUnknown = false;
    for (const { name, roles: words, position, line } of rows) {
      const typed = this.#namesIn(words, roles);
      for (const wrong of typed.filter(({ nodes }) => nodes.length !== 1)) {
        const problem = await this.#problemOf(wrong);
        problems.push({ position, line, message: name === '' ? problem : `${quoted(name)}: ${problem}` });
        isUnknown ||= wrong.nodes.length === 0;
      }
      for (const { given, nodes, isCompleted } of typed) {
        const [node, ...others] = nodes;
        if (!isCompleted || node === undefined || others.length > 0) continue;
        this.#notes.write(`${positionText(position)}${visibleText(given)}: completed to ${visibleText(node.label)}\n`);
      }
      const distinct = new Set(typed.flatMap(({ nodes }) => (nodes.length === 1 ? nodes : [])));
      found.push([...distinct].sort((a, b) => a.index - b.index));
    }
    return { roles: found, problems, note: isUnknown ? this.#whoseNames() : undefined };
  }

  /** A node of any kind that edges connect. */
  async graphNode(name: string): Promise<GraphNode> {
    return itemAt(await this.#nodes([this.#resolved<GraphNodeKind>(name, graphNodeKinds)]), 0);
  }

  /** The ids of the two ends of a path. */
  async ends(from: string, to: string): Promise<{ readonly from: string; readonly to: string }> {
    const nodes = await this.#nodes([from, to].map((given) => this.#resolved<GraphNodeKind>(given, graphNodeKinds)));
    return { from: itemAt(nodes, 0).id, to: itemAt(nodes, 1).id };
  }

  /** A word with commas is a list, unless it is a name as a whole, as some names of categories are. */
  #namesIn<K extends NodeKind>(words: readonly string[], kinds: readonly K[]): readonly TypedName<K>[] {
    return words.flatMap((word) => {
      const whole = this.#resolved(word, kinds);
      if (whole.nodes.length > 0 || !word.includes(',')) return [whole];
      const parts = word.split(',').filter((part) => part.trim() !== '');
      if (parts.length === 0) return [whole];
      return parts.map((part) => this.#resolved(part.trim(), kinds));
    });
  }

  #resolved<K extends NodeKind>(given: string, kinds: readonly K[]): TypedName<K> {
    const resolved = resolveName(this.#graph, given, kinds);
    if (resolved.kind === 'FOUND') return { given, kinds, nodes: [resolved.node], isCompleted: false };
    if (resolved.kind === 'AMBIGUOUS') return { given, kinds, nodes: resolved.nodes, isCompleted: false };
    if (resolved.kind === 'RETIRED')
      return { given, kinds, nodes: [], isCompleted: false, replacedBy: resolved.replacedBy };
    const nodes = this.#sameNameAsOne(
      this.#completionsOf(kinds)
        .of(given)
        .filter((node) => isOfKinds(node, kinds)),
      kinds,
    );
    return { given, kinds, nodes, isCompleted: true, ...(resolved.kind === 'OTHER_KIND' && { other: resolved.node }) };
  }

  /**
   * Where all that a text could mean has one name, what that name means: of a pillar and a category of it that is called the same, as
   * in converted tables, the pillar. More of the name would not tell them apart.
   */
  #sameNameAsOne<K extends NodeKind>(nodes: readonly NodeOfKind<K>[], kinds: readonly K[]): readonly NodeOfKind<K>[] {
    const [first, ...others] = nodes;
    if (first === undefined || others.length === 0) return nodes;
    const key = matchingKey(first.label);
    if (others.some(({ label }) => matchingKey(label) !== key)) return nodes;
    const whole = resolveName(this.#graph, first.label, kinds);
    return whole.kind === 'FOUND' ? [whole.node] : nodes;
  }

  #completionsOf(kinds: readonly NodeKind[]): Completions {
    const key = kinds.join();
    const completions = this.#completions.get(key) ?? new Completions(this.#graph, kinds);
    this.#completions.set(key, completions);
    return completions;
  }

  /** @param advice is added to the message about wrong names. */
  async #nodes<K extends NodeKind>(names: readonly TypedName<K>[], advice?: string): Promise<readonly NodeOfKind<K>[]> {
    const wrong = names.filter(({ nodes }) => nodes.length !== 1);
    const found = names.flatMap((name) => (name.nodes.length === 1 ? [{ ...name, node: itemAt(name.nodes, 0) }] : []));
    for (const { given, position, isCompleted, node } of found) {
      const isReplaced = this.#graph.replacementsOf(given.trim()) !== undefined;
      if (!isCompleted && !isReplaced) continue;
      const what = isReplaced ? 'was replaced by' : 'completed to';
      this.#notes.write(`${positionText(position)}${visibleText(given)}: ${what} ${visibleText(node.label)}\n`);
    }
    if (wrong.length === 0) return found.map(({ node }) => node);
    const lines: string[] = [];
    for (const name of wrong.slice(0, mostProblems)) {
      lines.push(`${positionText(name.position)}${await this.#problemOf(name)}`);
    }
    const rest = wrong.length - lines.length;
    if (rest > 0) lines.push(`… and ${counted(rest, 'more wrong name')}`);
    if (advice !== undefined) lines.push(advice);
    // The user may have meant another catalog.
    if (wrong.some(({ nodes }) => nodes.length === 0)) {
      lines.push(this.#whoseNames());
    }
    throw new UsageError(lines.join('\n'));
  }

  #whoseNames(): string {
    const { name, version } = this.#graph.structure;
    return `The names are those of ${visibleText(`${name} ${version}`)}, ${this.#origin}.`;
  }

  /** What is wrong with a name that means no node, or several, and what to do. */
  async #problemOf<K extends NodeKind>({ given, kinds, nodes, other, replacedBy }: TypedName<K>): Promise<string> {
    if (nodes.length > 0) return ambiguityText(nodes, given);
    if (replacedBy !== undefined) return retiredText(replacedBy, given);
    if (matchingKey(given) === '') return `${quoted(given)} contains no letter or digit to search for.`;
    if (other !== undefined) return `${visibleText(other.label)} is ${nameOfKind(other.kind)}, not ${calledOf(kinds)}.`;
    const index = await this.#stored.searchIndex();
    const { nodes: suggested, nearestCount } = runToCompletion(suggestedNodes(this.#graph, index, given, kinds));
    const meant = suggested.slice(0, Math.min(nearestCount, mostInSentence));
    const advice =
      meant.length === 0
        ? 'Use "rolegraph search" to find names by their words.'
        : `Did you mean ${meant.map(({ label }) => visibleText(label)).join(', or ')}?`;
    return `${quoted(given)} is not ${calledOf(kinds)}. ${advice}`;
  }
}

const roles = ['ROLE'] as const;
const activities = ['RESPONSIBILITY', 'TOPIC'] as const;

/** A person of a team file, with the names of roles as they were typed. */
type PersonRow = Pick<TeamRow, 'name' | 'roles' | 'position' | 'line'>;

interface RolesOfPeople {
  /** In the order of the people. */
  readonly roles: readonly (readonly Role[])[];
  readonly problems: readonly TeamProblem[];
  /** Which catalog the names are looked up in, if one of them is unknown. */
  readonly note: string | undefined;
}

/** A name that a user typed, and what it means. */
interface TypedName<K extends NodeKind> {
  readonly given: string;
  /** The kinds that the command accepts here. */
  readonly kinds: readonly K[];
  readonly position?: string;
  /** What it could mean: none if it is unknown, several if it is ambiguous. */
  readonly nodes: readonly NodeOfKind<K>[];
  /** Whether only the beginning of the name was given. */
  readonly isCompleted: boolean;
  /** What it means, if that is of a kind that is not accepted. */
  readonly other?: Node;
  /** What replaces it, if it is an id that is no longer used and not exactly one node replaces it. */
  readonly replacedBy?: readonly Node[];
}

function retiredText(replacedBy: readonly Node[], given: string): string {
  if (replacedBy.length === 0) return `${quoted(given)} was retired, and nothing replaces it.`;
  const listed = replacedBy.slice(0, mostListed).map(({ label, id }) => `${visibleText(label)} (${id})`);
  const rest = replacedBy.length > mostListed ? `, … and ${grouped(replacedBy.length - mostListed)} more` : '';
  return `${quoted(given)} was retired and replaced by ${listed.join(', ')}${rest}. Give the one that you mean.`;
}

function positionText(position: string | undefined): string {
  return position === undefined ? '' : `${position}: `;
}

/** The message about a name that several nodes have or start with. */
function ambiguityText(nodes: readonly Node[], given: string): string {
  const listed = nodes.slice(0, mostListed).map(({ label, id }) => `${visibleText(label)} (${id})`);
  const rest = nodes.length - listed.length;
  if (rest > 0) listed.push(`… and ${grouped(rest)} more`);
  const candidates =
    listed.length > mostInSentence ? `:\n${listed.map((each) => `  ${each}\n`).join('')}` : ` ${listed.join(', ')}. `;
  return `${quoted(given)} could be${candidates}Give more of the name, or the id.`;
}
