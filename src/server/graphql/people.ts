import { GraphQLError } from 'graphql';
import type { AcceptPeople } from '../../../schema/context.ts';
import { mentionsPeople } from '../../text/mentions-people.ts';
import type { RequestRecord } from '../http/request-record.ts';
import type { Outcome } from './server-context.ts';

/*
 * Some arguments take people: who they are, what they do, and who is absent. Nothing of them is stored. Which requests have
 * people is known exactly while they are executed, by `acceptPeople`. What is stored earlier, by the text of the document, uses
 * the functions on texts: these also hold for documents that are never executed, and may be true for a document without people.
 */

/** Roles that are written into a document, as those of a person are; also where the argument for people is misspelled. */
const writtenRoles = /\broles\s*:\s*\[\s*\{/;

/** Whether people may be written into a document, rather than into its variables. */
export function mayContainPeople(document: string): boolean {
  return mentionsPeople(document) || writtenRoles.test(document);
}

/** What resolvers call with the argument in which they get people. It refuses addresses, and marks the answer as personal. */
export function acceptPeople({ method }: RequestRecord, outcome: Outcome): AcceptPeople {
  return (argument) => {
    outcome.hasPeople = true;
    if (method === 'POST') return;
    const message =
      `${argument} has people, and this request has them in its address, which browsers, proxies and their logs store. ` +
      'Send the query as a POST with the Content-Type application/json, and the people in its variables.';
    const http = { status: 405, headers: { Allow: 'POST' } };
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument, http } });
  };
}

/** What may be logged of an error that may name people: its class, and where in the code it was thrown. */
export function errorWithoutMessage(error: unknown): { readonly type: string; readonly stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line));
  return { type: error.name, stack: frames.join('\n') };
}
