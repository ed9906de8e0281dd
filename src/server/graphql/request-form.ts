import { isUtf8 } from 'node:buffer';
import { MIMEType } from 'node:util';
import { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { memoizeRecent } from '../../collections/memoize.ts';
import { quoted } from '../../text/quoted-text.ts';
import type { Headers } from '../http/exchange.ts';
import type { EndpointPlugin } from './server-context.ts';

const howToAsk =
  'Send a POST whose Content-Type is application/json and whose body is {"query": "…", "variables": {…}, "operationName": "…"}, or a GET with the same names in its address.';

/**
 * Accepts the two forms of request that GraphQL over HTTP defines, and explains what is wrong with any other. What else a
 * request contains is ignored, because clients send members of their own, for example `id` or `doc_id`.
 */
export const requestForm: EndpointPlugin = {
  onRequestParse({ request, requestParser, setRequestParser, serverContext: { body } }) {
    if (!Buffer.isBuffer(body)) throw requestError(body.status, body.message, body.headers, body.code);
    if (request.method === 'POST') {
      checkContentType(request.headers.get('content-type') ?? '');
      setRequestParser(() => parseBody(body));
    } else if (requestParser !== undefined) {
      checkAddress(request.url);
      setRequestParser((parsed) => jsonOr('The variables or extensions in the address', () => requestParser(parsed)));
    }
    return {
      onRequestParseDone({ requestParserResult, setRequestParserResult }) {
        if (Array.isArray(requestParserResult)) {
          throw requestError(400, 'The request is a list; batches are not supported. Send one operation per request.');
        }
        // Yoga reports what is wrong with it.
        if (!isObject(requestParserResult)) return;
        const { query, variables, operationName, extensions } = requestParserResult;
        if (query == null || query === '') {
          if (isObject(extensions?.['persistedQuery'])) throw persistedQueryNotSupported();
          throw requestError(400, `The request contains no query. ${howToAsk}`);
        }
        setRequestParserResult({
          query,
          ...(variables !== undefined && { variables }),
          ...(extensions !== undefined && { extensions }),
          // Some clients send "" for an operation without a name.
          ...(operationName !== undefined && operationName !== '' && { operationName }),
        });
      },
    };
  },
};

/** An error for a request from which no operation can be read; it sets the HTTP status for every media type. */
export function requestError(
  status: number,
  message: string,
  headers: Headers = {},
  code = 'BAD_REQUEST',
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers: { ...headers } } } });
}

/**
 * The answer to a client that sends only the hash of its query. The message and the code are those of Apollo's protocol,
 * Automatic Persisted Queries; by them, clients know that they have to send the query itself.
 */
function persistedQueryNotSupported(): GraphQLError {
  const code = 'PERSISTED_QUERY_NOT_SUPPORTED';
  return new GraphQLError('PersistedQueryNotSupported', { extensions: { code, http: { status: 400, spec: true } } });
}

function checkContentType(given: string): void {
  const problem = contentTypeProblem(given);
  if (problem !== '') throw requestError(415, problem);
}

/** Empty if the body is JSON in UTF-8. */
const contentTypeProblem = memoizeRecent((given): string => {
  const type = mediaTypeOf(given);
  if (type?.essence !== 'application/json') return `The request's Content-Type is ${quoted(given)}. ${howToAsk}`;
  const charset = type.params.get('charset') ?? 'utf-8';
  if (/^utf-?8$/i.test(charset)) return '';
  return `The charset of the request's Content-Type is ${quoted(charset)}. Send the body in UTF-8.`;
});

function mediaTypeOf(given: string): MIMEType | undefined {
  try {
    return new MIMEType(given);
  } catch {
    return undefined;
  }
}

/** Otherwise each wrong byte would become U+FFFD, and the answer would be one to another question. */
function checkAddress(address: string): void {
  const bytes = address.replace(/%([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  if (!isUtf8(Buffer.from(bytes, 'latin1'))) {
    throw requestError(
      400,
      'The address of the request is not valid UTF-8. Encode its characters in UTF-8, each byte as % and two digits.',
    );
  }
}

/** The parameters as sent; Yoga checks their types. */
function parseBody(body: Buffer): GraphQLParams {
  if (!isUtf8(body)) {
    throw requestError(400, 'The body of the request is not valid UTF-8. Send the JSON in UTF-8.');
  }
  const text = body.toString();
  // A byte order mark, which JSON must not have and some programs write (RFC 8259, 8.1).
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text;
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- checked by Yoga before anything reads it
  return jsonOr("The request's body", () => JSON.parse(json));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function jsonOr<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw requestError(400, `${what} cannot be read as JSON: ${error.message}. ${howToAsk}`);
  }
}
