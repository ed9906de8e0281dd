import { createHash, randomBytes } from 'node:crypto';

/** What every token begins with, by which secret scanners recognize one that was published. */
export const tokenPrefix = 'rolegraph_';

/** A token of 256 random bits, as "rolegraph_" and 64 hexadecimal digits. */
export function newToken(): string {
  return `${tokenPrefix}${randomBytes(32).toString('hex')}`;
}

/**
 * Whether a text has the form of a token. Nothing else is ever compared with a hash, so that a password that somebody chose and
 * whose hash they wrote into the file cannot be used: such a hash could be guessed back.
 */
export function isToken(text: string): boolean {
  return /^rolegraph_[0-9a-f]{64}$/.test(text);
}

/** The SHA-256 of a token, as the file of tokens has it in hexadecimal digits. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
