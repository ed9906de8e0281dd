import {
  defaultFieldResolver,
  getNullableType,
  GraphQLError,
  isIntrospectionType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { grouped } from '../src/catalog/quoted-text.ts';

/** Of a context, what tells one request from another. */
interface RequestContext {
  readonly rolegraph: object;
}

/**
 * The most items that the lists of one answer may have, taken together. The whole graph of a catalog of 1,000 roles, every
 * pair of them an edge, has half as many; a short query of lists in lists can ask for millions, which fit in no memory.
 */
export const mostItems = 1_000_000;

/** Counts the items of the lists of every answer, and makes the field that goes beyond `most`, and all lists after it, errors. */
export function limitAnswers(schema: GraphQLSchema, most = mostItems): void {
  const counts = new WeakMap<object, number>();
  const add = (count: number, request: object): void => {
    const sum = (counts.get(request) ?? 0) + count;
    counts.set(request, sum);
    if (sum > most) throw tooLarge(most);
  };
  const counted = (list: unknown, request: object): unknown => {
    if (Array.isArray(list)) add(list.length, request);
    return list;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isListType(getNullableType(field.type))) continue;
      const resolve: GraphQLFieldResolver<unknown, RequestContext> = field.resolve ?? defaultFieldResolver;
      field.resolve = (source: unknown, args, context: RequestContext, info) => {
        const { rolegraph } = context;
        // Once the answer is too large, no list of it is worth the work.
        add(0, rolegraph);
        const list = resolve(source, args, context, info);
        return list instanceof Promise
          ? list.then((loaded: unknown) => counted(loaded, rolegraph))
          : counted(list, rolegraph);
      };
    }
  }
}

function tooLarge(most: number): GraphQLError {
  return new GraphQLError(
    `The lists of this answer have more than ${grouped(most)} items together, the most that one answer may have: ask for ` +
      'fewer (first, maxNodes, minOverlap), for less of each, or in several requests.',
    { extensions: { code: 'ANSWER_TOO_LARGE' } },
  );
}
