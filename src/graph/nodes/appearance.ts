import { placeInWords } from '../../catalog/place.ts';
import { placeUrl } from '../../catalog/source-url.ts';
import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { appearanceKeyAt } from '../structure/keys.ts';
import { involvementOfKinds, involvementsAt, kindsAt } from '../structure/kinds-of-involvement.ts';
import { CatalogObject } from './catalog-object.ts';
import type { Involvement } from './involvement.ts';
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

/** A responsibility that a line names, and how the role is involved in it. */
export interface AppearanceInvolvement {
  readonly responsibility: Responsibility;
  /** At least one, in the order of a RACI table. */
  readonly involvement: readonly Involvement[];
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

  /** What the line says that the role does: is responsible or accountable for; by name. */
  get responsibilities(): readonly Responsibility[] {
    const named = listAt(this.graph.structure.appearances.responsibilities, this.index);
    return Array.from(named.toSorted(), (index) => itemAt(this.graph.responsibilities, index));
  }

  /** Every responsibility that the line names, those on which the role is only consulted or informed included, by name. */
  get involvements(): readonly AppearanceInvolvement[] {
    return involvementsAt(this.graph.structure.appearances, this.index)
      .toSorted((a, b) => a.responsibility - b.responsibility)
      .map(({ responsibility, kinds }) => ({
        responsibility: itemAt(this.graph.responsibilities, responsibility),
        involvement: involvementOfKinds(kinds),
      }));
  }

  /** How the line says that the role is involved in a responsibility, in the order of a RACI table; empty if it says nothing. */
  involvementIn({ index }: Responsibility): readonly Involvement[] {
    return involvementOfKinds(kindsAt(this.graph.structure.appearances, this.index, index));
  }

  /** Whether the line says that the role has a responsibility. */
  names({ index }: Responsibility): boolean {
    return listAt(this.graph.structure.appearances.responsibilities, this.index).includes(index);
  }
}
