import { buildClientSchema, getIntrospectionQuery, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { dataOf } from './asking.ts';
import { isObject } from './json.ts';

/** The schema of a server, as it tells it itself. */
export async function schemaOfServer(server: string): Promise<GraphQLSchema> {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true });
  const data: unknown = await dataOf(server, { query, variables: {} });
  if (!isIntrospection(data)) throw new Error(`${server} does not tell its schema.`);
  return buildClientSchema(data);
}

/** buildClientSchema checks the rest. */
function isIntrospection(data: unknown): data is IntrospectionQuery {
  return isObject(data) && isObject(data['__schema']);
}
