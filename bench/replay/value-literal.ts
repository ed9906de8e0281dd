import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type ConstValueNode,
  type GraphQLInputType,
} from 'graphql';
import { isList, isObject } from './json.ts';

/** A value of JSON as it is written into a query, also one that is wrong for its type. */
export function valueLiteral(value: unknown, type: GraphQLInputType | undefined): ConstValueNode {
  const nullable = type && getNullableType(type);
  if (value === null || value === undefined) return { kind: Kind.NULL };
  if (typeof value === 'boolean') return { kind: Kind.BOOLEAN, value };
  if (typeof value === 'number') {
    return Number.isInteger(value)
      ? { kind: Kind.INT, value: String(value) }
      : { kind: Kind.FLOAT, value: String(value) };
  }
  if (typeof value === 'string') {
    return isEnumType(nullable) ? { kind: Kind.ENUM, value } : { kind: Kind.STRING, value };
  }
  if (isList(value)) {
    const itemType = isListType(nullable) ? nullable.ofType : type;
    return { kind: Kind.LIST, values: value.map((item) => valueLiteral(item, itemType)) };
  }
  if (!isObject(value)) throw new TypeError(`no value of JSON: ${typeof value}`);
  const fields = isInputObjectType(nullable) ? nullable.getFields() : {};
  return {
    kind: Kind.OBJECT,
    fields: Object.entries(value).map(([name, inner]) => ({
      kind: Kind.OBJECT_FIELD,
      name: { kind: Kind.NAME, value: name },
      value: valueLiteral(inner, fields[name]?.type),
    })),
  };
}
