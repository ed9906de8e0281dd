import {
  GraphQLError,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { StoreError } from '../../src/store/store-error.ts';

/** A gate that the field `slow` waits at until it is opened. */
export interface Gate {
  /** Settles when a request has come to the gate. */
  readonly reached: Promise<unknown>;
  readonly open: () => void;
}

let waitAtGate = (): Promise<undefined> => Promise.resolve(undefined);

/** Closes the gate of the field `slow`. */
export function closedGate(): Gate {
  const [reached, opened] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  waitAtGate = () => {
    reached.resolve(undefined);
    return opened.promise;
  };
  return {
    reached: reached.promise,
    open: () => {
      opened.resolve(undefined);
    },
  };
}

const item: GraphQLObjectType = new GraphQLObjectType({
  name: 'Item',
  fields: () => ({
    title: { type: GraphQLString, resolve: () => 'a title' },
    item: { type: item, resolve: () => ({}) },
    items: { type: new GraphQLList(item), resolve: () => [{}] },
  }),
});

function failing(error: () => unknown) {
  return {
    type: GraphQLString,
    resolve: () => {
      throw error();
    },
  };
}

/** Fails at once, or later. */
const failingItem = new GraphQLObjectType<boolean>({
  name: 'FailingItem',
  fields: {
    title: {
      type: new GraphQLNonNull(GraphQLString),
      resolve: (isAtOnce) => {
        const error = new ArgumentError('first', 'first is 0.');
        if (isAtOnce) throw error;
        return Promise.reject(error);
      },
    },
  },
});

/** One failure that several fields wait for, like that of a call that loads for all of them. */
const shared = new StoreError('TIMEOUT', 'The store took too long.');

/** A schema in which every kind of failure is a field, and objects nest without end. */
export const smallSchema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      title: { type: GraphQLString, resolve: () => 'a title' },
      item: { type: item, resolve: () => ({}) },
      page: {
        type: GraphQLInt,
        args: { first: { type: new GraphQLNonNull(GraphQLInt) }, ids: { type: new GraphQLList(GraphQLID) } },
        resolve: () => 1,
      },
      slow: { type: GraphQLString, resolve: () => waitAtGate().then(() => 'done') },
      argumentError: failing(() => new ArgumentError('by.title', 'by.title is ambiguous.', ['role:a', 'role:b'])),
      conflict: failing(() => new StoreError('CONFLICT', 'Another import was faster.')),
      unavailable: failing(() => new StoreError('UNAVAILABLE', 'The store does not answer.')),
      damaged: failing(() => new StoreError('DAMAGED', 'The file is damaged.')),
      failingItems: {
        type: new GraphQLList(new GraphQLNonNull(failingItem)),
        resolve: () => [false, false, true],
      },
      late: failing(() => shared),
      bug: failing(() => new TypeError('secret of the code')),
      text: failing(() => 'secret text'),
      bareGraphQLError: failing(() => new GraphQLError('secret GraphQL')),
      broken: { type: new GraphQLNonNull(GraphQLString), resolve: () => null },
      notANumber: { type: GraphQLInt, resolve: () => 'secret value' },
    },
  }),
});
