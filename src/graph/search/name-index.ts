import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import { itemAt } from '../../collections/item-at.ts';
import { ArgumentError } from '../argument-error.ts';
import type { Indexes } from '../indexes/indexes.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { Category } from '../nodes/category.ts';
import type { Node } from '../nodes/node.ts';
import type { OrganizationType } from '../nodes/organization-type.ts';
import type { Pillar } from '../nodes/pillar.ts';
import type { Responsibility } from '../nodes/responsibility.ts';
import type { Role } from '../nodes/role.ts';
import type { Source } from '../nodes/source.ts';
import type { Topic } from '../nodes/topic.ts';

import { runToCompletion, forEachInSteps, type Steps } from '../../scheduling/steps.ts';

/** The most candidates that an error about an ambiguous title or name lists. */
const listedCandidates = 20;

/** Finds nodes by title or name, compared by matching key. Names are unique by key, but for alternates and categories. */
export class NameIndex {
  readonly #titleKeys: Indexes['titleKeys'];
  readonly #roles: ByKey<Role>;
  readonly #rolesByAlternate: ByKey<Role>;
  readonly #responsibilities: ByKey<Responsibility>;
  readonly #topics: ByKey<Topic>;
  readonly #pillars: ByKey<Pillar>;
  readonly #organizationTypes: ByKey<OrganizationType>;
  readonly #categories: ByKey<Category>;
  readonly #sources: ByKey<Source>;

  private constructor(graph: CatalogGraph, large: LargeIndexes) {
    this.#titleKeys = graph.indexes.titleKeys;
    this.#roles = large.roles;
    this.#rolesByAlternate = large.rolesByAlternate;
    this.#responsibilities = large.responsibilities;
    this.#topics = byLabel(graph.topics);
    this.#pillars = byLabel(graph.pillars);
    this.#organizationTypes = byLabel(graph.organizationTypes);
    this.#categories = byLabel(graph.categories);
    this.#sources = byLabel(graph.sources);
  }

  static *of(graph: CatalogGraph): Steps<NameIndex> {
    const { titleKeys, nameKeys } = graph.indexes;
    return new NameIndex(graph, {
      roles: yield* byKeys(graph.roles, ({ index }) => itemAt(titleKeys, index).slice(0, 1)),
      rolesByAlternate: yield* byKeys(graph.roles, ({ index }) => itemAt(titleKeys, index).slice(1)),
      responsibilities: yield* byKeys(graph.responsibilities, ({ index }) => [itemAt(nameKeys, index)]),
    });
  }

  /**
   * The role with a title; its own title wins over others' alternate titles.
   *
   * @throws ArgumentError where it is only an alternate title, and of several roles.
   */
  role(title: string, argument: string): Role | undefined {
    const key = matchingKey(title);
    const byTitle = this.#roles.get(key)?.[0];
    return byTitle ?? theOnly(this.#rolesByAlternate.get(key), title, argument, 'take one by its id.');
  }

  responsibility(name: string): Responsibility | undefined {
    return this.#responsibilities.get(matchingKey(name))?.[0];
  }

  topic(name: string): Topic | undefined {
    return this.#topics.get(matchingKey(name))?.[0];
  }

  pillar(name: string): Pillar | undefined {
    return this.#pillars.get(matchingKey(name))?.[0];
  }

  organizationType(name: string): OrganizationType | undefined {
    return this.#organizationTypes.get(matchingKey(name))?.[0];
  }

  /**
   * The category with a name, among those of one owner where it is given.
   *
   * @throws ArgumentError where several owners have one of that name.
   */
  category(name: string, owner: Pillar | OrganizationType | undefined, argument: string): Category | undefined {
    const named = this.#categories.get(matchingKey(name));
    const ofOwner = named?.filter((category) => owner === undefined || owner.contains(category));
    return theOnly(ofOwner, name, argument, 'say which owner it has with "in", or take one by its id.');
  }

  /** Every node that has a matching key, with the text that it has it by; own titles and names first. */
  *withKey(key: string): Generator<{ readonly node: Node; readonly text: string; readonly isAlternate: boolean }> {
    const kinds = [this.#roles, this.#responsibilities, this.#topics, this.#pillars, this.#categories];
    for (const byKey of [...kinds, this.#organizationTypes, this.#sources]) {
      for (const node of byKey.get(key) ?? []) yield { node, text: node.label, isAlternate: false };
    }
    for (const node of this.#rolesByAlternate.get(key) ?? []) {
      const text = node.alternateTitles.find((title) => matchingKey(title) === key);
      if (text !== undefined) yield { node, text, isAlternate: true };
    }
  }

  /** Whether one of a role's titles, alternates included, contains a matching key. */
  hasTitleContaining(role: Role, key: string): boolean {
    return itemAt(this.#titleKeys, role.index).some((titleKey) => titleKey.includes(key));
  }
}

type ByKey<T> = ReadonlyMap<string, readonly T[]>;

/** Of the kinds of which there may be very many. */
interface LargeIndexes {
  readonly roles: ByKey<Role>;
  readonly rolesByAlternate: ByKey<Role>;
  readonly responsibilities: ByKey<Responsibility>;
}

function byLabel<T extends Node>(entries: readonly T[]): ByKey<T> {
  return runToCompletion(byKeys(entries, ({ label }) => [matchingKey(label)]));
}

function* byKeys<T extends Node>(entries: readonly T[], keysOf: (entry: T) => readonly string[]): Steps<ByKey<T>> {
  const groups = new Map<string, T[]>();
  yield* forEachInSteps(entries, (entry) => {
    for (const key of new Set(keysOf(entry))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  });
  return groups;
}

function theOnly<T extends Node>(
  found: readonly T[] | undefined,
  given: string,
  argument: string,
  advice: string,
): T | undefined {
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
