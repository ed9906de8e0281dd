import { listLength } from '../../collections/lists.ts';
import type { CatalogGraph } from '../catalog-graph.ts';
import type { GraphSource } from '../structure/graph-data.ts';
import { CatalogObject } from './catalog-object.ts';
import { nodeId } from './node-id.ts';

/** A document that names roles. Sources are in the catalog's order. */
export class Source extends CatalogObject {
  readonly kind = 'SOURCE';
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly document: string;
  readonly summary: string | null;

  constructor(graph: CatalogGraph, index: number, { slug, title, document, summary }: GraphSource) {
    super(graph, index);
    this.id = nodeId('SOURCE', slug);
    this.slug = slug;
    this.title = title;
    this.document = document;
    this.summary = summary;
  }

  get label(): string {
    return this.title;
  }

  get appearanceCount(): number {
    return listLength(this.graph.appearancesOfSource, this.index);
  }
}
