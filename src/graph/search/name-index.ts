import { itemAt } from '../../collections/item-at.ts';
import { forEachInSteps, type Steps } from '../../scheduling/steps.ts';
import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import { ArgumentError } from '../argument-error.ts';
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

/** The most candidates that an error about an ambiguous title or name lists. */
const listedCandidates = 20;

/** Nodes by matching key. */
type ByKey<N> = ReadonlyMap<string, readonly N[]>;

/** The nodes of each kind by their own title or name, in the order in which the kinds are searched. */
type ByOwnKey = { readonly [K in ListedKind]: ByKey<NodeOfKind<K>> };

/**
 * Finds nodes by title or name, compared by matching key. Alternate titles and names of categories may have several nodes;
 * other titles and names have one.
 */
export class NameIndex {
  readonly #byOwnKey: ByOwnKey;
  readonly #rolesByAlternate: ByKey<Role>;

  private constructor(byOwnKey: ByOwnKey, rolesByAlternate: ByKey<Role>) {
    this.#byOwnKey = byOwnKey;
    this.#rolesByAlternate = rolesByAlternate;
  }

  static *of(graph: CatalogGraph): Steps<NameIndex> {
    const { titleKeys, nameKeys } = graph.indexes;
    const ofLabel = (node: Node) => [matchingKey(ownNameOf(node))];
    const byOwnKey: ByOwnKey = {
      ROLE: yield* byKeys(graph.roles, ({ index }) => itemAt(titleKeys, index).slice(0, 1)),
      RESPONSIBILITY: yield* byKeys(graph.responsibilities, ({ index }) => [itemAt(nameKeys, index)]),
      TOPIC: yield* byKeys(graph.topics, ofLabel),
      PILLAR: yield* byKeys(graph.pillars, ofLabel),
      CATEGORY: yield* byKeys(graph.categories, ofLabel),
      ORGANIZATION_TYPE: yield* byKeys(graph.organizationTypes, ofLabel),
      SOURCE: yield* byKeys(graph.sources, ofLabel),
    };
    const rolesByAlternate = yield* byKeys(graph.roles, ({ index }) => itemAt(titleKeys, index).slice(1));
    return new NameIndex(byOwnKey, rolesByAlternate);
  }

  /**
   * The role with a title; its own title wins over others' alternate titles.
   *
   * @throws ArgumentError where it is only an alternate title, and of several roles.
   */
  role(title: string, argument: string): Role | undefined {
    const byAlternate = this.#rolesByAlternate.get(matchingKey(title));
    return this.named('ROLE', title) ?? theOnly(byAlternate, title, argument, 'take one by its id.');
  }

  /** The node of a kind with a name; names are unique within these kinds. */
  named<K extends 'ROLE' | 'RESPONSIBILITY' | 'TOPIC' | 'PILLAR' | 'ORGANIZATION_TYPE'>(
    kind: K,
    name: string,
  ): NodeOfKind<K> | undefined {
    return this.#byOwnKey[kind].get(matchingKey(name))?.[0];
  }

  /**
   * The category with a name, among those of one owner where it is given.
   *
   * @throws ArgumentError where several owners have one of that name.
   */
  category(name: string, owner: Pillar | OrganizationType | undefined, argument: string): Category | undefined {
    const named = this.#byOwnKey.CATEGORY.get(matchingKey(name));
    const ofOwner = named?.filter((category) => owner === undefined || owner.contains(category));
    return theOnly(ofOwner, name, argument, 'say which owner it has with "in", or take one by its id.');
  }

  /** Every node that has a matching key, with the text that it has it by; own titles and names first. */
  *withKey(key: string): Generator<{ readonly node: Node; readonly text: string; readonly isAlternate: boolean }> {
    for (const byKey of Object.values(this.#byOwnKey)) {
      for (const node of byKey.get(key) ?? []) yield { node, text: ownNameOf(node), isAlternate: false };
    }
    for (const node of this.#rolesByAlternate.get(key) ?? []) {
      const text = node.alternateTitles.find((title) => matchingKey(title) === key);
      if (text !== undefined) yield { node, text, isAlternate: true };
    }
  }
}

function* byKeys<N extends Node>(nodes: readonly N[], keysOf: (node: N) => readonly string[]): Steps<ByKey<N>> {
  const nodesByKey = new Map<string, N[]>();
  yield* forEachInSteps(nodes, (node) => {
    for (const key of new Set(keysOf(node))) {
      const others = nodesByKey.get(key);
      if (others === undefined) nodesByKey.set(key, [node]);
      else others.push(node);
    }
  });
  return nodesByKey;
}

function theOnly<N extends Node>(
  found: readonly N[] | undefined,
  given: string,
  argument: string,
  advice: string,
): N | undefined {
  const [first, ...others] = found ?? [];
  if (first === undefined || others.length === 0) return first;
  const count = others.length + 1;
  const candidates = [first, ...others].slice(0, listedCandidates).map(({ id }) => id);
  const listed = candidates.join(', ') + (count > listedCandidates ? `, … (${listedCandidates} of ${count})` : '');
  throw new ArgumentError(
    argument,
    `${quoted(given)} could be ${count} ${first.kind === 'CATEGORY' ? 'categories' : 'roles'}: ${listed}; ${advice}`,
    candidates,
  );
}
