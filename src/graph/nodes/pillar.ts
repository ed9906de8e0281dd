import type { Category } from './category.ts';
import { Owner } from './owner.ts';

/** A pillar of well-run systems, e.g. Reliability. */
export class Pillar extends Owner {
  readonly kind = 'PILLAR';

  /** Its position among the pillars in the catalog's order, counted from 1. */
  get position(): number {
    return this.index + 1;
  }

  override contains(category: Category): boolean {
    return category.pillar === this;
  }
}
