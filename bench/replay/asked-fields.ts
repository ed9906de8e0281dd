import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isList, isObject } from './json.ts';

/** A field that a request asks for, by what its answer stands for. */
export interface AskedField {
  /** E.g. "Role.title"; of introspection, the field's name alone. */
  readonly coordinate: string;
  readonly node: FieldNode;
  /** Undefined for __typename and introspection. */
  readonly field: GraphQLField<unknown, unknown> | undefined;
  /** What is asked of its objects; empty for a leaf. */
  readonly inner: AskedFields;
}

/** By the keys of the answer. Recorded requests use no key for two fields of one place. */
export type AskedFields = ReadonlyMap<string, AskedField>;

export function askedFields(document: DocumentNode, schema: GraphQLSchema): AskedFields {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function collect(set: SelectionSetNode, type: GraphQLNamedType | undefined, into: Map<string, AskedField>): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        if (!into.has(key)) into.set(key, askedField(selection, type));
        continue;
      }
      const named = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (named === undefined) continue;
      const condition = named.typeCondition?.name.value;
      collect(named.selectionSet, condition === undefined ? type : schema.getType(condition), into);
    }
  }

  function askedField(node: FieldNode, type: GraphQLNamedType | undefined): AskedField {
    const name = node.name.value;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    const inner = new Map<string, AskedField>();
    if (type === undefined || field === undefined) return { coordinate: name, node, field: undefined, inner };
    const named = getNamedType(field.type);
    if (node.selectionSet !== undefined && isCompositeType(named)) collect(node.selectionSet, named, inner);
    return { coordinate: `${type.name}.${name}`, node, field, inner };
  }

  const fields = new Map<string, AskedField>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    collect(definition.selectionSet, schema.getRootType(definition.operation) ?? undefined, fields);
  }
  return fields;
}

/** Goes through an answer: each of its fields with its value, outer ones first. */
export function* answeredFields(
  fields: AskedFields,
  value: unknown,
): Generator<{ readonly field: AskedField; readonly value: unknown }> {
  if (isList(value)) {
    for (const item of value) yield* answeredFields(fields, item);
  } else if (isObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      const field = fields.get(key);
      if (field === undefined) continue;
      yield { field, value: inner };
      yield* answeredFields(field.inner, inner);
    }
  }
}
