import type { Involvement } from '../involvement.ts';

/*
 * What the readers of files make: facts in the words of the file, without slugs and references. catalog-of-facts.ts makes a
 * catalog of them. What has the same matching key is the same role, duty, group or section.
 */

/** All that files say. */
export interface Facts {
  /** What the catalog is called, e.g. the name of the file without its ending. */
  readonly name: string;
  readonly sources: readonly FactSource[];
  /** What groups are; see {@link Statement.group}. */
  readonly groupKind: GroupKind;
  readonly groups: readonly FactEntry[];
  readonly roles: readonly FactRole[];
  readonly duties: readonly FactDuty[];
  /** In the order of the files. */
  readonly statements: readonly Statement[];
}

/** Areas that are reviewed, or kinds of organization in which people work. */
export type GroupKind = 'PILLAR' | 'ORGANIZATION_TYPE';

/** A document that the facts come from. */
export interface FactSource {
  readonly title: string;
  /** Its file name or address. */
  readonly document: string;
  readonly url?: string | undefined;
  readonly summary?: string | undefined;
}

/** What files say of something besides what statements need; entries for names that only statements have are not needed. */
export interface FactEntry {
  readonly name: string;
  readonly summary?: string | undefined;
  readonly externalId?: string | undefined;
  readonly sameAs?: readonly string[] | undefined;
}

/** A role, by its title. */
export interface FactRole extends FactEntry {
  readonly alternateTitles?: readonly string[] | undefined;
}

/** A duty, by what is done. */
export interface FactDuty extends FactEntry {
  /** The names of the topics that it is about. */
  readonly topics?: readonly string[] | undefined;
}

/** What one place of a file says of one role. */
export interface Statement {
  /** The title as the file writes it, without marks of footnotes. */
  readonly role: string;
  /** The area or organization; undefined where the file has none: then it belongs to what the file is called. */
  readonly group?: string | undefined;
  /** The heading inside the group; undefined where there is none. */
  readonly section?: string | undefined;
  /** May be empty: the file only names the role. */
  readonly duties: readonly StatedDuty[];
  readonly place: FactPlace;
  readonly summary?: string | undefined;
  /** What the place adds, e.g. a footnote. */
  readonly note?: string | undefined;
}

export interface StatedDuty {
  readonly name: string;
  /** At least one. */
  readonly involvement: readonly Involvement[];
}

/** Where it stands. */
export interface FactPlace {
  /** The index of the source. */
  readonly source: number;
  readonly line?: number | undefined;
  readonly row?: number | undefined;
  readonly anchor?: string | undefined;
  /** The words that stand there. */
  readonly quote?: string | undefined;
}
