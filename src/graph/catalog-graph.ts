import { itemAt } from '../collections/item-at.ts';
import { indexesOfEach, listAt, type Lists } from '../collections/lists.ts';
import { memoize, once } from '../collections/memoize.ts';
import { RoleSet } from '../collections/role-set.ts';
import { runToCompletion, forEachInSteps, repeatInSteps, type Steps } from '../scheduling/steps.ts';
import { matchingKey } from '../text/matching-key.ts';
import { indexesOf, type Indexes } from './indexes/indexes.ts';
import { groupsOfRole, type Relations } from './indexes/relations.ts';
import type { OrderDirection, RoleOrderField } from './lists/orders.ts';
import { Appearance } from './nodes/appearance.ts';
import { Category } from './nodes/category.ts';
import { nodeId, parseAppearanceId } from './nodes/node-id.ts';
import { groupKinds, type GroupKind, type NodeKind } from './nodes/node-kind.ts';
import type { Node, NodeOfKind, RoleGroup } from './nodes/node.ts';
import { OrganizationType } from './nodes/organization-type.ts';
import { Pillar } from './nodes/pillar.ts';
import { Responsibility } from './nodes/responsibility.ts';
import { Role } from './nodes/role.ts';
import { Source } from './nodes/source.ts';
import { Topic } from './nodes/topic.ts';
import { NameIndex } from './search/name-index.ts';
import { RetiredIds } from './names/retired-ids.ts';
import type { GraphStructure } from './structure/graph-data.ts';

/** The kinds of which all objects are made with the graph: an appearance is made when it is first read. */
export type ListedKind = Exclude<NodeKind, 'APPEARANCE'>;

/** A catalog that was merged into another one. */
export interface CatalogPart {
  readonly name: string;
  readonly version: string;
  readonly sources: readonly Source[];
}

/**
 * One catalog as objects that know their neighbours, held in the process and never changed: look-ups by id and name, and
 * lists by kind. Everything but the texts of the store is answered from here, whichever engine stores the catalog.
 */
export class CatalogGraph {
  /** The typed arrays behind the objects. */
  readonly structure: GraphStructure;
  readonly indexes: Indexes;
  readonly #ofKind: { readonly [K in ListedKind]: NodeOfKind<K>[] } = {
    ROLE: [],
    RESPONSIBILITY: [],
    TOPIC: [],
    PILLAR: [],
    ORGANIZATION_TYPE: [],
    CATEGORY: [],
    SOURCE: [],
  };
  readonly roles: readonly Role[] = this.#ofKind.ROLE;
  readonly responsibilities: readonly Responsibility[] = this.#ofKind.RESPONSIBILITY;
  readonly topics: readonly Topic[] = this.#ofKind.TOPIC;
  readonly pillars: readonly Pillar[] = this.#ofKind.PILLAR;
  readonly organizationTypes: readonly OrganizationType[] = this.#ofKind.ORGANIZATION_TYPE;
  readonly categories: readonly Category[] = this.#ofKind.CATEGORY;
  readonly sources: readonly Source[] = this.#ofKind.SOURCE;
  readonly #byId = new Map<string, Node>();
  readonly #retired: RetiredIds;
  readonly #appearances: Appearance[] = [];
  readonly #roleSets: Record<GroupKind, readonly RoleSet[]> = { PILLAR: [], CATEGORY: [], ORGANIZATION_TYPE: [] };
  readonly #appearancesOfEach = memoize((field: 'category' | 'source') => {
    const { length } = field === 'category' ? this.categories : this.sources;
    // Appearances without a source are in one more list, which nobody reads.
    return indexesOfEach(
      this.structure.appearances[field].map((index) => (index < 0 ? length : index)),
      length + 1,
    );
  });
  readonly #rolesInOrder = memoize((field: RoleOrderField) =>
    memoize((direction: OrderDirection) => this.rolesIn(this.indexes.roleOrders[field][direction])),
  );
  /** The matching keys of the names of categories, with the number of categories that have each. */
  readonly #categoryNames = once(() => {
    const counts = new Map<string, number>();
    for (const { name } of this.categories) counts.set(matchingKey(name), (counts.get(matchingKey(name)) ?? 0) + 1);
    return counts;
  });
  #names: NameIndex | undefined;

  private constructor(structure: GraphStructure, indexes: Indexes) {
    this.structure = structure;
    this.indexes = indexes;
    this.#retired = new RetiredIds(structure.retired);
  }

  /** Makes the graph in one go. The indexes are computed when they are first read, unless they are given. */
  static of(structure: GraphStructure, indexes: Indexes = indexesOf(structure)): CatalogGraph {
    const graph = new CatalogGraph(structure, indexes);
    runToCompletion(graph.#makeObjects());
    return graph;
  }

  /** Makes the graph cooperatively, and what takes long to derive with it, so that no request has to wait for that. */
  static *inSteps(structure: GraphStructure, indexes: Indexes): Steps<CatalogGraph> {
    const graph = new CatalogGraph(structure, indexes);
    yield* graph.#makeObjects();
    graph.#names = yield* NameIndex.of(graph);
    return graph;
  }

  *#makeObjects(): Steps<void> {
    const { structure } = this;
    yield* this.#add(this.#ofKind.ROLE, structure.roles, Role);
    yield* this.#add(this.#ofKind.RESPONSIBILITY, structure.responsibilities, Responsibility);
    yield* this.#add(this.#ofKind.TOPIC, structure.topics, Topic);
    yield* this.#add(this.#ofKind.SOURCE, structure.sources, Source);
    yield* this.#add(this.#ofKind.PILLAR, structure.pillars, Pillar);
    yield* this.#add(this.#ofKind.ORGANIZATION_TYPE, structure.organizationTypes, OrganizationType);
    yield* this.#add(this.#ofKind.CATEGORY, structure.categories, Category);
    for (const kind of groupKinds) this.#roleSets[kind] = yield* this.#rolesOfEach(kind);
  }

  *#add<R, N extends Node>(
    nodes: N[],
    records: readonly R[],
    NodeClass: new (graph: CatalogGraph, index: number, record: R) => N,
  ): Steps<void> {
    yield* forEachInSteps(records, (record, index) => {
      const node = new NodeClass(this, index, record);
      nodes.push(node);
      this.#byId.set(node.id, node);
    });
  }

  /** The roles of each group of a kind, from the groups of each role. */
  *#rolesOfEach(kind: GroupKind): Steps<readonly RoleSet[]> {
    const groups = groupsOfRole(this.relations, kind);
    const sets = this.groupsOfKind(kind).map(() => new RoleSet(this.roles.length));
    yield* repeatInSteps(this.roles.length, (role) => {
      for (const group of listAt(groups, role)) itemAt(sets, group).add(role);
    });
    return sets;
  }

  get relations(): Relations {
    return this.indexes.relations;
  }

  /** The node of an id; undefined for an id that no node has, whatever it looks like. */
  node(id: string): Node | undefined {
    return this.#byId.get(id) ?? this.#appearanceById(id);
  }

  /** The node of an id or, if it is no longer used, the only one that replaces it. */
  currentNode(id: string): Node | undefined {
    const node = this.node(id);
    if (node !== undefined) return node;
    const [replacement, ...others] = this.replacementsOf(id) ?? [];
    return others.length === 0 ? replacement : undefined;
  }

  /** Whether there are ids that are no longer used. */
  get hasRetiredIds(): boolean {
    return this.structure.retired.length > 0;
  }

  /**
   * The nodes that replace an id which is no longer used, none if nothing does; undefined for any other text. An id that contains
   * another one is not used any more if that one is not: categories in a pillar that was replaced, and lines that name a role.
   */
  replacementsOf(id: string): readonly Node[] | undefined {
    if (!this.hasRetiredIds || this.node(id) !== undefined) return undefined;
    return this.#retired.replacementsOf(id)?.flatMap((each) => this.node(each) ?? []);
  }

  get appearanceCount(): number {
    return this.structure.appearances.role.length;
  }

  /** The catalogs that were merged into this one, by name and version; a catalog that was not merged is its only part. */
  get parts(): readonly CatalogPart[] {
    const { name, version, parts } = this.structure;
    if (parts.length === 0) return [{ name, version, sources: this.sources }];
    return parts.map(({ sources, ...part }) => ({
      ...part,
      sources: sources.map((source) => itemAt(this.sources, source)),
    }));
  }

  /** The appearance at an index, made when it is first asked for. */
  appearance(index: number): Appearance {
    return (this.#appearances[index] ??= new Appearance(this, index));
  }

  /** The indexes of the appearances under each category, ascending. */
  get appearancesOfCategory(): Lists {
    return this.#appearancesOfEach('category');
  }

  /** The indexes of the appearances in each source, ascending. */
  get appearancesOfSource(): Lists {
    return this.#appearancesOfEach('source');
  }

  /** Whether several categories have a name, compared by matching key: each then needs its owner to be told apart. */
  isNameOfSeveralCategories(name: string): boolean {
    return (this.#categoryNames().get(matchingKey(name)) ?? 0) > 1;
  }

  /** Every node of the wanted kinds, kind by kind. */
  *nodes(isWanted: (kind: NodeKind) => boolean = () => true): Generator<Node> {
    for (const nodes of Object.values(this.#ofKind)) {
      const [first] = nodes;
      if (first !== undefined && isWanted(first.kind)) yield* nodes;
    }
    if (!isWanted('APPEARANCE')) return;
    for (let index = 0; index < this.appearanceCount; index++) yield this.appearance(index);
  }

  /** All nodes of a kind, in the kind's own order. */
  nodesOfKind<K extends ListedKind>(kind: K): readonly NodeOfKind<K>[] {
    return this.#ofKind[kind];
  }

  /** All groups of a kind, in the catalog's order. */
  groupsOfKind(kind: GroupKind): readonly RoleGroup[] {
    return this.#ofKind[kind];
  }

  /** The roles of each group of a kind. Callers must not change them. */
  roleSetsOfKind(kind: GroupKind): readonly RoleSet[] {
    return this.#roleSets[kind];
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

  #appearanceById(id: string): Appearance | undefined {
    const name = parseAppearanceId(id);
    const role = name && this.#byId.get(nodeId('ROLE', name.roleSlug));
    return role?.kind === 'ROLE' ? role.appearances.find((appearance) => appearance.id === id) : undefined;
  }
}
