import type { Category } from './category.ts';
import { Owner } from './owner.ts';

/** A kind of organization that roles work in or for, e.g. a vendor. */
export class OrganizationType extends Owner {
  readonly kind = 'ORGANIZATION_TYPE';

  override contains(category: Category): boolean {
    return category.organizationTypes.includes(this);
  }
}
