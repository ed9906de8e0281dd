import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  introspectionTypes,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  locatedError,
  responsePathAsArray,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { UnknownNameError } from '../../src/graph/argument-error.ts';
import type { Task } from '../../src/scheduling/task.ts';
import { cooperativeList, depthOf } from './cooperative-list.ts';
import type { RequestWork } from '../context.ts';

/** The part of the context that this module uses. Requests to other schemas, which share introspection with ours, have none. */
interface WorkContext {
  readonly rolegraph?: RequestWork;
}

type Resolver = GraphQLFieldResolver<unknown, WorkContext | undefined>;

/** Makes the resolvers of a schema run within the request's task, which counts every field, list item and error. */
export function countResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isIntrospectionType(type)) countFieldsOf(type);
  }
}

// graphql-js has one object for each of these types in a process, which all schemas share.
for (const type of introspectionTypes) countFieldsOf(type);

function countFieldsOf(type: GraphQLNamedType): void {
  if (!isObjectType(type)) return;
  const fields: readonly GraphQLField<unknown, WorkContext | undefined>[] = Object.values(type.getFields());
  for (const field of fields) field.resolve = counted(field);
}

function counted(field: GraphQLField<unknown, WorkContext | undefined>): Resolver {
  const resolve: Resolver = field.resolve ?? defaultFieldResolver;
  const isList = isListType(getNullableType(field.type));
  const itemType = getNamedType(field.type);
  const hasObjects = isCompositeType(itemType);
  const hasReadyLeaves = itemType.extensions['hasReadyLeaves'] === true;

  /** Counts what a resolver returns; its objects are completed in slices. */
  const completed = (value: unknown, work: Task, info: GraphQLResolveInfo): unknown => {
    if (!isList || !Array.isArray(value)) return value;
    work.count(value.length, info.path);
    return hasObjects ? cooperativeList<unknown>(value, work, info, hasReadyLeaves) : value;
  };

  return (source, args, context, info) => {
    const rolegraph = context?.rolegraph;
    if (rolegraph === undefined) return resolve(source, args, context, info);
    const { work } = rolegraph;
    try {
      work.count(1, info.path);
      // Objects may take long to find, and their fields to answer. A field without selections is a short step.
      const value =
        hasObjects && work.isSliceOver()
          ? work.yieldSlice(undefined, depthOf(info.path)).then(() => resolve(source, args, context, info))
          : resolve(source, args, context, info);
      if (!(value instanceof Promise)) return completed(value, work, info);
      return value
        .then((each) => completed(each, work, info))
        .catch((error: unknown) => failed(error, rolegraph, info));
    } catch (error) {
      return failed(error, rolegraph, info);
    }
  };
}

/**
 * Counts an error when it is thrown, and throws it. An error about an unknown name gets suggestions before it is reported;
 * thousands of them end the task before these are found.
 */
function failed(error: unknown, { work, suggestions }: RequestWork, info: GraphQLResolveInfo): Promise<never> {
  // One failure of the store can reject thousands of waiting fields at once.
  if (work.stopError !== undefined) throw work.stopError;
  work.addError(locatedError(error, info.fieldNodes, responsePathAsArray(info.path)));
  if (suggestions === undefined || !(error instanceof UnknownNameError)) throw error;
  return suggestions.of(error).then((suggesting) => {
    throw suggesting;
  });
}
