import type { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { GraphOwner } from '../structure/graph-data.ts';
import type { Category } from './category.ts';
import { GroupOfRoles } from './group-of-roles.ts';

/** What categories belong to: the group of all roles under them. */
export abstract class Owner extends GroupOfRoles {
  readonly slug: string;
  readonly name: string;
  readonly summary: string | null;
  #categories: readonly Category[] | undefined;

  constructor(graph: CatalogGraph, index: number, id: string, { slug, name, summary }: GraphOwner, roleSet: RoleSet) {
    super(graph, index, id, roleSet);
    this.slug = slug;
    this.name = name;
    this.summary = summary;
  }

  /** In the catalog's order. */
  get categories(): readonly Category[] {
    return (this.#categories ??= this.graph.categories.filter((category) => this.contains(category)));
  }
}
