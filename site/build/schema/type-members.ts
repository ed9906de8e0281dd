import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLNamedType } from 'graphql';

/** A field or a value, which has an anchor on the page of its type. */
export interface TypeMember {
  readonly kind: 'field' | 'value';
  readonly name: string;
  readonly description: string | null | undefined;
}

/** The fields or the values of a type, in the order of the schema; none for a scalar or a union. */
export function membersOf(type: GraphQLNamedType | undefined): readonly TypeMember[] {
  if (isEnumType(type)) return type.getValues().map(({ name, description }) => ({ kind: 'value', name, description }));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  const fields = Object.values<Omit<TypeMember, 'kind'>>(type.getFields());
  return fields.map(({ name, description }) => ({ kind: 'field', name, description }));
}
