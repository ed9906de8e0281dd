import { appearanceIdAt } from '../graph/appearance-id.ts';
import type { GraphStructure } from '../graph/graph.ts';
import { itemAt } from '../graph/item-at.ts';
import { inverted, listAt, type Lists } from '../graph/lists.ts';
import { nodeId, parseAppearanceId } from '../graph/node-id.ts';
import type { GroupKind } from '../graph/node-kind.ts';
import { traitsOf, type Traits } from '../graph/overlap-arithmetic.ts';
import { entriesOf, type Entries } from './entries-of-structure.ts';
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
} from './entries.ts';
import { NameIndex } from './name-index.ts';
import { roleOrder, type OrderDirection, type RoleOrderField } from './orders.ts';
import { comparator } from './page.ts';
import { relationsOf, type Relations } from './relations.ts';
import { remembered } from './remembered.ts';
import { RoleSet } from './role-set.ts';

/**
 * Who is in what, as sets: one generation of a catalog, held in the process, never changed. Everything that is not text
 * is answered from here, by the same code whichever store the generation comes from.
 */
export class Membership {
  readonly structure: GraphStructure;
  readonly entries: Entries;
  readonly relations: Relations;
  readonly #byId: ReadonlyMap<string, NodeEntry>;
  readonly #rolesOfGroup: ReadonlyMap<string, RoleSet>;

  constructor(structure: GraphStructure) {
    this.structure = structure;
    this.relations = relationsOf(structure);
    this.entries = entriesOf(structure, this.relations);
    const { roles, responsibilities, topics, pillars, organizationTypes, categories, sources } = this.entries;
    this.#byId = new Map(
      [roles, responsibilities, topics, pillars, organizationTypes, categories, sources].flatMap(
        (kind: readonly NodeEntry[]) => kind.map((entry) => [entry.id, entry]),
      ),
    );
    this.#rolesOfGroup = new Map([
      ...this.#roleSets(pillars, this.relations.pillarsOfRole),
      ...this.#roleSets(categories, this.relations.categoriesOfRole),
      ...this.#roleSets(organizationTypes, this.relations.organizationTypesOfRole),
    ]);
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

  /** Every node, kind by kind. */
  *allNodes(): Generator<NodeEntry> {
    for (const entries of Object.values(this.entries)) yield* entries;
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
    const all = set.size === this.entries.roles.length;
    if (field === 'TITLE' && direction === 'ASC') return all ? this.entries.roles : this.rolesIn(set);
    const ordered = this.#allInOrder(field)(direction);
    return all ? ordered : ordered.filter(({ place }) => set.has(place));
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
    if (group !== undefined) return this.#namedIn(listAt(this.relations.appearancesOfRole, role.place), group);
    return entriesAt(this.entries.responsibilities, this.relations.responsibilitiesOfRole, role.place);
  }

  /** What the lines of a group say its roles do; by name. */
  readonly responsibilitiesOfGroup = remembered((group: GroupEntry): readonly ResponsibilityEntry[] =>
    this.#namedIn(this.structure.appearances.role.keys(), group),
  );

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
    this.#traits ??= traitsOf(this.structure);
    return this.#traits;
  }
  #traits: Traits | undefined;

  /** Finds nodes by title or name; made when the first is looked for. */
  names(): NameIndex {
    this.#names ??= new NameIndex(this.entries);
    return this.#names;
  }
  #names: NameIndex | undefined;

  /** The places of the listed overlaps of each role, strongest first, then by the other role's title. */
  listedPairs(): Lists {
    this.#listedPairs ??= strongestFirst(this.structure);
    return this.#listedPairs;
  }
  #listedPairs: Lists | undefined;

  readonly #allInOrder = remembered((field: RoleOrderField) =>
    remembered((direction: OrderDirection): readonly RoleEntry[] =>
      this.entries.roles.toSorted(comparator(roleOrder(field, direction))),
    ),
  );

  #roleSets(groups: readonly GroupEntry[], groupsOfRole: Lists): readonly (readonly [string, RoleSet])[] {
    const sets = groups.map((group) => [group.id, new RoleSet(this.entries.roles.length)] as const);
    for (const { place } of this.entries.roles) {
      for (const group of listAt(groupsOfRole, place)) itemAt(sets, group)[1].add(place);
    }
    return sets;
  }

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

  #namedIn(appearances: Iterable<number>, group: GroupEntry): readonly ResponsibilityEntry[] {
    const named = new Set<number>();
    for (const appearance of appearances) {
      if (!this.#isIn(appearance, group)) continue;
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

function strongestFirst({ overlaps, roles }: GraphStructure): Lists {
  const offsets = Int32Array.from({ length: overlaps.first.length + 1 }, (_, pair) => 2 * pair);
  const bothOfPair = new Int32Array(2 * overlaps.first.length);
  overlaps.first.forEach((role, pair) => (bothOfPair[2 * pair] = role));
  overlaps.second.forEach((role, pair) => (bothOfPair[2 * pair + 1] = role));
  const pairs = inverted({ offsets, values: bothOfPair }, roles.length);
  const { score } = overlaps;
  // Pairs stand in the order of their roles, so the lower place of two of one role is that of the lower other role.
  roles.forEach((_, role) => listAt(pairs, role).sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b));
  return pairs;
}
