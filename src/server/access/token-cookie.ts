import type { Caller } from '../../access/caller.ts';

const name = 'rolegraph_token';

/** The longest token that fits into a cookie, which browsers limit to 4,096 bytes with its name and attributes. */
export const longestCookieToken = 3_800;

/** The token that a browser has from its sign-in, given the request's Cookie header. */
export function tokenCookieOf(header: string | undefined): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const trimmed = pair.trim();
    if (trimmed.startsWith(`${name}=`) && trimmed.length > name.length + 1) return trimmed.slice(name.length + 1);
  }
  return undefined;
}

/** Whether a text can be the value of a cookie as it is (RFC 6265, 4.1.1): tokens of ours and JWTs can. */
export function fitsCookie(token: string): boolean {
  return token.length <= longestCookieToken && /^[\w.~+/-]+=*$/.test(token);
}

/**
 * The Set-Cookie of a sign-in. No script can read it, and pages of other sites send it only with links that somebody follows.
 *
 * @param isSecure whether browsers reach the server by https.
 */
export function tokenCookie(token: string, { expiresAt }: Caller, isSecure: boolean): string {
  const seconds = expiresAt === null ? undefined : Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / 1_000));
  return attributes(token, isSecure) + (seconds === undefined ? '' : `; Max-Age=${seconds}`);
}

/** The Set-Cookie of a sign-out. */
export function noTokenCookie(isSecure: boolean): string {
  return `${attributes('', isSecure)}; Max-Age=0`;
}

function attributes(value: string, isSecure: boolean): string {
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}
