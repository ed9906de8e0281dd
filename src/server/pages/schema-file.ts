import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import type { Route } from '../http/exchange.ts';
import { CompressedFile } from './compressed-file.ts';

/** The schema with all its descriptions, as text: the documentation that every server brings along. */
export function schemaRoute(schema: GraphQLSchema): Route {
  let file: CompressedFile | undefined;
  return {
    methods: ['GET', 'HEAD'],
    answer: async (exchange) => {
      file ??= new CompressedFile('text/plain; charset=utf-8', printSchema(lexicographicSortSchema(schema)));
      await file.send(exchange);
    },
  };
}
