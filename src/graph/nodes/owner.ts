import type { GraphOwner } from '../structure/graph-data.ts';
import type { Category } from './category.ts';
import { GroupOfRoles } from './group-of-roles.ts';

/** What categories belong to: the group of all roles under them. */
export abstract class Owner extends GroupOfRoles<GraphOwner> {
  abstract override readonly kind: 'PILLAR' | 'ORGANIZATION_TYPE';
  #categories: readonly Category[] | undefined;

  get summary(): string | null {
    return this.record.summary;
  }

  /** In the catalog's order. */
  get categories(): readonly Category[] {
    return (this.#categories ??= this.graph.categories.filter((category) => this.contains(category)));
  }
}
