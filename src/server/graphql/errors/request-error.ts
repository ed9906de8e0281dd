import { GraphQLError } from 'graphql';

/** A request that no operation can be read from; the answer has the given HTTP status in every media type. */
export function requestError(status: number, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST', http: { status } } });
}
