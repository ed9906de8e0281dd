import type { CryptoKey, FlattenedJWSInput, JWSHeaderParameters } from 'jose';

/** Finds the key that a signature was made with. */
export type FindKey = (header: JWSHeaderParameters, token: FlattenedJWSInput) => Promise<CryptoKey>;

/** The public keys of the provider. */
export interface PublicKeys {
  /**
   * @throws KeysUnavailable if the keys cannot be fetched.
   * @throws JOSEError if no key fits.
   */
  readonly find: FindKey;
  close(): void;
}

/** The keys cannot be fetched; the message says why, for a log. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}
