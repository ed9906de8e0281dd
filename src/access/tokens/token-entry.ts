import { z } from 'zod';
import { instantOf } from '../../text/instants.ts';
import { rights, type Right } from '../caller.ts';

/** A token in the file: everything but the token itself. */
export interface TokenEntry {
  /** Unique in the file, without regard to case; only ASCII characters. */
  readonly name: string;
  /** The highest right; it includes the lower ones. */
  readonly right: Right;
  /** The SHA-256 of the token, 32 bytes. */
  readonly hash: Buffer;
  /** When the token was made, as the file says it. */
  readonly created: string | undefined;
  /** From when on the token is refused; undefined: it does not expire. */
  readonly expires: Date | undefined;
}

export const nameAllowed = 'letters, digits and ._@- (at most 64 characters, the first a letter or a digit)';
const rightAllowed = rights.join(', ');
const instantAllowed =
  'a day, e.g. 2027-06-01, which begins at midnight UTC, or an instant with its time zone, e.g. 2027-06-01T12:00:00Z';

/** Whether a text can name a token. */
export function isTokenName(text: string): boolean {
  return /^[a-z\d][\w.@-]{0,63}$/i.test(text);
}

const instant = z.string().refine((text) => instantOf(text) !== undefined);

/** An entry as it is written. Messages are made from the keys, by src/access/tokens/token-file.ts. */
export const writtenEntry = z.strictObject({
  name: z.string().refine(isTokenName),
  right: z.enum(rights),
  sha256: z.string().regex(/^[0-9a-f]{64}$/i),
  created: instant.optional(),
  expires: instant.optional(),
});
export type WrittenEntry = z.infer<typeof writtenEntry>;

/** What each key of an entry may hold. */
export const allowedValues: Readonly<Record<keyof WrittenEntry, string>> = {
  name: nameAllowed,
  right: rightAllowed,
  sha256: '64 hexadecimal digits, the SHA-256 of the token, as "rolegraph token" prints it',
  created: instantAllowed,
  expires: instantAllowed,
};

export function tokenEntry({ name, right, sha256, created, expires }: WrittenEntry): TokenEntry {
  return {
    name,
    right,
    hash: Buffer.from(sha256, 'hex'),
    created,
    expires: expires === undefined ? undefined : instantOf(expires),
  };
}
