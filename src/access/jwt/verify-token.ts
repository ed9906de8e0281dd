import { errors, jwtVerify, type JWTVerifyOptions, type JWTVerifyResult } from 'jose';
import type { JwtSettings } from '../../config/auth-settings.ts';
import { invalid, type Rejection } from '../authenticator.ts';
import type { Caller } from '../caller.ts';
import { claimAt, nameIn, rightsIn } from './claims.ts';
import type { FindKey } from './public-keys.ts';
import { rejectionOf } from './rejection-of.ts';

/** A caller, and when its token expires, in milliseconds since 1970. */
export interface Verified {
  readonly caller: Caller;
  readonly exp: number;
}

/** The latest time that a Date can be, in seconds since 1970. */
const latestTime = 8_640_000_000_000;

/**
 * The kinds of tokens that prove who somebody is, in lower case: access tokens (RFC 9068), and what providers simply call a JWT, as
 * ID tokens, which proxies send. Others are for something else, e.g. "logout+jwt".
 */
const types = ['jwt', 'at+jwt'];

/** Checks the signature and the claims of a token of any content. Never throws. */
export async function verifyToken(token: string, settings: JwtSettings, find: FindKey): Promise<Verified | Rejection> {
  const { issuer, audience, algorithms, leewaySeconds, nameClaim, rightsClaim } = settings;
  try {
    const { payload, protectedHeader } = await verified(token, find, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: leewaySeconds,
      requiredClaims: ['exp'],
    });
    const { exp = Infinity } = payload;
    const type = protectedHeader.typ?.toLowerCase().replace(/^application\//, '');
    if (type !== undefined && !types.includes(type)) {
      return invalid('The token is of another kind (typ) than JWT or at+jwt.');
    }
    const name = nameIn(claimAt(payload, nameClaim));
    if (name === undefined) return invalid('The token does not name the caller (AUTH_JWT_NAME_CLAIM).');
    if (exp + leewaySeconds > latestTime) return invalid('The token expires (exp) at no time that can be used.');
    const caller: Caller = {
      name,
      rights: rightsIn(claimAt(payload, rightsClaim)),
      expiresAt: new Date((exp + leewaySeconds) * 1_000),
    };
    return { caller, exp: exp * 1_000 };
  } catch (error) {
    return rejectionOf(error);
  }
}

async function verified(token: string, find: FindKey, options: JWTVerifyOptions): Promise<JWTVerifyResult> {
  try {
    return await jwtVerify(token, find, options);
  } catch (error) {
    if (!(error instanceof errors.JWKSMultipleMatchingKeys)) throw error;
    // The token does not say which of several keys it was signed with.
    for await (const key of error) {
      try {
        return await jwtVerify(token, key, options);
      } catch (reason) {
        if (!(reason instanceof errors.JWSSignatureVerificationFailed)) throw reason;
      }
    }
    throw new errors.JWSSignatureVerificationFailed();
  }
}
