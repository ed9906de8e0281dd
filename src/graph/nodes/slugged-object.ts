import type { CatalogGraph } from '../catalog-graph.ts';
import { CatalogObject } from './catalog-object.ts';

/** An object that the catalog lists with a slug: all but appearances. */
export abstract class SluggedObject<R extends { readonly slug: string }> extends CatalogObject {
  protected readonly record: R;

  constructor(graph: CatalogGraph, index: number, record: R) {
    super(graph, index);
    this.record = record;
  }

  /** Unique within the kind; that of a category within its owner only. */
  get slug(): string {
    return this.record.slug;
  }

  protected get key(): string {
    return this.slug;
  }
}
