import { rights, rightsUpTo, type Right } from '../caller.ts';

/** Claims of a token, by name. */
export type Claims = Readonly<Record<string, unknown>>;

/**
 * The value of a claim.
 *
 * @param path the name of the claim, which may have dots itself, as in "https://example.org/roles"; or names with dots between
 *   them, e.g. "realm_access.roles".
 * @returns undefined if it is not there.
 */
export function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let value: unknown = claims;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return value;
}

/**
 * The rights that a claim lists, with those that they include. Everything else in it is for other services and has no meaning here.
 *
 * @param listed texts in a list, or one text with spaces between them; each "read", "import" or "admin", or the same after
 *   "rolegraph:".
 */
export function rightsIn(listed: unknown): ReadonlySet<Right> {
  const values: readonly unknown[] =
    typeof listed === 'string' ? listed.split(' ') : Array.isArray(listed) ? listed : [];
  const given = rights.filter((right) => values.includes(right) || values.includes(`rolegraph:${right}`));
  return new Set(given.flatMap((right) => [...rightsUpTo(right)]));
}

/**
 * The name of the caller.
 *
 * @returns undefined if the claim is missing or is no text of 1 to 256 characters, all of them visible: names appear in logs.
 */
export function nameIn(value: unknown): string | undefined {
  const isName =
    typeof value === 'string' && value.trim() !== '' && value.length <= 256 && !/[\p{C}\p{Zl}\p{Zp}]/u.test(value);
  return isName ? value : undefined;
}
