import { isValueNode, Kind, visit, type ASTNode, type DocumentNode, type GraphQLError } from 'graphql';

/**
 * The argument whose value caused an error of graphql-js; a field of an input object by its path, e.g. "filter.inAll".
 * For a variable, the first argument that uses it. Undefined if no argument caused the error.
 *
 * @param document in which the error was found; undefined if the query could not be parsed.
 */
export function badArgument({ nodes, message }: GraphQLError, document: DocumentNode | undefined): string | undefined {
  const [node] = nodes ?? [];
  if (node === undefined || document === undefined) return undefined;
  if (node.kind === Kind.VARIABLE_DEFINITION) {
    const { value } = node.variable.name;
    return argumentWith(document, (each) => each.kind === Kind.VARIABLE && each.name.value === value);
  }
  if (node.kind === Kind.FIELD) return /^Argument "[^"]*\((\w+):\)" .* is required/.exec(message)?.[1];
  const isValue = node.kind === Kind.OBJECT_FIELD || (isValueNode(node) && node.kind !== Kind.VARIABLE);
  if (!isValue) return undefined;
  return argumentWith(document, ({ kind, loc }) => kind === node.kind && loc?.start === node.loc?.start);
}

/** The path of the first argument whose value contains a node. The nodes of an error do not know their parents. */
function argumentWith(document: DocumentNode, isWanted: (node: ASTNode) => boolean): string | undefined {
  const path: string[] = [];
  let found: string | undefined;
  visit(document, {
    enter(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.push(node.name.value);
      if (path.length > 0 && isWanted(node)) found ??= path.join('.');
    },
    leave(node) {
      if (node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD) path.pop();
    },
  });
  return found;
}
