import {
  GraphQLError,
  isNonNullType,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type validateExecutionArgs,
} from 'graphql';

/** A query with its variables that GraphQL.js found to be executable. */
export type ExecutableQuery = Exclude<ReturnType<typeof validateExecutionArgs>, readonly unknown[]>;

/**
 * The errors of variables that are null where an argument does not allow it. A variable may allow null if it or the argument
 * has a default (GraphQL specification, 5.8.5). GraphQL.js reports the null when it executes a field, once for each object that
 * has the field, which can be thousands. Here, each use of the variable is reported once, and nothing is executed.
 */
export function nullVariableErrors({
  schema,
  document,
  operation,
  variableValues,
}: ExecutableQuery): readonly GraphQLError[] {
  const isNull = (name: string) => variableValues.coerced[name] === null;
  if (!(operation.variableDefinitions ?? []).some(({ variable }) => isNull(variable.name.value))) return [];

  const errors: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  const executed = separateOperations(document)[operation.name?.value ?? ''];
  visit(
    executed ?? document,
    visitWithTypeInfo(types, {
      Variable(node) {
        const type = types.getInputType();
        const argument = types.getArgument()?.name;
        if (argument === undefined || !isNonNullType(type) || !isNull(node.name.value)) return;
        errors.push(
          new GraphQLError(
            `The variable $${node.name.value} is null, but ${argument} does not allow null here. Give a value, or leave the ` +
              'variable out to use the default.',
            { nodes: node, extensions: { code: 'BAD_USER_INPUT', argument, http: { status: 400, spec: true } } },
          ),
        );
      },
    }),
  );
  return errors;
}
