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
import { fieldCosts } from '../costs/field-costs.ts';
import { cooperativeList, depthOf } from './cooperative-list.ts';
import type { Task } from '../../src/scheduling/task.ts';

/** The part of the context that this module uses. */
interface WorkContext {
  readonly rolegraph: { readonly work: Task };
}

type Resolver = GraphQLFieldResolver<unknown, WorkContext>;

/**
 * Makes the resolvers of a schema run within the request's task. The items of lists are counted and completed in slices.
 * A field that may take long to resolve (its cost is an estimate, not a constant) waits if the current slice is over.
 */
export function makeResolversCooperative(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const isExpensive = typeof fieldCosts[`${type.name}.${field.name}`] === 'function';
      if (!isExpensive && !isList(field)) continue;
      const resolve = isList(field) ? listResolver(field) : resolverOf(field);
      field.resolve = isExpensive ? cooperative(resolve) : resolve;
    }
  }
}

function isList({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(type));
}

function resolverOf(field: GraphQLField<unknown, unknown>): Resolver {
  return field.resolve ?? defaultFieldResolver;
}

function cooperative(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const { work } = context.rolegraph;
    work.throwIfFailed();
    if (!work.isSliceOver()) return resolve(source, args, context, info);
    return work.yieldSlice(undefined, depthOf(info.path)).then(() => {
      work.throwIfFailed();
      return resolve(source, args, context, info);
    });
  };
}

function listResolver(field: GraphQLField<unknown, unknown>): Resolver {
  const resolve = resolverOf(field);
  const hasObjects = isCompositeType(getNamedType(field.type));
  return (source, args, context, info) => {
    const { work } = context.rolegraph;
    // If the answer is already too large or too late, do no more work.
    work.throwIfFailed();
    const given = (list: unknown): unknown => {
      if (!Array.isArray(list)) return list;
      work.countItems(list.length);
      return hasObjects ? cooperativeList<unknown>(list, work, info) : list;
    };
    const list = resolve(source, args, context, info);
    return list instanceof Promise ? list.then(given) : given(list);
  };
}
