import { createHash } from 'node:crypto';

/** Where an appearance stands, as its catalog gives it. Lines and rows count from 1. */
export interface Place {
  /** The slug of the source. */
  readonly source: string;
  readonly line?: number | null | undefined;
  readonly row?: number | null | undefined;
  readonly anchor?: string | null | undefined;
}

/** What tells an appearance from others of its role and category. */
export interface PlacedEntry {
  readonly role: string;
  readonly category: string;
  readonly titles: readonly string[];
  readonly source?: Place | undefined;
}

/**
 * A place in words: "001:12" for line 12 of the source 001, "source 001, row 12", "source 001, #on-call", "source 001", or
 * "no source given".
 */
export function placeInWords(place: Place | null | undefined): string {
  if (place === null || place === undefined) return 'no source given';
  const { source, line, row, anchor } = place;
  if (isGiven(line)) return `${source}:${line}`;
  const parts = [`source ${source}`];
  if (isGiven(row)) parts.push(`row ${row}`);
  if (isGiven(anchor)) parts.push(`#${anchor}`);
  return parts.join(', ');
}

/**
 * Identifies an appearance without a line among those of its role and category: 32 bits, never 0, stable across imports.
 * Made of the row and the anchor, if the place has one of them, so that a title can be corrected; else of the titles, in any
 * order. 0 for an appearance with a line, which identifies it.
 */
export function placeHash({ role, category, titles, source }: PlacedEntry): number {
  if (isGiven(source?.line)) return 0;
  const { row, anchor } = source ?? {};
  const identity = isGiven(row) || isGiven(anchor) ? { row, anchor } : titles.toSorted();
  const digest = createHash('sha256')
    .update(JSON.stringify([role, category, identity]))
    .digest();
  return digest.readInt32BE() || 1;
}

/**
 * The last part of an appearance's id: "<source>-<line>"; without a line "<source>-<hash>", without a source "<hash>". A hash
 * begins with "h", so that it is no line.
 */
export function placeKey(source: string | undefined, line: number, hash: number): string {
  const last = hash === 0 ? String(line) : `h${(hash >>> 0).toString(16).padStart(8, '0')}`;
  return source === undefined ? last : `${source}-${last}`;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
