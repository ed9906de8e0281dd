import { placeInWords } from '../../catalog/place.ts';
import { placeUrl } from '../../catalog/source-url.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { appearanceKeyAt } from '../structure/keys.ts';
import { CatalogObject } from './catalog-object.ts';
import type { Category, OrganizationType, Pillar, Responsibility, Role, Source } from './node.ts';

/** A place in a source; its quote is a text, which is read from the store. */
export interface SourceReference {
  /** The appearance that stands there. */
  readonly appearance: Appearance;
  readonly source: Source;
  /** Lines and rows count from 1. Null where the catalog gives none. */
  readonly line: number | null;
  readonly row: number | null;
  readonly anchor: string | null;
  /** Where the place can be read. */
  readonly url: string | null;
}

/**
 * A place, usually one line of a source, that names a role under a category. Appearances are in the order of role, place and
 * category. Its titles, summary, note and quote are texts, which are read from the store.
 */
export class Appearance extends CatalogObject {
  readonly kind = 'APPEARANCE';

  protected get key(): string {
    return appearanceKeyAt(this.graph.structure, this.index);
  }

  /** E.g. "DevOps Engineer (001:10)". */
  get label(): string {
    return `${this.role.label} (${this.place})`;
  }

  /** Where it stands in words; see placeInWords. */
  get place(): string {
    const { reference } = this;
    return placeInWords(reference && { ...reference, source: reference.source.slug });
  }

  get role(): Role {
    return itemAt(this.graph.roles, itemAt(this.graph.structure.appearances.role, this.index));
  }

  get category(): Category {
    return itemAt(this.graph.categories, itemAt(this.graph.structure.appearances.category, this.index));
  }

  get pillar(): Pillar | null {
    return this.category.pillar;
  }

  get organizationTypes(): readonly OrganizationType[] {
    return this.category.organizationTypes;
  }

  /** Null where the catalog gives no source. */
  get reference(): SourceReference | null {
    const { appearances } = this.graph.structure;
    const source = this.graph.sources[itemAt(appearances.source, this.index)];
    if (source === undefined) return null;
    const position = {
      line: itemAt(appearances.line, this.index) || null,
      row: itemAt(appearances.row, this.index) || null,
      anchor: appearances.anchors.get(this.index) ?? null,
    };
    return { appearance: this, source, ...position, url: source.url === null ? null : placeUrl(source.url, position) };
  }

  /** What the line says that the role does, by name. */
  get responsibilities(): readonly Responsibility[] {
    const named = listAt(this.graph.structure.appearances.responsibilities, this.index);
    return Array.from(named.toSorted(), (index) => itemAt(this.graph.responsibilities, index));
  }

  /** Whether the line says that the role has a responsibility. */
  names({ index }: Responsibility): boolean {
    return listAt(this.graph.structure.appearances.responsibilities, this.index).includes(index);
  }
}
