import { appearanceIdAt } from './structure/appearance-id.ts';
import type { GraphStructure } from './structure/graph.ts';
import { itemAt } from '../collections/item-at.ts';
import { indexesOfEach, listAt, type Lists } from '../collections/lists.ts';
import { nodeId, parseAppearanceId } from './nodes/node-id.ts';
import type { GroupKind, NodeKind } from './nodes/node-kind.ts';
import type { Traits } from './structure/overlap-arithmetic.ts';
import { derivedOf, type Derived } from './indexes/indexes.ts';
import { entriesOf, type Entries } from './nodes/entries-of-structure.ts';
import type {
  AppearanceEntry,
  CategoryEntry,
  GroupEntry,
  NodeEntry,
  OrganizationTypeEntry,
  PillarEntry,
  ResponsibilityEntry,
  RoleEntry,
  TopicEntry,
} from './nodes/entries.ts';
import { NameIndex } from './search/name-index.ts';
import type { OrderDirection, RoleOrderField } from './lists/orders.ts';
import { groupsOfRole, type Relations } from './indexes/relations.ts';
import { remembered } from '../collections/memoize.ts';
import { RoleSet } from '../collections/role-set.ts';
import { forEachInSteps, runToCompletion, type RunSteps, type Steps } from '../scheduling/steps.ts';

/**
 * Who is in what, as sets: one generation of a catalog, held in the process, never changed. Everything that is not text
 * is answered from here, by the same code whichever store the generation comes from.
 */
export class Membership {
  readonly structure: GraphStructure;
  readonly entries: Entries;
  readonly relations: Relations;
  readonly #derived: Derived;
  readonly #byId: ReadonlyMap<string, NodeEntry>;
  readonly #rolesOfGroup: ReadonlyMap<string, RoleSet>;
  #names: NameIndex | undefined;
  #listedAppearances: Lists | undefined;

  private constructor({ structure, derived, entries, byId, rolesOfGroup }: MembershipParts) {
    this.structure = structure;
    this.relations = derived.relations;
    this.entries = entries;
    this.#derived = derived;
    this.#byId = byId;
    this.#rolesOfGroup = rolesOfGroup;
  }

  /** Made at once; what is derived is computed as far as it is asked for. */
  static of(structure: GraphStructure): Membership {
    return new Membership(runToCompletion(partsOf(structure, derivedOf(structure))));
  }

  /** Prepares all that takes long in steps, so that nothing long is left to do when it is asked. */
  static async prepared(structure: GraphStructure, derived: Derived, runSteps: RunSteps): Promise<Membership> {
    const membership = new Membership(await runSteps(partsOf(structure, derived)));
    membership.#names = await runSteps(NameIndex.of(membership.entries, derived));
    return membership;
  }

  /** The node of an id; undefined for an id that no node has, whatever it looks like. */
  node(id: string): NodeEntry | undefined {
    return this.#byId.get(id) ?? this.#appearanceById(id);
  }

  get appearanceCount(): number {
    return this.structure.appearances.role.length;
  }

  appearance(place: number): AppearanceEntry {
    const { appearances } = this.structure;
    const role = itemAt(this.entries.roles, itemAt(appearances.role, place));
    const category = itemAt(appearances.category, place);
    const source = itemAt(this.entries.sources, itemAt(appearances.source, place));
    const line = itemAt(appearances.line, place);
    return {
      kind: 'APPEARANCE',
      place,
      id: appearanceIdAt(this.structure, place),
      label: `${role.label} (${source.slug}:${line})`,
      role: role.place,
      category,
      source: source.place,
      line,
    };
  }

  /** Every node of the kinds that are wanted, kind by kind. */
  *allNodes(isWanted: (kind: NodeKind) => boolean = () => true): Generator<NodeEntry> {
    for (const entries of kindsOf(this.entries)) {
      const [first] = entries;
      if (first !== undefined && isWanted(first.kind)) yield* entries;
    }
    if (!isWanted('APPEARANCE')) return;
    for (let place = 0; place < this.appearanceCount; place++) yield this.appearance(place);
  }

  /** All groups of one kind, in the catalog's order. */
  groupsOfKind(kind: GroupKind): readonly GroupEntry[] {
    const { pillars, categories, organizationTypes } = this.entries;
    return { PILLAR: pillars, CATEGORY: categories, ORGANIZATION_TYPE: organizationTypes }[kind];
  }

  /** The roles of a group. Not to be changed. */
  rolesOfGroup(group: GroupEntry): RoleSet {
    return this.#rolesOfGroup.get(group.id) ?? new RoleSet(this.entries.roles.length);
  }

  /** How many roles a group has. */
  readonly roleCountOf = remembered((group: GroupEntry): number => this.rolesOfGroup(group).size);

  /** How many roles of a group each group of its kind has, by their places. Not to be changed. */
  readonly sharedRoleCounts = remembered((group: GroupEntry): Int32Array => {
    const groups = groupsOfRole(this.relations, group.kind);
    const counts = new Int32Array(this.groupsOfKind(group.kind).length);
    for (const role of this.rolesOfGroup(group)) {
      for (const other of listAt(groups, role)) counts[other] = (counts[other] ?? 0) + 1;
    }
    return counts;
  });

  /** Who does anything about a topic. Not to be changed. */
  readonly rolesOfTopic = remembered((topic: TopicEntry): RoleSet => {
    const roles = new RoleSet(this.entries.roles.length);
    for (const responsibility of listAt(this.relations.responsibilitiesOfTopic, topic.place)) {
      for (const role of listAt(this.relations.rolesOfResponsibility, responsibility)) roles.add(role);
    }
    return roles;
  });

  /** The roles of a set, by title. */
  rolesIn(set: Iterable<number>): readonly RoleEntry[] {
    return Array.from(set, (place) => itemAt(this.entries.roles, place));
  }

  /** The roles of a set in an order; each order of all roles is made once. */
  rolesInOrder(set: RoleSet, field: RoleOrderField, direction: OrderDirection): readonly RoleEntry[] {
    if (field === 'TITLE' && direction === 'ASC' && set.size < this.entries.roles.length) return this.rolesIn(set);
    const ordered = this.#allInOrder(field)(direction);
    return set.size === this.entries.roles.length ? ordered : ordered.filter(({ place }) => set.has(place));
  }

  pillarsOf(role: RoleEntry): readonly PillarEntry[] {
    return entriesAt(this.entries.pillars, this.relations.pillarsOfRole, role.place);
  }

  organizationTypesOf(role: RoleEntry): readonly OrganizationTypeEntry[] {
    return entriesAt(this.entries.organizationTypes, this.relations.organizationTypesOfRole, role.place);
  }

  categoriesOf(role: RoleEntry): readonly CategoryEntry[] {
    return entriesAt(this.entries.categories, this.relations.categoriesOfRole, role.place);
  }

  /** The pillar that a category is part of, or its organization types. */
  ownersOf({ pillar, organizationTypes }: CategoryEntry): readonly (PillarEntry | OrganizationTypeEntry)[] {
    if (pillar !== null) return [itemAt(this.entries.pillars, pillar)];
    return organizationTypes.map((place) => itemAt(this.entries.organizationTypes, place));
  }

  /** The categories that are part of a pillar or an organization type, in the catalog's order. */
  categoriesUnder(owner: PillarEntry | OrganizationTypeEntry): readonly CategoryEntry[] {
    return this.entries.categories.filter((category) => this.#isUnder(category.place, owner));
  }

  /** The topics of what a role does, in the catalog's order. */
  topicsOfRole(role: RoleEntry): readonly TopicEntry[] {
    const topics = new Set<number>();
    for (const responsibility of listAt(this.relations.responsibilitiesOfRole, role.place)) {
      for (const topic of listAt(this.relations.topicsOfResponsibility, responsibility)) topics.add(topic);
    }
    return this.entries.topics.filter((topic) => topics.has(topic.place));
  }

  topicsOfResponsibility(responsibility: ResponsibilityEntry): readonly TopicEntry[] {
    return entriesAt(this.entries.topics, this.relations.topicsOfResponsibility, responsibility.place);
  }

  responsibilitiesOfTopic(topic: TopicEntry): readonly ResponsibilityEntry[] {
    return entriesAt(this.entries.responsibilities, this.relations.responsibilitiesOfTopic, topic.place);
  }

  /** What an appearance says its role does, by name. */
  responsibilitiesOfAppearance(appearance: AppearanceEntry): readonly ResponsibilityEntry[] {
    const named = listAt(this.structure.appearances.responsibilities, appearance.place);
    return Array.from(named.toSorted(), (place) => itemAt(this.entries.responsibilities, place));
  }

  /** What a role does, or does in one group; by name. */
  responsibilitiesOf(role: RoleEntry, group?: GroupEntry): readonly ResponsibilityEntry[] {
    if (group !== undefined) {
      const appearances = listAt(this.relations.appearancesOfRole, role.place);
      return this.#named(appearances.filter((appearance) => this.#isIn(appearance, group)));
    }
    return entriesAt(this.entries.responsibilities, this.relations.responsibilitiesOfRole, role.place);
  }

  /** What the lines of a group say its roles do; by name. */
  readonly responsibilitiesOfGroup = remembered((group: GroupEntry): readonly ResponsibilityEntry[] => {
    const { responsibilities } = this.structure.appearances;
    // Very many lines may name them: a mark takes less than a place in a set.
    const isNamed = new Uint8Array(this.entries.responsibilities.length);
    for (const category of group.kind === 'CATEGORY' ? [group] : this.categoriesUnder(group)) {
      for (const appearance of listAt(this.#appearancesOfCategory(), category.place)) {
        for (const responsibility of listAt(responsibilities, appearance)) isNamed[responsibility] = 1;
      }
    }
    return this.entries.responsibilities.filter(({ place }) => isNamed[place] === 1);
  });

  /** Who does a responsibility, or does it in one group; by title. */
  rolesPerforming(responsibility: ResponsibilityEntry, group?: GroupEntry): readonly RoleEntry[] {
    const roles = entriesAt(this.entries.roles, this.relations.rolesOfResponsibility, responsibility.place);
    if (group === undefined) return roles;
    return roles.filter((role) =>
      listAt(this.relations.appearancesOfRole, role.place).some(
        (appearance) => this.#mentions(appearance, responsibility) && this.#isIn(appearance, group),
      ),
    );
  }

  /** The appearances of a role, or those that put it into one group; by source and line. */
  appearancesOf(role: RoleEntry, group?: GroupEntry): readonly AppearanceEntry[] {
    return this.#appearancesWhere(role, (appearance) => group === undefined || this.#isIn(appearance, group));
  }

  /** The appearances of a role that name a responsibility, in one group only where it is given; by source and line. */
  appearancesNaming(
    role: RoleEntry,
    responsibility: ResponsibilityEntry,
    group?: GroupEntry,
  ): readonly AppearanceEntry[] {
    return this.#appearancesWhere(
      role,
      (appearance) =>
        this.#mentions(appearance, responsibility) && (group === undefined || this.#isIn(appearance, group)),
    );
  }

  /** What the score of any two roles is made of. */
  traits(): Traits {
    return this.#derived.traits;
  }

  /** Finds nodes by title or name. */
  names(): NameIndex {
    this.#names ??= runToCompletion(NameIndex.of(this.entries, this.#derived));
    return this.#names;
  }

  /** The places of the listed overlaps of each role, strongest first, then by the other role's title. */
  listedPairs(): Lists {
    return this.#derived.listedPairs;
  }

  readonly #allInOrder = remembered((field: RoleOrderField) =>
    remembered((direction: OrderDirection) => this.rolesIn(this.#derived.roleOrders[field][direction])),
  );

  #appearanceById(id: string): AppearanceEntry | undefined {
    const name = parseAppearanceId(id);
    const role = name && this.#byId.get(nodeId('ROLE', name.roleSlug));
    if (role?.kind !== 'ROLE') return undefined;
    return this.appearancesOf(role).find((appearance) => appearance.id === id);
  }

  #appearancesWhere(role: RoleEntry, holds: (appearance: number) => boolean): readonly AppearanceEntry[] {
    const places = listAt(this.relations.appearancesOfRole, role.place).filter(holds);
    return Array.from(places, (place) => this.appearance(place));
  }

  /** The appearances under each category, ascending. */
  #appearancesOfCategory(): Lists {
    this.#listedAppearances ??= indexesOfEach(this.structure.appearances.category, this.entries.categories.length);
    return this.#listedAppearances;
  }

  /** Whether the line of an appearance puts its role into a group. */
  #isIn(appearance: number, group: GroupEntry): boolean {
    return this.#isUnder(itemAt(this.structure.appearances.category, appearance), group);
  }

  /** Whether a category is the group, or part of it. */
  #isUnder(category: number, group: GroupEntry): boolean {
    if (group.kind === 'CATEGORY') return category === group.place;
    const { pillar, organizationTypes } = itemAt(this.entries.categories, category);
    return group.kind === 'PILLAR' ? pillar === group.place : organizationTypes.includes(group.place);
  }

  #mentions(appearance: number, responsibility: ResponsibilityEntry): boolean {
    return listAt(this.structure.appearances.responsibilities, appearance).includes(responsibility.place);
  }

  /** What some appearances name, by name. */
  #named(appearances: Iterable<number>): readonly ResponsibilityEntry[] {
    const named = new Set<number>();
    for (const appearance of appearances) {
      for (const responsibility of listAt(this.structure.appearances.responsibilities, appearance)) {
        named.add(responsibility);
      }
    }
    return Array.from(Int32Array.from(named).sort(), (place) => itemAt(this.entries.responsibilities, place));
  }
}

function entriesAt<T>(entries: readonly T[], lists: Lists, index: number): readonly T[] {
  return Array.from(listAt(lists, index), (place) => itemAt(entries, place));
}

interface MembershipParts {
  readonly structure: GraphStructure;
  readonly derived: Derived;
  readonly entries: Entries;
  readonly byId: ReadonlyMap<string, NodeEntry>;
  readonly rolesOfGroup: ReadonlyMap<string, RoleSet>;
}

/** The nodes kind by kind. */
function kindsOf(entries: Entries): readonly (readonly NodeEntry[])[] {
  const { roles, responsibilities, topics, pillars, organizationTypes, categories, sources } = entries;
  return [roles, responsibilities, topics, pillars, organizationTypes, categories, sources];
}

function* partsOf(structure: GraphStructure, derived: Derived): Steps<MembershipParts> {
  const entries = yield* entriesOf(structure, derived);
  const { roles, pillars, organizationTypes, categories } = entries;
  const byId = new Map<string, NodeEntry>();
  for (const kind of kindsOf(entries)) {
    yield* forEachInSteps(kind, (entry) => byId.set(entry.id, entry));
  }
  const { pillarsOfRole, categoriesOfRole, organizationTypesOfRole } = derived.relations;
  const rolesOfGroup = new Map([
    ...(yield* roleSets(pillars, roles, pillarsOfRole)),
    ...(yield* roleSets(categories, roles, categoriesOfRole)),
    ...(yield* roleSets(organizationTypes, roles, organizationTypesOfRole)),
  ]);
  return { structure, derived, entries, byId, rolesOfGroup };
}

function* roleSets(
  groups: readonly GroupEntry[],
  roles: readonly RoleEntry[],
  groupsOfRole: Lists,
): Steps<readonly (readonly [string, RoleSet])[]> {
  const sets = groups.map((group) => [group.id, new RoleSet(roles.length)] as const);
  yield* forEachInSteps(roles, ({ place }) => {
    for (const group of listAt(groupsOfRole, place)) itemAt(sets, group)[1].add(place);
  });
  return sets;
}
