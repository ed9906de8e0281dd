import type { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { GraphOwner } from '../structure/graph-data.ts';
import type { Category } from './category.ts';
import { nodeId } from './node-id.ts';
import { Owner } from './owner.ts';

/** A kind of organization that roles work in or for, e.g. a vendor. */
export class OrganizationType extends Owner {
  readonly kind = 'ORGANIZATION_TYPE';

  constructor(graph: CatalogGraph, index: number, record: GraphOwner, roleSet: RoleSet) {
    super(graph, index, nodeId('ORGANIZATION_TYPE', record.slug), record, roleSet);
  }

  override contains(category: Category): boolean {
    return category.organizationTypes.includes(this);
  }
}
