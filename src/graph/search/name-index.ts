import { itemAt } from '../../collections/item-at.ts';
import { forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import { bracketKeys, matchingKey } from '../../text/matching-key.ts';
import { ambiguousName } from '../argument-error.ts';
import type { CatalogGraph, ListedKind } from '../catalog-graph.ts';
import {
  ownNameOf,
  type Category,
  type Node,
  type NodeOfKind,
  type OrganizationType,
  type Pillar,
  type Role,
} from '../nodes/node.ts';

/** The kinds whose nodes have a title or name, in the order in which they are searched. */
export const listedKinds: readonly ListedKind[] = [
  ...(['ROLE', 'RESPONSIBILITY', 'TOPIC'] as const),
  ...(['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE', 'SOURCE'] as const),
];

/**
 * What a text is of its node, the strongest first: its own title or name, that of a role with its qualifier; the title of
 * such a role without it; an alternate title; a hidden title or name.
 */
const standings = ['OWN', 'UNQUALIFIED', 'ALTERNATE', 'HIDDEN'] as const;
export type Standing = (typeof standings)[number];

/** The part of a text that has a matching key: all of it, what is outside of brackets, or what is in one of them. */
type Part = 'WHOLE' | 'OUTSIDE' | 'INSIDE';

/** A title or name that matches a text that was looked up. */
export interface FoundName<N extends Node = Node> {
  readonly node: N;
  readonly standing: Standing;
  /** How near the title or name is to the text; 0 is the nearest. See {@link levelsOf}. */
  readonly level: number;
  /** The title or name. */
  readonly text: string;
}

/** One way in which a title or name can match: one of its parts has a key. */
interface Match {
  readonly part: Part;
  readonly key: string;
}

/**
 * The ways in which a title or name can match a text, nearest first:
 *
 * 0. by exact spelling, up to Unicode NFKC;
 * 1. by matching key, brackets kept;
 * 2. without the brackets of one of the two: "Database Administrator (DBA)" finds Database Administrator;
 * 3. without the brackets of both;
 * 4. by what stands in brackets alone: "CISO" finds Chief Information Security Officer (CISO). Never by what stands in
 *    brackets on both sides, or "Engineer (L3)" would find Architect (L3).
 */
function* levelsOf(text: string): Generator<readonly Match[]> {
  const whole = matchingKey(text);
  if (whole === '') return;
  yield [{ part: 'WHOLE', key: whole }];
  yield [{ part: 'WHOLE', key: whole }];
  // Only now, because most texts are found by now.
  const { outside = '', inside = [] } = bracketKeys(text) ?? {};
  const isOutside = (part: Part) => (outside === '' ? [] : [{ part, key: outside }]);
  yield [{ part: 'OUTSIDE', key: whole }, ...isOutside('WHOLE')];
  yield isOutside('OUTSIDE');
  yield [{ part: 'INSIDE', key: whole }, ...inside.map((key) => ({ part: 'WHOLE', key }) as const)];
}

function isMatch(text: string, { part, key }: Match): boolean {
  if (part === 'WHOLE') return matchingKey(text) === key;
  const keys = bracketKeys(text);
  return part === 'OUTSIDE' ? keys?.outside === key : keys?.inside.includes(key) === true;
}

function spellingOf(text: string): string {
  return text.normalize('NFKC').trim();
}

/** Nodes by a matching key of theirs. */
type ByKey<N> = Map<string, N[]>;

/** The nodes of a kind by the keys of their texts. */
type NamesOfKind<N> = Readonly<Record<Standing, Readonly<Record<Part, ByKey<N>>>>>;

/** Finds nodes by title or name; levelsOf says how these are compared. */
export class NameIndex {
  readonly #names: { readonly [K in ListedKind]: NamesOfKind<NodeOfKind<K>> };

  private constructor(names: { readonly [K in ListedKind]: NamesOfKind<NodeOfKind<K>> }) {
    this.#names = names;
  }

  static *of(graph: CatalogGraph): Steps<NameIndex> {
    const { titleKeys, nameKeys } = graph.indexes;
    return new NameIndex({
      ROLE: yield* namesOfKind(graph.roles, ({ index }) => itemAt(titleKeys, index)),
      RESPONSIBILITY: yield* namesOfKind(graph.responsibilities, ({ index }) => [itemAt(nameKeys, index)]),
      TOPIC: yield* namesOfKind(graph.topics),
      PILLAR: yield* namesOfKind(graph.pillars),
      CATEGORY: yield* namesOfKind(graph.categories),
      ORGANIZATION_TYPE: yield* namesOfKind(graph.organizationTypes),
      SOURCE: yield* namesOfKind(graph.sources),
    });
  }

  /**
   * Every title or name of some kinds that matches a text: the nearest first; of equally near ones, own titles and names
   * before titles without their qualifiers, before alternate titles, before hidden ones, then kind by kind. A node comes once for each level and standing.
   */
  *matching<K extends ListedKind>(text: string, kinds: readonly K[]): Generator<FoundName<NodeOfKind<K>>> {
    for (const found of this.#matching(text, kinds)) yield* found;
  }

  /** The same, in a list for each level and standing. */
  *#matching<K extends ListedKind>(text: string, kinds: readonly K[]): Generator<readonly FoundName<NodeOfKind<K>>[]> {
    const spelling = spellingOf(text);
    let level = 0;
    for (const matches of levelsOf(text)) {
      const isFound =
        level === 0
          ? (each: string) => spellingOf(each) === spelling
          : (each: string) => matches.some((match) => isMatch(each, match));
      for (const standing of standings) {
        const nodes = kinds.flatMap((kind) => nodesWith<NodeOfKind<K>>(this.#names[kind][standing], matches));
        const found = level === 0 ? nodes.filter((node) => textsOf(node, standing).some(isFound)) : nodes;
        yield found.map((node) => ({
          node,
          standing,
          level,
          get text() {
            return textsOf(node, standing).find(isFound) ?? ownNameOf(node);
          },
        }));
      }
      level++;
    }
  }

  /**
   * The nodes of some kinds that a text means: those with the nearest title or name, of which own ones win over alternate
   * ones, and these over hidden ones. Several only if it is ambiguous: of categories with one name, an owner in brackets tells
   * which one is meant, as in "Architecture & Engineering (Sustainability)". A pillar that is called like one of its categories, as
   * in converted tables, is meant and not the category.
   *
   * @param isWanted leaves out nodes as if the catalog did not have them.
   */
  meant<K extends ListedKind>(
    text: string,
    kinds: readonly K[],
    isWanted: (node: NodeOfKind<K>) => boolean = () => true,
  ): readonly NodeOfKind<K>[] {
    for (const found of this.#matching(text, kinds)) {
      const nodes = withoutNamesakes(found.map(({ node }) => node).filter(isWanted));
      if (nodes.length === 0) continue;
      const withOwner = nodes.length > 1 ? nodes.filter((node) => isNameWithOwner(text, node)) : [];
      return withOwner.length > 0 ? withOwner : nodes;
    }
    return [];
  }

  /**
   * The node of a kind that a title or name means.
   *
   * @throws ArgumentError if several are meant.
   */
  named<K extends Exclude<ListedKind, 'CATEGORY'>>(kind: K, name: string, argument: string): NodeOfKind<K> | undefined {
    return theOnly(this.meant(name, [kind]), name, argument, 'take one by its id');
  }

  /** The role that a title means; see named. */
  role(title: string, argument: string): Role | undefined {
    return this.named('ROLE', title, argument);
  }

  /**
   * The category that a name means, among those of one owner if it is given.
   *
   * @throws ArgumentError if several are meant.
   */
  category(name: string, owner: Pillar | OrganizationType | undefined, argument: string): Category | undefined {
    const meant = this.meant(name, ['CATEGORY'], (category) => owner === undefined || owner.contains(category));
    return theOnly(meant, name, argument, 'say which owner it has with "in", or take one by its id');
  }
}

/** Whether a text is the name of a category with one of its owners in brackets, or with all of them, as its label has them. */
function isNameWithOwner(text: string, node: Node): boolean {
  if (node.kind !== 'CATEGORY') return false;
  const { name, label, owners } = node;
  const key = matchingKey(text);
  return [label, ...owners.map((owner) => `${name} (${owner.name})`)].some((each) => matchingKey(each) === key);
}

/** Nodes without the categories of which an owner is among them. */
function withoutNamesakes<N extends Node>(nodes: readonly N[]): readonly N[] {
  const given = new Set<Node>(nodes);
  return nodes.filter((node) => node.kind !== 'CATEGORY' || !node.owners.some((owner) => given.has(owner)));
}

/** The texts of a node that have a standing. */
function textsOf(node: Node, standing: Standing): readonly string[] {
  switch (standing) {
    case 'OWN':
      return [ownNameOf(node)];
    case 'UNQUALIFIED':
      return node.kind === 'ROLE' && node.qualifier !== null ? [node.title] : [];
    case 'ALTERNATE':
      return node.kind === 'ROLE' ? node.alternateTitles : [];
    case 'HIDDEN':
      if (node.kind === 'ROLE') return node.hiddenTitles;
      return node.kind === 'RESPONSIBILITY' || node.kind === 'TOPIC' ? node.hiddenNames : [];
  }
}

/** The nodes that match in any of some ways, each once. */
function nodesWith<N>(byPart: Readonly<Record<Part, ByKey<N>>>, matches: readonly Match[]): readonly N[] {
  const lists = matches.flatMap(({ part, key }) => {
    const nodes = byPart[part].get(key);
    return nodes === undefined ? [] : [nodes];
  });
  return lists.length > 1 ? [...new Set(lists.flat())] : (lists[0] ?? []);
}

/**
 * Indexes the nodes of a kind.
 *
 * @param visibleKeys the matching keys of all texts of a node but the hidden ones, in this order, where they are known.
 */
function* namesOfKind<N extends Node>(
  nodes: readonly N[],
  visibleKeys: (node: N) => readonly string[] = () => [],
): Steps<NamesOfKind<N>> {
  const emptyParts = (): Record<Part, ByKey<N>> => ({ WHOLE: new Map(), OUTSIDE: new Map(), INSIDE: new Map() });
  const names: NamesOfKind<N> = {
    OWN: emptyParts(),
    UNQUALIFIED: emptyParts(),
    ALTERNATE: emptyParts(),
    HIDDEN: emptyParts(),
  };
  yield* forEachInSteps(nodes, (node) => {
    const keys = visibleKeys(node);
    let seen = 0;
    for (const standing of standings) {
      const byPart = names[standing];
      for (const text of textsOf(node, standing)) {
        const known = standing === 'HIDDEN' ? undefined : keys[seen++];
        add(byPart.WHOLE, known ?? matchingKey(text), node);
        const { outside, inside } = bracketKeys(text) ?? { outside: '', inside: [] };
        if (outside !== '') add(byPart.OUTSIDE, outside, node);
        for (const key of inside) add(byPart.INSIDE, key, node);
      }
    }
  });
  return names;
}

/** Adds a node once for each key. All keys of a node are added before those of the next. */
function add<N>(byKey: ByKey<N>, key: string, node: N): void {
  const others = byKey.get(key);
  if (others === undefined) byKey.set(key, [node]);
  else if (others.at(-1) !== node) others.push(node);
}

function theOnly<N extends Node>(found: readonly N[], given: string, argument: string, advice: string): N | undefined {
  if (found.length > 1) throw ambiguousName(argument, given, found, advice);
  return found[0];
}
