import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { depthOf, listInTurns } from './list-in-turns.ts';
import type { Work } from '../../src/scheduling/work.ts';

/** Of a context, what the work is done by. */
interface WorkContext {
  readonly rolegraph: { readonly work: Work };
}

type Resolver = GraphQLFieldResolver<unknown, WorkContext>;

/**
 * Has the fields of a schema do their work by the request's: lists are counted and their items done in turns, and what
 * takes long to resolve, as fields do whose cost depends on the catalog, waits for a turn of its own.
 */
export function workInTurns(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const isDear = typeof field.extensions['complexity'] === 'function';
      if (!isDear && !isList(field)) continue;
      const resolve = isList(field) ? listResolver(field) : resolverOf(field);
      field.resolve = isDear ? waiting(resolve) : resolve;
    }
  }
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(type));
}

function resolverOf(field: GraphQLField<unknown, unknown>): Resolver {
  return field.resolve ?? defaultFieldResolver;
}

function waiting(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const { work } = context.rolegraph;
    work.mustGoOn();
    if (!work.share.isUsedUp()) return resolve(source, args, context, info);
    return work.share.later(undefined, depthOf(info.path)).then(() => {
      work.mustGoOn();
      return resolve(source, args, context, info);
    });
  };
}

function listResolver(field: GraphQLField<unknown, unknown>): Resolver {
  const resolve = resolverOf(field);
  const hasObjects = isCompositeType(getNamedType(field.type));
  return (source, args, context, info) => {
    const { work } = context.rolegraph;
    // Once the answer is too large, or too late, no list of it is worth the work.
    work.mustGoOn();
    const given = (list: unknown): unknown => {
      if (!Array.isArray(list)) return list;
      work.countItems(list.length);
      return hasObjects ? listInTurns<unknown>(list, work.share, info) : list;
    };
    const list = resolve(source, args, context, info);
    return list instanceof Promise ? list.then(given) : given(list);
  };
}
