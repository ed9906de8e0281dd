import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A place of the schema that names a type. */
export interface Use {
  /** The type that has the field. */
  readonly type: string;
  /** Undefined for a type that implements the interface or has the type as a member. */
  readonly field?: string;
  /** If the type is that of an argument of the field. */
  readonly argument?: string;
}

/** Where each type is used, by its name, in the order of the schema. */
export function usesOfTypes(schema: GraphQLSchema): ReadonlyMap<string, readonly Use[]> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const all = types.flatMap((type) => usesIn(type).map((each) => [each.used, each.use] as const));
  const byName = Map.groupBy(all, ([used]) => used);
  return new Map([...byName].map(([name, pairs]) => [name, pairs.map(([, use]) => use)]));
}

function usesIn(type: GraphQLNamedType): readonly { readonly used: string; readonly use: Use }[] {
  if (isUnionType(type)) return type.getTypes().map(({ name }) => ({ used: name, use: { type: type.name } }));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      used: getNamedType(field.type).name,
      use: { type: type.name, field: field.name },
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const implemented = type.getInterfaces().map(({ name }) => ({ used: name, use: { type: type.name } }));
  const inFields = Object.values(type.getFields()).flatMap((field) => [
    { used: getNamedType(field.type).name, use: { type: type.name, field: field.name } },
    ...field.args.map((argument) => ({
      used: getNamedType(argument.type).name,
      use: { type: type.name, field: field.name, argument: argument.name },
    })),
  ]);
  return [...implemented, ...inFields];
}
