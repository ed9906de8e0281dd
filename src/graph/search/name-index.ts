import { matchingKey } from '../../text/matching-key.ts';
import { quoted } from '../../text/quoted-text.ts';
import { itemAt } from '../../collections/item-at.ts';
import { ArgumentError } from '../argument-error.ts';
import type { Derived } from '../indexes/indexes.ts';
import type { Entries } from '../nodes/entries-of-structure.ts';
import {
  type CategoryEntry,
  type NodeEntry,
  type OrganizationTypeEntry,
  type PillarEntry,
  type ResponsibilityEntry,
  type RoleEntry,
  type SourceEntry,
  type TopicEntry,
} from '../nodes/entries.ts';

import { runToCompletion, forEachInSteps, type Steps } from '../../scheduling/steps.ts';

/** The most candidates that an error about an ambiguous title or name lists. */
const listedCandidates = 20;

/** Finds nodes by title or name, compared by matching key. Names are unique by key, but for alternates and categories. */
export class NameIndex {
  readonly #titleKeys: Derived['titleKeys'];
  readonly #roles: ByKey<RoleEntry>;
  readonly #rolesByAlternate: ByKey<RoleEntry>;
  readonly #responsibilities: ByKey<ResponsibilityEntry>;
  readonly #topics: ByKey<TopicEntry>;
  readonly #pillars: ByKey<PillarEntry>;
  readonly #organizationTypes: ByKey<OrganizationTypeEntry>;
  readonly #categories: ByKey<CategoryEntry>;
  readonly #sources: ByKey<SourceEntry>;

  private constructor({ titleKeys }: Derived, entries: Entries, large: LargeIndexes) {
    this.#titleKeys = titleKeys;
    this.#roles = large.roles;
    this.#rolesByAlternate = large.rolesByAlternate;
    this.#responsibilities = large.responsibilities;
    this.#topics = byLabel(entries.topics);
    this.#pillars = byLabel(entries.pillars);
    this.#organizationTypes = byLabel(entries.organizationTypes);
    this.#categories = byLabel(entries.categories);
    this.#sources = byLabel(entries.sources);
  }

  static *of(entries: Entries, derived: Derived): Steps<NameIndex> {
    const { titleKeys, nameKeys } = derived;
    return new NameIndex(derived, entries, {
      roles: yield* byKeys(entries.roles, ({ place }) => itemAt(titleKeys, place).slice(0, 1)),
      rolesByAlternate: yield* byKeys(entries.roles, ({ place }) => itemAt(titleKeys, place).slice(1)),
      responsibilities: yield* byKeys(entries.responsibilities, ({ place }) => [itemAt(nameKeys, place)]),
    });
  }

  /**
   * The role with a title; its own title wins over others' alternate titles.
   *
   * @throws ArgumentError where it is only an alternate title, and of several roles.
   */
  role(title: string, argument: string): RoleEntry | undefined {
    const key = matchingKey(title);
    const byTitle = this.#roles.get(key)?.[0];
    return byTitle ?? theOnly(this.#rolesByAlternate.get(key), title, argument, 'take one by its id.');
  }

  responsibility(name: string): ResponsibilityEntry | undefined {
    return this.#responsibilities.get(matchingKey(name))?.[0];
  }

  topic(name: string): TopicEntry | undefined {
    return this.#topics.get(matchingKey(name))?.[0];
  }

  pillar(name: string): PillarEntry | undefined {
    return this.#pillars.get(matchingKey(name))?.[0];
  }

  organizationType(name: string): OrganizationTypeEntry | undefined {
    return this.#organizationTypes.get(matchingKey(name))?.[0];
  }

  /**
   * The category with a name, among those of one owner where it is given.
   *
   * @throws ArgumentError where several owners have one of that name.
   */
  category(
    name: string,
    owner: PillarEntry | OrganizationTypeEntry | undefined,
    argument: string,
  ): CategoryEntry | undefined {
    const named = this.#categories.get(matchingKey(name));
    const ofOwner = named?.filter(
      ({ pillar, organizationTypes }) =>
        owner === undefined ||
        (owner.kind === 'PILLAR' ? pillar === owner.place : organizationTypes.includes(owner.place)),
    );
    return theOnly(ofOwner, name, argument, 'say which owner it has with "in", or take one by its id.');
  }

  /** Every node that has a matching key, with the text that it has it by; own titles and names first. */
  *withKey(key: string): Generator<{ readonly node: NodeEntry; readonly text: string; readonly isAlternate: boolean }> {
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
  hasTitleContaining(role: RoleEntry, key: string): boolean {
    return itemAt(this.#titleKeys, role.place).some((titleKey) => titleKey.includes(key));
  }
}

type ByKey<T> = ReadonlyMap<string, readonly T[]>;

/** Of the kinds of which there may be very many. */
interface LargeIndexes {
  readonly roles: ByKey<RoleEntry>;
  readonly rolesByAlternate: ByKey<RoleEntry>;
  readonly responsibilities: ByKey<ResponsibilityEntry>;
}

function byLabel<T extends NodeEntry>(entries: readonly T[]): ByKey<T> {
  return runToCompletion(byKeys(entries, ({ label }) => [matchingKey(label)]));
}

function* byKeys<T extends NodeEntry>(entries: readonly T[], keysOf: (entry: T) => readonly string[]): Steps<ByKey<T>> {
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

function theOnly<T extends NodeEntry>(
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
