import { validate, type DocumentNode, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { EndpointPlugin } from '../server-context.ts';

/** Keeps names of the schema that are similar to an unknown one out of errors: they would list a schema that is not public. */
export const withoutSuggestions: EndpointPlugin = {
  onValidate({ setValidationFn }) {
    setValidationFn(validateQuietly);
  },
  onExecute({ args }) {
    // GraphQL.js reads it; the types of Envelop do not have it.
    Object.assign(args, { hideSuggestions: true });
  },
};

function validateQuietly(schema: GraphQLSchema, document: DocumentNode, rules?: readonly ValidationRule[]) {
  return validate(schema, document, rules, { hideSuggestions: true });
}
