import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  parse,
  valueFromASTUntyped,
  type ArgumentNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import type { ConcreteRequest, NormalizationLinkedField, NormalizationScalarField } from 'relay-runtime';
import { schema } from '../../../schema/schema.ts';

type Field = NormalizationScalarField | (NormalizationLinkedField & { readonly selections: readonly Field[] });

/**
 * A query in the form that Relay executes, which its compiler otherwise writes into a file: for queries without variables and
 * fragments, that ask for `__typename` and `id` wherever there is one, as the compiler adds them.
 */
export function relayRequest(text: string): ConcreteRequest {
  const [operation] = parse(text).definitions;
  const root = schema.getQueryType();
  if (operation?.kind !== Kind.OPERATION_DEFINITION || root == null) throw new TypeError('not a query');
  const name = operation.name?.value ?? '';
  const selections = fieldsOf(operation.selectionSet, root);
  return {
    kind: 'Request',
    fragment: { kind: 'Fragment', name, type: root.name, metadata: null, argumentDefinitions: [], selections },
    operation: { kind: 'Operation', name, argumentDefinitions: [], selections },
    params: { cacheID: text, id: null, text, name, operationKind: 'query', metadata: {} },
  };
}

function fieldsOf({ selections }: SelectionSetNode, parent: GraphQLCompositeType): readonly Field[] {
  return selections.map((selection): Field => {
    if (selection.kind !== Kind.FIELD) throw new TypeError('fragments are not supported');
    const { name, selectionSet, arguments: given = [] } = selection;
    const field = { alias: null, name: name.value, args: given.map(literal), storageKey: null };
    if (selectionSet === undefined) return { kind: 'ScalarField', ...field };
    const type = typeOf(parent, name.value);
    const named = getNamedType(type);
    if (!isCompositeType(named)) throw new TypeError(`${name.value} has no fields`);
    return {
      kind: 'LinkedField',
      ...field,
      concreteType: isAbstractType(named) ? null : named.name,
      plural: isListType(getNullableType(type)),
      selections: fieldsOf(selectionSet, named),
    };
  });
}

function typeOf(parent: GraphQLCompositeType, field: string): GraphQLOutputType {
  const found = isUnionType(parent) ? undefined : parent.getFields()[field];
  if (found === undefined) throw new TypeError(`${parent.name} has no field ${field}`);
  return found.type;
}

function literal({ name, value }: ArgumentNode) {
  return { kind: 'Literal', name: name.value, value: valueFromASTUntyped(value) } as const;
}
