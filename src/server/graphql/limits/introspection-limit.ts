import { GraphQLError, Kind, visit, type FieldNode, type ValidationRule } from 'graphql';
import type { EndpointPlugin } from '../server-context.ts';

const introspectionFields = new Set(['__schema', '__type']);

/**
 * Refuses operations that ask for `__schema` or `__type` more than once. One is enough for every tool, and the schema, which has
 * some thousand fields, could otherwise be listed as often as an operation may have aliases.
 *
 * @param isOn whether operations may ask for them at all.
 */
export function introspectionLimit(isOn: boolean): EndpointPlugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(isOn ? introspectOnce : introspectNever);
    },
  };
}

const introspectNever: ValidationRule = (context) => ({
  Field(field) {
    if (!introspectionFields.has(field.name.value)) return;
    const message = `Introspection is turned off on this server (INTROSPECTION), so ${field.name.value} cannot be queried. Ask those who run it for the schema.`;
    context.reportError(new GraphQLError(message, { nodes: field }));
  },
});

const introspectOnce: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const fields = new Map<string, FieldNode>();
    for (const node of [operation, ...context.getRecursivelyReferencedFragments(operation)]) {
      visit(node, {
        [Kind.FIELD]: (field) => {
          // Fields with the same response name are one.
          if (introspectionFields.has(field.name.value)) fields.set((field.alias ?? field.name).value, field);
        },
      });
    }
    if (fields.size < 2) return;
    const message = `The query asks for __schema or __type ${fields.size} times; one query may ask once. Send several requests.`;
    context.reportError(new GraphQLError(message, { nodes: [...fields.values()] }));
  },
});
