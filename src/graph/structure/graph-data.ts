import type { Lists } from '../../collections/lists.ts';

/** The form of a stored graph; raised when a store written by an older version can no longer be read as it is. */
export const graphFormat = 1;

/**
 * A catalog as a graph, everything derived that is derived. Never changed once made. Nodes are named by their place in
 * the lists of {@link GraphStructure}.
 */
export interface GraphData {
  readonly structure: GraphStructure;
  readonly texts: GraphTexts;
}

/**
 * What is connected with what, and what it is called: the part that every server holds in memory and answers sets,
 * orders and overlaps from.
 */
export interface GraphStructure {
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the catalog's content in its canonical form, as 64 hexadecimal digits. */
  readonly revision: string;
  readonly sources: readonly GraphSource[];
  readonly pillars: readonly GraphOwner[];
  readonly organizationTypes: readonly GraphOwner[];
  readonly categories: readonly GraphCategory[];
  readonly topics: readonly GraphTopic[];
  /** By sort key of the name, then id. */
  readonly responsibilities: readonly GraphResponsibility[];
  /** By sort key of the title, then id. */
  readonly roles: readonly GraphRole[];
  readonly appearances: GraphAppearances;
  readonly overlaps: ListedOverlaps;
}

export interface GraphSource {
  readonly slug: string;
  readonly title: string;
  readonly document: string;
  readonly summary: string | null;
}

/** A pillar or an organization type: what categories are part of. */
export interface GraphOwner {
  readonly slug: string;
  readonly name: string;
  readonly summary: string | null;
}

export interface GraphCategory {
  /** Unique within its owner only; the owner's slug makes it whole. */
  readonly slug: string;
  readonly name: string;
  /** Place among the pillars; null for a category of organization types. */
  readonly pillar: number | null;
  /** Places among the organization types; the first is the owner. */
  readonly organizationTypes: readonly number[];
  readonly relation: 'INSIDE' | 'SUPPORTS' | null;
}

export interface GraphTopic {
  readonly slug: string;
  readonly name: string;
}

export interface GraphResponsibility {
  readonly slug: string;
  readonly name: string;
  /** Places among the topics, as the catalog lists them. */
  readonly topics: readonly number[];
}

export interface GraphRole {
  readonly slug: string;
  readonly title: string;
  readonly alternateTitles: readonly string[];
}

/** Every appearance, in the order of role, source, line, category: one column a field, one place an appearance. */
export interface GraphAppearances {
  readonly role: Int32Array;
  readonly category: Int32Array;
  readonly source: Int32Array;
  readonly line: Int32Array;
  /** Places among the responsibilities, in the catalog's order. */
  readonly responsibilities: Lists;
}

/**
 * The pairs of roles that are listed as overlapping, by first, then second role: one column a field. What the numbers
 * mean stands in overlap-arithmetic.ts.
 */
export interface ListedOverlaps {
  readonly first: Int32Array;
  /** Always a later place than the first. */
  readonly second: Int32Array;
  readonly score: Float64Array;
  readonly sharedWeight: Float64Array;
  readonly totalWeight: Float64Array;
}

/** What is only read to be shown, by key and in batches: one place a role, or an appearance, of the structure. */
export interface GraphTexts {
  readonly roleSummaries: readonly (string | null)[];
  readonly appearances: readonly AppearanceText[];
}

export interface AppearanceText {
  readonly titles: readonly string[];
  readonly summary: string | null;
  readonly note: string | null;
}
