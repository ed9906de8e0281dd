import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { StoreError } from '../../src/store/store-error.ts';
import { holding } from '../support/holding.ts';

/** A schema whose answers contain the number of their execution, unlike any answer of the real schema. */
export interface CountingSchema {
  readonly schema: GraphQLSchema;
  /** How many operations have begun. */
  readonly executions: () => number;
  /** Has operations that ask for `slow` wait, until the function that is returned is called. */
  readonly hold: () => () => void;
}

export function countingSchema(): CountingSchema {
  let count = 0;
  const { held, hold } = holding();
  const nth = { type: GraphQLInt, resolve: () => ++count };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        nth,
        slow: { ...nth, resolve: () => (count++, held().then(() => count)) },
        failing: {
          ...nth,
          resolve: () => {
            count++;
            return held().then(() => {
              throw new StoreError('UNAVAILABLE', 'The store does not answer.');
            });
          },
        },
        text: {
          type: GraphQLString,
          args: { of: { type: GraphQLString }, length: { type: GraphQLInt } },
          resolve: (_, { of, length }: { of: string; length: number }) => (count++, of.repeat(length)),
        },
      },
    }),
    mutation: new GraphQLObjectType({ name: 'Mutation', fields: { change: nth } }),
  });
  return {
    schema,
    executions: () => count,
    hold,
  };
}
