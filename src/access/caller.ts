import type { Anonymous } from '../config/auth-settings.ts';

/**
 * What somebody may do, each including those before it: READ everything that is served, IMPORT catalogs, ADMIN for what only
 * those who run the server see.
 */
export const rights = ['read', 'import', 'admin'] as const;
export type Right = (typeof rights)[number];

/** Who sends a request. */
export interface Caller {
  /** The name of a token, the subject of a JWT, or null: anybody. */
  readonly name: string | null;
  /** Every right, including those that a higher one includes. */
  readonly rights: ReadonlySet<Right>;
  /** Until when the proof is valid; null if it does not expire. */
  readonly expiresAt: Date | null;
}

/** The rights that one includes. */
export function rightsUpTo(right: Right): ReadonlySet<Right> {
  return new Set(rights.slice(0, rights.indexOf(right) + 1));
}

/** The caller of a server without authentication: everybody reads, and nobody imports. */
export const anybody: Caller = { name: null, rights: rightsUpTo('read'), expiresAt: null };

/**
 * Who sends a request without a token, on a server with authentication.
 *
 * @returns undefined if every request needs a token.
 */
export function callerWithoutToken(anonymous: Anonymous): Caller | undefined {
  return anonymous === 'read' ? anybody : undefined;
}
