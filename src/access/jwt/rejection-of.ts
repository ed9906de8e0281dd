import { errors } from 'jose';
import { instantText } from '../../text/instants.ts';
import { invalid, type Rejection } from '../authenticator.ts';
import { KeysUnavailable } from './public-keys.ts';

/** Why a token was refused, in words, by the error of checking it. No claim or header is repeated except the time of expiry. */
export function rejectionOf(error: unknown): Rejection {
  if (error instanceof KeysUnavailable) {
    return { kind: 'UNAVAILABLE', reason: 'The keys of the identity provider cannot be fetched. Try again later.' };
  }
  return invalid(reasonOf(error));
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return expiredText(error.payload.exp);
  if (error instanceof errors.JWTClaimValidationFailed) return claimText(error);
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return 'The algorithm of the signature is not allowed (AUTH_JWT_ALGORITHMS).';
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'The signature of the token does not fit.';
  if (error instanceof errors.JWKSNoMatchingKey) return 'The token is signed with a key that is not known (AUTH_JWKS).';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) {
    return 'The token is not a signed JSON Web Token.';
  }
  return 'The token uses a feature of JSON Web Tokens, or a key, that is not supported.';
}

function expiredText(exp: number | undefined): string {
  const date = new Date((exp ?? NaN) * 1_000);
  return Number.isNaN(date.getTime()) ? 'The token has expired.' : `The token has expired at ${instantText(date)}.`;
}

function claimText({ claim, reason }: errors.JWTClaimValidationFailed): string {
  if (reason === 'missing') return missingTexts[claim] ?? 'The token lacks a claim.';
  return (reason === 'invalid' ? undefined : otherTexts[claim]) ?? `The ${claim} of the token cannot be used.`;
}

const missingTexts: Readonly<Record<string, string>> = {
  aud: 'The token has no audience (aud), and this server requires one.',
  iss: 'The token has no issuer (iss), and this server requires one.',
  exp: 'The token does not expire (exp), and this server requires that.',
};

const otherTexts: Readonly<Record<string, string>> = {
  aud: 'The token is for another audience (aud) than this server (AUTH_JWT_AUDIENCE).',
  iss: 'The token is of another issuer (iss) than the one of this server (AUTH_JWT_ISSUER).',
  nbf: 'The token is not valid yet (nbf), or the clocks differ.',
};
