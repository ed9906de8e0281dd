import { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';
import { bodyTooLarge } from './limits/body-limit.ts';
import type { EndpointPlugin } from './server-context.ts';

const howToAsk =
  'Send a POST whose Content-Type is application/json and whose body is {"query": "…", "variables": {…}, "operationName": "…"}, or a GET with the same names in its address.';

/** Accepts the two forms of request that GraphQL over HTTP defines, and explains what is wrong with any other. */
export const requestForm: EndpointPlugin = {
  onRequestParse({ request, requestParser, setRequestParser, serverContext: { body } }) {
    if (request.method === 'POST') {
      const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
      if (type.trim().toLowerCase() !== 'application/json') {
        throw requestError(415, `The request's Content-Type is ${JSON.stringify(type)}. ${howToAsk}`);
      }
      if (body === 'TOO_LARGE') throw requestError(413, bodyTooLarge);
      setRequestParser(() => parseBody(body.toString()));
    } else if (requestParser !== undefined) {
      setRequestParser((parsed) => jsonOr('The variables or extensions in the address', () => requestParser(parsed)));
    }
    return {
      onRequestParseDone({ requestParserResult }) {
        if (Array.isArray(requestParserResult)) {
          throw requestError(400, 'The request is a list; batches are not supported. Send one operation per request.');
        }
        if (isWithoutQuery(requestParserResult)) throw requestError(400, `The request contains no query. ${howToAsk}`);
      },
    };
  },
};

/** An error for a request from which no operation can be read; it sets the HTTP status for every media type. */
export function requestError(status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}

/** The parameters as sent; Yoga checks their names and types. */
function parseBody(text: string): GraphQLParams {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- checked by Yoga before anything reads it
  return jsonOr("The request's body", () => JSON.parse(text));
}

/** Yoga reports everything else that is wrong with parameters. */
function isWithoutQuery(parameters: unknown): boolean {
  if (typeof parameters !== 'object' || parameters === null) return false;
  return !('query' in parameters) || parameters.query == null;
}

function jsonOr<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw requestError(400, `${what} cannot be read as JSON: ${error.message}. ${howToAsk}`);
  }
}
