import { listLength } from '../../collections/lists.ts';
import type { GraphSource } from '../structure/graph-data.ts';
import { SluggedObject } from './slugged-object.ts';

/** A document that names roles. Sources are in the catalog's order. */
export class Source extends SluggedObject<GraphSource> {
  readonly kind = 'SOURCE';

  get title(): string {
    return this.record.title;
  }

  get label(): string {
    return this.title;
  }

  get document(): string {
    return this.record.document;
  }

  /** Where it can be read, as the catalog gives it: with {line}, {row} and {anchor} in place of those of an appearance. */
  get url(): string | null {
    return this.record.url;
  }

  get summary(): string | null {
    return this.record.summary;
  }

  get appearanceCount(): number {
    return listLength(this.graph.appearancesOfSource, this.index);
  }
}
