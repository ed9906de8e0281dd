import type { Writable } from 'node:stream';
import { StoreError, type StoreErrorCode } from '../../store/store-error.ts';
import { styled } from './terminal.ts';

/** Failures whose causes the user can fix. */
const externalFailures: ReadonlySet<StoreErrorCode> = new Set([
  'UNAVAILABLE',
  'TIMEOUT',
  'UNAUTHORIZED',
  'MISCONFIGURED',
]);

/** An expected failure of a command, as whole lines for a stream. */
export function failureText(error: Error, stream: Writable): string {
  return `${styled('bad', error.message, stream)}\n${causeLine(error)}`;
}

/** The cause of a store failure, as a line of its own: the message contains no host or user, as clients see it, too. */
function causeLine(error: Error): string {
  if (!(error instanceof StoreError && externalFailures.has(error.code))) return '';
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? `  ${cause.message.replaceAll(/\s+/g, ' ')}\n` : '';
}
