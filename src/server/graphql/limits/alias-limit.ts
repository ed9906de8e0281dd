import { GraphQLError, Kind, type SelectionNode, type SelectionSetNode, type ValidationRule } from 'graphql';
import { measureWithFragments } from './fragment-measure.ts';

/** Most aliases that an operation may use. */
const mostAliases = 15;

/** Refuses operations with too many aliases. Aliases in a fragment count each time it is spread. */
export const AliasLimitRule: ValidationRule = (context) => {
  const aliasesOf = measureWithFragments((name) => context.getFragment(name), aliases);
  return {
    OperationDefinition(operation) {
      if (aliasesOf(operation.selectionSet) <= mostAliases) return;
      context.reportError(
        new GraphQLError(
          `The query uses more than ${mostAliases} aliases, the limit for one request (those in a fragment count each time it is spread). Ask for several nodes by \`nodes(ids: …)\`, or send several requests.`,
          { nodes: operation },
        ),
      );
    },
  };
};

/** Nested fragments can multiply the count without bound; past the limit, the exact number does not matter. */
function aliases({ selections }: SelectionSetNode, ofFragment: (name: string) => number): number {
  const sum = selections.reduce((total, selection) => total + aliasesIn(selection, ofFragment), 0);
  return Math.min(sum, mostAliases + 1);
}

function aliasesIn(selection: SelectionNode, ofFragment: (name: string) => number): number {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
  if (selection.kind === Kind.INLINE_FRAGMENT) return aliases(selection.selectionSet, ofFragment);
  const inner = selection.selectionSet === undefined ? 0 : aliases(selection.selectionSet, ofFragment);
  return inner + (selection.alias === undefined ? 0 : 1);
}
