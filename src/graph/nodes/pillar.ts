import type { RoleSet } from '../../collections/role-set.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { GraphOwner } from '../structure/graph-data.ts';
import type { Category } from './category.ts';
import { nodeId } from './node-id.ts';
import { Owner } from './owner.ts';

/** A pillar of well-run systems, e.g. Reliability. */
export class Pillar extends Owner {
  readonly kind = 'PILLAR';

  constructor(graph: CatalogGraph, index: number, record: GraphOwner, roleSet: RoleSet) {
    super(graph, index, nodeId('PILLAR', record.slug), record, roleSet);
  }

  /** Its position among the pillars in the catalog's order, counted from 1. */
  get position(): number {
    return this.index + 1;
  }

  override contains(category: Category): boolean {
    return category.pillar === this;
  }
}
