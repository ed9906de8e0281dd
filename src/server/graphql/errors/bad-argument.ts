import { isValueNode, Kind, parse, visit, type ASTNode, type GraphQLError, type Source } from 'graphql';

/**
 * The argument whose value caused an error of graphql-js; a field of an input object by its path, e.g. "filter.inAll".
 * For a variable, the first argument that uses it. Undefined if no argument caused the error.
 */
export function badArgument({ nodes, source, message }: GraphQLError): string | undefined {
  const [node] = nodes ?? [];
  if (node === undefined || source === undefined) return undefined;
  if (node.kind === Kind.VARIABLE_DEFINITION) {
    const { value } = node.variable.name;
    return argumentWith(source, (each) => each.kind === Kind.VARIABLE && each.name.value === value);
  }
  if (node.kind === Kind.FIELD) return /^Argument "[^"]*\((\w+):\)" .* is required/.exec(message)?.[1];
  const isValue = node.kind === Kind.OBJECT_FIELD || (isValueNode(node) && node.kind !== Kind.VARIABLE);
  if (!isValue) return undefined;
  return argumentWith(source, ({ kind, loc }) => kind === node.kind && loc?.start === node.loc?.start);
}

/** The path of the first argument whose value contains a node. Parses the source again, as errors have no parent nodes. */
function argumentWith(source: Source, isWanted: (node: ASTNode) => boolean): string | undefined {
  const path: string[] = [];
  let found: string | undefined;
  visit(parse(source), {
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
