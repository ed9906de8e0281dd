import { GraphQLError } from 'graphql';

/** An error for a request from which no operation can be read; it sets the HTTP status for every media type. */
export function requestError(status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
