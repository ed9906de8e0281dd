import { itemAt } from '../collections/item-at.ts';
import { indexesOfEach, listAt, type Lists } from '../collections/lists.ts';
import { memoize, once } from '../collections/memoize.ts';
import { RoleSet } from '../collections/role-set.ts';
import { runToCompletion, forEachInSteps, type Steps } from '../scheduling/steps.ts';
import { expectedSizes } from './indexes/expected-sizes.ts';
import { indexesOf, type Indexes } from './indexes/indexes.ts';
import { groupsOfRole, type Relations } from './indexes/relations.ts';
import type { OrderDirection, RoleOrderField } from './lists/orders.ts';
import { Appearance } from './nodes/appearance.ts';
import { Category } from './nodes/category.ts';
import { nodeId, parseAppearanceId } from './nodes/node-id.ts';
import type { GroupKind, NodeKind } from './nodes/node-kind.ts';
import type { Node, RoleGroup } from './nodes/node.ts';
import { OrganizationType } from './nodes/organization-type.ts';
import { Pillar } from './nodes/pillar.ts';
import { Responsibility } from './nodes/responsibility.ts';
import { Role } from './nodes/role.ts';
import { Source } from './nodes/source.ts';
import { Topic } from './nodes/topic.ts';
import { NameIndex } from './search/name-index.ts';
import type { GraphStructure } from './structure/graph-data.ts';

/**
 * One catalog as objects that know their neighbours, held in the process and never changed: look-ups by id and name, and
 * lists by kind. Everything that is not a text of the store is answered from here, whichever engine keeps the catalog.
 */
export class CatalogGraph {
  /** The typed arrays behind the objects. */
  readonly structure: GraphStructure;
  readonly indexes: Indexes;
  readonly roles: readonly Role[];
  readonly responsibilities: readonly Responsibility[];
  readonly topics: readonly Topic[];
  readonly pillars: readonly Pillar[];
  readonly organizationTypes: readonly OrganizationType[];
  readonly categories: readonly Category[];
  readonly sources: readonly Source[];
  readonly #byId = new Map<string, Node>();
  readonly #appearances: Appearance[] = [];
  readonly #appearancesOfCategory = once(() => this.#appearancesOfEach('category', this.categories.length));
  readonly #appearancesOfSource = once(() => this.#appearancesOfEach('source', this.sources.length));
  readonly #rolesInOrder = memoize((field: RoleOrderField) =>
    memoize((direction: OrderDirection) => this.rolesIn(this.indexes.roleOrders[field][direction])),
  );
  readonly #expectedSizes = once(() => expectedSizes(this));
  #names: NameIndex | undefined;

  /** @param objects is filled by the caller before the graph is used. */
  private constructor(structure: GraphStructure, indexes: Indexes, objects: ObjectsByKind) {
    this.structure = structure;
    this.indexes = indexes;
    this.roles = objects.roles;
    this.responsibilities = objects.responsibilities;
    this.topics = objects.topics;
    this.pillars = objects.pillars;
    this.organizationTypes = objects.organizationTypes;
    this.categories = objects.categories;
    this.sources = objects.sources;
  }

  /** Makes the graph at once; what is derived is computed as far as it is asked for. */
  static of(structure: GraphStructure, indexes: Indexes = indexesOf(structure)): CatalogGraph {
    return runToCompletion(CatalogGraph.#made(structure, indexes));
  }

  /** Makes the graph cooperatively, so that nothing long is left to do when it is asked. */
  static *inSteps(structure: GraphStructure, indexes: Indexes): Steps<CatalogGraph> {
    const graph = yield* CatalogGraph.#made(structure, indexes);
    graph.#names = yield* NameIndex.of(graph);
    return graph;
  }

  static *#made(structure: GraphStructure, indexes: Indexes): Steps<CatalogGraph> {
    const objects: ObjectsByKind = {
      roles: [],
      responsibilities: [],
      topics: [],
      pillars: [],
      organizationTypes: [],
      categories: [],
      sources: [],
    };
    const graph = new CatalogGraph(structure, indexes, objects);

    function* add<T, O extends Node>(records: readonly T[], list: O[], make: (record: T, index: number) => O) {
      yield* forEachInSteps(records, (record, index) => {
        const object = make(record, index);
        list.push(object);
        graph.#byId.set(object.id, object);
      });
    }

    function* addGroups<T, O extends RoleGroup>(
      kind: GroupKind,
      records: readonly T[],
      list: O[],
      make: (record: T, index: number, roleSet: RoleSet) => O,
    ) {
      const roleSets = yield* roleSetsOf(groupsOfRole(indexes.relations, kind), structure.roles.length, records.length);
      yield* add(records, list, (record, index) => make(record, index, itemAt(roleSets, index)));
    }

    yield* add(structure.roles, objects.roles, (record, index) => new Role(graph, index, record));
    yield* add(
      structure.responsibilities,
      objects.responsibilities,
      (record, index) => new Responsibility(graph, index, record),
    );
    yield* add(structure.topics, objects.topics, (record, index) => new Topic(graph, index, record));
    yield* add(structure.sources, objects.sources, (record, index) => new Source(graph, index, record));
    yield* addGroups(
      'PILLAR',
      structure.pillars,
      objects.pillars,
      (record, index, roleSet) => new Pillar(graph, index, record, roleSet),
    );
    yield* addGroups(
      'ORGANIZATION_TYPE',
      structure.organizationTypes,
      objects.organizationTypes,
      (record, index, roleSet) => new OrganizationType(graph, index, record, roleSet),
    );
    yield* addGroups(
      'CATEGORY',
      structure.categories,
      objects.categories,
      (record, index, roleSet) => new Category(graph, index, record, roleSet),
    );
    return graph;
  }

  get relations(): Relations {
    return this.indexes.relations;
  }

  /** The node of an id; undefined for an id that no node has, whatever it looks like. */
  node(id: string): Node | undefined {
    return this.#byId.get(id) ?? this.#appearanceById(id);
  }

  get appearanceCount(): number {
    return this.structure.appearances.role.length;
  }

  /** The appearance at an index, made when it is first asked for. */
  appearance(index: number): Appearance {
    return (this.#appearances[index] ??= new Appearance(this, index));
  }

  /** The indexes of the appearances under each category, ascending. */
  get appearancesOfCategory(): Lists {
    return this.#appearancesOfCategory();
  }

  /** The indexes of the appearances in each source, ascending. */
  get appearancesOfSource(): Lists {
    return this.#appearancesOfSource();
  }

  /** Every node of the wanted kinds, kind by kind. */
  *nodes(isWanted: (kind: NodeKind) => boolean = () => true): Generator<Node> {
    const { roles, responsibilities, topics, pillars, organizationTypes, categories, sources } = this;
    for (const list of [roles, responsibilities, topics, pillars, organizationTypes, categories, sources]) {
      const [first] = list;
      if (first !== undefined && isWanted(first.kind)) yield* list;
    }
    if (!isWanted('APPEARANCE')) return;
    for (let index = 0; index < this.appearanceCount; index++) yield this.appearance(index);
  }

  /** All groups of a kind, in the catalog's order. */
  groupsOfKind(kind: GroupKind): readonly RoleGroup[] {
    const { pillars, categories, organizationTypes } = this;
    return { PILLAR: pillars, CATEGORY: categories, ORGANIZATION_TYPE: organizationTypes }[kind];
  }

  /** The roles at some indexes, in the order given: by title where these ascend, as those of a RoleSet do. */
  rolesIn(indexes: Iterable<number>): readonly Role[] {
    return Array.from(indexes, (index) => itemAt(this.roles, index));
  }

  /** The roles of a set in an order; each order of all roles is made once. */
  rolesInOrder(set: RoleSet, field: RoleOrderField, direction: OrderDirection): readonly Role[] {
    if (field === 'TITLE' && direction === 'ASC' && set.size < this.roles.length) return this.rolesIn(set);
    const ordered = this.#rolesInOrder(field)(direction);
    return set.size === this.roles.length ? ordered : ordered.filter(({ index }) => set.has(index));
  }

  /** Finds nodes by title or name. */
  get names(): NameIndex {
    return (this.#names ??= runToCompletion(NameIndex.of(this)));
  }

  /** How many items lists may be expected to have; see expectedSizes. */
  get expectedSizes() {
    return this.#expectedSizes();
  }

  #appearanceById(id: string): Appearance | undefined {
    const name = parseAppearanceId(id);
    const role = name && this.#byId.get(nodeId('ROLE', name.roleSlug));
    return role?.kind === 'ROLE' ? role.appearances.find((appearance) => appearance.id === id) : undefined;
  }

  #appearancesOfEach(field: 'category' | 'source', count: number): Lists {
    return indexesOfEach(this.structure.appearances[field], count);
  }
}

interface ObjectsByKind {
  readonly roles: Role[];
  readonly responsibilities: Responsibility[];
  readonly topics: Topic[];
  readonly pillars: Pillar[];
  readonly organizationTypes: OrganizationType[];
  readonly categories: Category[];
  readonly sources: Source[];
}

/** The roles of each group, from the groups of each role. */
function* roleSetsOf(groupsOfEachRole: Lists, roleCount: number, groupCount: number): Steps<readonly RoleSet[]> {
  const sets = Array.from({ length: groupCount }, () => new RoleSet(roleCount));
  for (let role = 0; role < roleCount; role++) {
    for (const group of listAt(groupsOfEachRole, role)) itemAt(sets, group).add(role);
    if (role % 1_000 === 999) yield;
  }
  return sets;
}
