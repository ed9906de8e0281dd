import { GraphQLError, visit, type ASTNode, type DocumentNode } from 'graphql';
import { grouped } from '../../../text/quoted-text.ts';

/**
 * Refuses documents with too many directives at one place, before they are validated: validation reports each unknown or
 * repeated one. No valid query is refused by the default, as neither @skip nor @include can be repeated.
 *
 * @param most directives of one field, fragment, operation or variable.
 * @throws GraphQLError
 */
export function checkDirectives(document: DocumentNode, most: number): void {
  visit(document, {
    enter(node) {
      const count = 'directives' in node ? (node.directives?.length ?? 0) : 0;
      if (count > most) throw tooManyDirectives(node, count, most);
    },
  });
}

function tooManyDirectives(node: ASTNode, count: number, most: number): GraphQLError {
  const name = 'name' in node && typeof node.name === 'object' && 'value' in node.name ? ` at ${node.name.value}` : '';
  return new GraphQLError(
    `The query has ${grouped(count)} directives${name}; at most ${grouped(most)} are allowed at one place. Remove some.`,
    { nodes: node, extensions: { code: 'BAD_REQUEST', http: { status: 400, spec: true } } },
  );
}
