import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { appearanceKeyAt } from '../structure/keys.ts';
import { CatalogObject } from './catalog-object.ts';
import type { Category, OrganizationType, Pillar, Responsibility, Role, Source } from './node.ts';

/**
 * One line of a source that names a role under a category. Appearances are in the order of role, source, line and
 * category. Its titles, summary and note are texts, which are read from the store.
 */
export class Appearance extends CatalogObject {
  readonly kind = 'APPEARANCE';

  protected get key(): string {
    return appearanceKeyAt(this.graph.structure, this.index);
  }

  /** E.g. "DevOps Engineer (001:10)". */
  get label(): string {
    return `${this.role.label} (${this.source.slug}:${this.line})`;
  }

  get role(): Role {
    return itemAt(this.graph.roles, itemAt(this.graph.structure.appearances.role, this.index));
  }

  get category(): Category {
    return itemAt(this.graph.categories, itemAt(this.graph.structure.appearances.category, this.index));
  }

  get pillar(): Pillar | null {
    return this.category.pillar;
  }

  get organizationTypes(): readonly OrganizationType[] {
    return this.category.organizationTypes;
  }

  get source(): Source {
    return itemAt(this.graph.sources, itemAt(this.graph.structure.appearances.source, this.index));
  }

  /** Counted from 1. */
  get line(): number {
    return itemAt(this.graph.structure.appearances.line, this.index);
  }

  /** What the line says that the role does, by name. */
  get responsibilities(): readonly Responsibility[] {
    const named = listAt(this.graph.structure.appearances.responsibilities, this.index);
    return Array.from(named.toSorted(), (index) => itemAt(this.graph.responsibilities, index));
  }

  /** Whether the line says that the role has a responsibility. */
  names({ index }: Responsibility): boolean {
    return listAt(this.graph.structure.appearances.responsibilities, this.index).includes(index);
  }
}
