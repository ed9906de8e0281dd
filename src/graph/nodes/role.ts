import { roleLabel } from '../../catalog/role-label.ts';
import { itemAt } from '../../collections/item-at.ts';
import { itemsAt, listAt, listLength } from '../../collections/lists.ts';
import type { GraphRole } from '../structure/graph-data.ts';
import { involvementOfKinds, isWorkingAt, kindsAt, kindsOf } from '../structure/kinds-of-involvement.ts';
import { sourceLinesOf } from '../structure/source-lines.ts';
import { involvements, type Involvement } from './involvement.ts';
import type { Appearance, Category, OrganizationType, Pillar, Responsibility, RoleGroup, Topic } from './node.ts';
import { SluggedObject } from './slugged-object.ts';

/** A job that people hold, under every title that the sources give it. Roles are in the order of title, then id. */
export class Role extends SluggedObject<GraphRole> {
  readonly kind = 'ROLE';

  get title(): string {
    return this.record.title;
  }

  /** What tells the role apart from others with its title, e.g. "L3"; null if the catalog gives none. */
  get qualifier(): string | null {
    return this.record.qualifier;
  }

  /** The title, with the qualifier in brackets if there is one: "Engineer (L3)". */
  get label(): string {
    return roleLabel(this.record);
  }

  get alternateTitles(): readonly string[] {
    return this.record.alternateTitles;
  }

  /** Words that people search for the role by, which are never shown; none of its titles. */
  get hiddenTitles(): readonly string[] {
    return this.record.hiddenTitles;
  }

  /** What another system calls it; null if the catalog does not say. */
  get externalId(): string | null {
    return this.record.externalId;
  }

  /** URLs that stand for the same. */
  get sameAs(): readonly string[] {
    return this.record.sameAs;
  }

  get sortKey(): string {
    return itemAt(this.graph.indexes.titleSortKeys, this.index);
  }

  get pillars(): readonly Pillar[] {
    return itemsAt(this.graph.pillars, this.graph.relations.pillarsOfRole, this.index);
  }

  get pillarCount(): number {
    return listLength(this.graph.relations.pillarsOfRole, this.index);
  }

  /** Whether the role appears in every pillar of a catalog that has at least two. */
  get isUniversal(): boolean {
    const { length } = this.graph.pillars;
    return length >= 2 && this.pillarCount === length;
  }

  get organizationTypes(): readonly OrganizationType[] {
    return itemsAt(this.graph.organizationTypes, this.graph.relations.organizationTypesOfRole, this.index);
  }

  get organizationTypeCount(): number {
    return listLength(this.graph.relations.organizationTypesOfRole, this.index);
  }

  get categories(): readonly Category[] {
    return itemsAt(this.graph.categories, this.graph.relations.categoriesOfRole, this.index);
  }

  get categoryCount(): number {
    return listLength(this.graph.relations.categoriesOfRole, this.index);
  }

  /** Everything that the role does, by name. */
  get responsibilities(): readonly Responsibility[] {
    return itemsAt(this.graph.responsibilities, this.graph.relations.responsibilitiesOfRole, this.index);
  }

  get responsibilityCount(): number {
    return listLength(this.graph.relations.responsibilitiesOfRole, this.index);
  }

  /** What the role does in a group, by name; everything it does where no group is given. */
  responsibilitiesIn(group: RoleGroup | undefined): readonly Responsibility[] {
    if (group === undefined) return this.responsibilities;
    const named = new Set<number>();
    for (const appearance of this.#appearancesIn(group)) {
      for (const responsibility of listAt(this.graph.structure.appearances.responsibilities, appearance)) {
        named.add(responsibility);
      }
    }
    return Array.from(Int32Array.from(named).sort(), (index) => itemAt(this.graph.responsibilities, index));
  }

  /** Whether a line says that the role has a responsibility: a line of the group, where one is given. */
  performs(responsibility: Responsibility, group?: RoleGroup): boolean {
    return this.#appearancesIn(group).some((appearance) => this.#isNamedBy(appearance, responsibility));
  }

  /** The topics of the role's responsibilities, in the catalog's order. */
  get topics(): readonly Topic[] {
    const { responsibilitiesOfRole, topicsOfResponsibility } = this.graph.relations;
    const topics = new Set<number>();
    for (const responsibility of listAt(responsibilitiesOfRole, this.index)) {
      for (const topic of listAt(topicsOfResponsibility, responsibility)) topics.add(topic);
    }
    return this.graph.topics.filter(({ index }) => topics.has(index));
  }

  /** Every line that names the role, by source and line. */
  get appearances(): readonly Appearance[] {
    return this.appearancesIn(undefined);
  }

  get appearanceCount(): number {
    return listLength(this.graph.relations.appearancesOfRole, this.index);
  }

  /** The lines that put the role into a group, by source and line; all its lines where no group is given. */
  appearancesIn(group: RoleGroup | undefined): readonly Appearance[] {
    return Array.from(this.#appearancesIn(group), (index) => this.graph.appearance(index));
  }

  /** Its categories in the order of its lines, perhaps repeated, without those in which it is only consulted or informed. */
  get categoriesOfWork(): readonly Category[] {
    const { appearances } = this.graph.structure;
    return Array.from(
      this.#appearancesIn(undefined).filter((appearance) => isWorkingAt(appearances, appearance)),
      (appearance) => itemAt(this.graph.categories, itemAt(appearances.category, appearance)),
    );
  }

  /** The lines that say that the role has a responsibility; those of a group only, where one is given. */
  appearancesNaming(responsibility: Responsibility, group?: RoleGroup): readonly Appearance[] {
    const naming = this.#appearancesIn(group).filter((appearance) => this.#isNamedBy(appearance, responsibility));
    return Array.from(naming, (index) => this.graph.appearance(index));
  }

  /** Every responsibility that the role is involved in, in one of some ways; by name. Those of a group only, where one is given. */
  responsibilitiesInvolving(
    involvement: readonly Involvement[] = involvements,
    group?: RoleGroup,
  ): readonly Responsibility[] {
    const { involvedOfRole } = this.graph.relations;
    const indexes = new Set(involvement.flatMap((kind) => [...listAt(involvedOfRole[kind], this.index)]));
    const involving = Array.from(Int32Array.from(indexes).sort(), (index) =>
      itemAt(this.graph.responsibilities, index),
    );
    if (group === undefined) return involving;
    return involving.filter((responsibility) => this.involvementIn(responsibility, involvement, group).length > 0);
  }

  /** The lines that say that the role is involved in a responsibility in one of some ways; those of a group only, where one is given. */
  appearancesInvolving(
    responsibility: Responsibility,
    involvement: readonly Involvement[] = involvements,
    group?: RoleGroup,
  ): readonly Appearance[] {
    const wanted = kindsOf(involvement);
    const involving = this.#appearancesIn(group).filter(
      (appearance) => (kindsAt(this.graph.structure.appearances, appearance, responsibility.index) & wanted) !== 0,
    );
    return Array.from(involving, (index) => this.graph.appearance(index));
  }

  /** How the role is involved in a responsibility by the lines that appearancesInvolving gives, in the order of a RACI table. */
  involvementIn(
    responsibility: Responsibility,
    involvement: readonly Involvement[] = involvements,
    group?: RoleGroup,
  ): readonly Involvement[] {
    const wanted = kindsOf(involvement);
    let found = 0;
    for (const appearance of this.#appearancesIn(group)) {
      const kinds = kindsAt(this.graph.structure.appearances, appearance, responsibility.index);
      if ((kinds & wanted) !== 0) found |= kinds;
    }
    return involvementOfKinds(found);
  }

  /** The distinct lines that say that the role has a responsibility, as sourceLineAt gives them; those of a group only, where one is given. */
  sourceLinesNaming(responsibility: Responsibility, group?: RoleGroup): Float64Array {
    const naming = this.#appearancesIn(group).filter((appearance) => this.#isNamedBy(appearance, responsibility));
    return sourceLinesOf(this.graph.structure.appearances, naming);
  }

  /** How special the role is, 0 to 1; see specificitiesOf. */
  get specificity(): number {
    return itemAt(this.graph.indexes.specificities, this.index);
  }

  /** The indexes of the lines that put the role into a group: no object is made of a line that is left out. */
  #appearancesIn(group: RoleGroup | undefined): Int32Array {
    const appearances = listAt(this.graph.relations.appearancesOfRole, this.index);
    if (group === undefined) return appearances;
    const { category } = this.graph.structure.appearances;
    return appearances.filter((index) => group.contains(itemAt(this.graph.categories, itemAt(category, index))));
  }

  #isNamedBy(appearance: number, { index }: Responsibility): boolean {
    return listAt(this.graph.structure.appearances.responsibilities, appearance).includes(index);
  }
}
