import type { GraphNamed } from '../structure/graph-data.ts';
import { SluggedObject } from './slugged-object.ts';

/** An object with a name. Roles and sources have a title instead. */
export abstract class NamedObject<R extends GraphNamed> extends SluggedObject<R> {
  get name(): string {
    return this.record.name;
  }

  /** What another system calls it; null if the catalog does not say. */
  get externalId(): string | null {
    return this.record.externalId;
  }

  /** URLs that stand for the same. */
  get sameAs(): readonly string[] {
    return this.record.sameAs;
  }

  /** The name; a category adds its owners if others have the same name. */
  get label(): string {
    return this.name;
  }
}
