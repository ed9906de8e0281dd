import { itemAt } from '../../collections/item-at.ts';
import { inWords } from '../../text/in-words.ts';
import { categoryKeyAt } from '../structure/keys.ts';
import type { GraphCategory } from '../structure/graph-data.ts';
import { GroupOfRoles } from './group-of-roles.ts';
import type { OrganizationType, Pillar } from './node.ts';

/** A heading under which a source lists roles; it belongs to one pillar or to one or more organization types. */
export class Category extends GroupOfRoles<GraphCategory> {
  readonly kind = 'CATEGORY';
  #organizationTypes: readonly OrganizationType[] | undefined;
  #label: string | undefined;

  protected override get key(): string {
    return categoryKeyAt(this.graph.structure, this.index);
  }

  /** Its name; if several categories have that name, with its owners: "Architecture & Engineering (Sustainability)". */
  override get label(): string {
    return (this.#label ??= this.graph.isNameOfSeveralCategories(this.name)
      ? `${this.name} (${inWords(this.owners.map(({ name }) => name))})`
      : this.name);
  }

  /** How its roles relate to its organization types; null for a category of a pillar. */
  get relation(): 'INSIDE' | 'SUPPORTS' | null {
    return this.record.relation;
  }

  /** Null for a category of organization types. */
  get pillar(): Pillar | null {
    const { pillar } = this.record;
    return pillar === null ? null : itemAt(this.graph.pillars, pillar);
  }

  /** In the catalog's order; none for a category of a pillar. */
  get organizationTypes(): readonly OrganizationType[] {
    return (this.#organizationTypes ??= this.record.organizationTypes
      .toSorted((a, b) => a - b)
      .map((index) => itemAt(this.graph.organizationTypes, index)));
  }

  /** Its pillar, or its organization types. */
  get owners(): readonly (Pillar | OrganizationType)[] {
    return this.pillar === null ? this.organizationTypes : [this.pillar];
  }

  get categories(): readonly Category[] {
    return [this];
  }

  override contains(category: Category): boolean {
    return category === this;
  }
}
