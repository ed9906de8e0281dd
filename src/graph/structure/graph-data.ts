import type { Lists } from '../../collections/lists.ts';

/**
 * The format of a stored graph. It is raised when stores of older versions can no longer be served as they are, or older
 * versions must not serve what this one stores. Format 2 has hidden titles and names, and another order (see inCurrentFormat).
 */
export const graphFormat = 2;

/** The oldest format that can be read. Everything from it on is converted when it is opened. */
export const oldestReadableFormat = 1;

export function isReadableFormat(format: number): boolean {
  return format >= oldestReadableFormat && format <= graphFormat;
}

/**
 * A catalog as a graph, with everything that is derived from it and stored. It is never changed. Nodes are referred to by
 * their index in the lists of {@link GraphStructure}.
 */
export interface GraphData {
  readonly structure: GraphStructure;
  readonly texts: GraphTexts;
}

/**
 * What is connected with what, and what it is called: the part that every server holds in memory, and from which it
 * computes sets, orders and overlaps.
 */
export interface GraphStructure {
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the catalog's content in its canonical form, as 64 hexadecimal digits. */
  readonly revision: string;
  /** The catalogs that were merged into this one, by name and version; none for a catalog of its own. */
  readonly parts: readonly GraphPart[];
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
  /** The ids that are no longer used, by id. */
  readonly retired: readonly GraphRetired[];
  /**
   * Where a drawing has each node; null where no import has computed it: for a large catalog, for the one that ships until it
   * is imported, and in what was stored before there were layouts. It depends on nothing but the rest, so it can be computed
   * whenever it is needed (StoredCatalog.layout).
   */
  readonly layout: GraphLayout | null;
}

/**
 * Where a drawing of the whole graph has each node, one item for each: roles first, then the other kinds in the order of
 * laidOutKinds. Sources and appearances have none; they are drawn at what they are about.
 */
export interface GraphLayout {
  /** Whole numbers around 0, from some hundreds to some ten thousands. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** From 0, which is the largest community. */
  readonly community: Int32Array;
}

/** An id that is no longer used. */
export interface GraphRetired {
  readonly id: string;
  /** The ids of what replaces it, of the same kind; they may be retired, too, but never lead back. */
  readonly replacedBy: readonly string[];
}

export interface GraphPart {
  readonly name: string;
  readonly version: string;
  /** Indexes of its sources, ascending. */
  readonly sources: readonly number[];
}

export interface GraphSource {
  readonly slug: string;
  readonly title: string;
  readonly document: string;
  /** Where it can be read, with {line}, {row} and {anchor} in place of those of an appearance. */
  readonly url: string | null;
  readonly summary: string | null;
}

/** What identifies a node outside of the catalog. */
export interface GraphIdentity {
  readonly externalId: string | null;
  /** URLs. */
  readonly sameAs: readonly string[];
}

/** A part of every node with a name. */
export interface GraphNamed extends GraphIdentity {
  readonly slug: string;
  readonly name: string;
}

export interface GraphTopic extends GraphNamed {
  readonly hiddenNames: readonly string[];
}

/** A pillar or an organization type: what categories are part of. */
export interface GraphOwner extends GraphNamed {
  readonly summary: string | null;
}

/** Its slug is unique within its owner only. */
export interface GraphCategory extends GraphNamed {
  /** Index of the pillar; null for a category of organization types. */
  readonly pillar: number | null;
  /** Indexes of the organization types; the first is the owner. */
  readonly organizationTypes: readonly number[];
  readonly relation: 'INSIDE' | 'SUPPORTS' | null;
}

export interface GraphResponsibility extends GraphNamed {
  readonly hiddenNames: readonly string[];
  /** Indexes of the topics, as the catalog lists them. */
  readonly topics: readonly number[];
}

export interface GraphRole extends GraphIdentity {
  readonly slug: string;
  readonly title: string;
  /** What tells it apart from other roles with its title. */
  readonly qualifier: string | null;
  readonly alternateTitles: readonly string[];
  readonly hiddenTitles: readonly string[];
}

/**
 * Every appearance, in the order of role, place (comparePlaces), category and hash: one column per field, one row per
 * appearance.
 */
export interface GraphAppearances {
  readonly role: Int32Array;
  readonly category: Int32Array;
  /** -1 for none. */
  readonly source: Int32Array;
  /** 0 for none. */
  readonly line: Int32Array;
  /** 0 for none. */
  readonly row: Int32Array;
  /** See placeHash; 0 for an appearance with a line. */
  readonly hash: Int32Array;
  /** Only of the appearances that have one, by their index, ascending. */
  readonly anchors: ReadonlyMap<number, string>;
  /** Indexes of the responsibilities that the role does: is responsible or accountable for; in the catalog's order. */
  readonly responsibilities: Lists;
  /** What the appearances say beyond that: a catalog in which all roles are just responsible has nothing there. */
  readonly involvements: GraphInvolvements;
}

/**
 * How roles are involved in responsibilities, except where an appearance only says that its role is responsible: one row for
 * each appearance and responsibility, one column per field. By appearance; first the responsibilities that the role does,
 * then those that it is only consulted on or informed about, both in the catalog's order.
 */
export interface GraphInvolvements {
  readonly appearance: Int32Array;
  readonly responsibility: Int32Array;
  /** A set of kinds of involvement, see kinds-of-involvement.ts; never only RESPONSIBLE. */
  readonly kinds: Int32Array;
}

/**
 * The pairs of roles that are listed as overlapping, by first, then second role: one column per field. See
 * overlap-arithmetic.ts for the numbers.
 */
export interface ListedOverlaps {
  readonly first: Int32Array;
  /** Always above the first. */
  readonly second: Int32Array;
  readonly score: Float64Array;
  readonly sharedWeight: Float64Array;
  readonly totalWeight: Float64Array;
}

/** What is read only to be shown, by key and in batches: one item per role, responsibility or appearance of the structure. */
export interface GraphTexts {
  readonly responsibilitySummaries: readonly (string | null)[];
  readonly roleSummaries: readonly (string | null)[];
  readonly appearances: readonly AppearanceText[];
}

export interface AppearanceText {
  readonly titles: readonly string[];
  readonly summary: string | null;
  readonly note: string | null;
  /** The words of the source at that place. */
  readonly quote: string | null;
}

/** Which texts to read: indexes of responsibilities, roles and appearances in the catalog's graph. */
export interface TextKeys {
  readonly responsibilitySummaries: readonly number[];
  readonly roleSummaries: readonly number[];
  readonly appearances: readonly number[];
}
