import { GraphQLError, Kind, type SelectionNode, type SelectionSetNode, type ValidationRule } from 'graphql';
import { measureWithFragments } from './fragment-measure.ts';

/** Most levels of nested objects in a query. */
const mostLevels = 10;

/** graphql-js limits the depth of these itself. */
const introspectionFields = new Set(['__schema', '__type']);

/**
 * Refuses operations that nest objects too deep. A field with a selection counts as a level, a field without one does not;
 * a fragment counts as deep as its selection.
 */
export const DepthLimitRule: ValidationRule = (context) => {
  const depthOf = measureWithFragments((name) => context.getFragment(name), depth);
  return {
    OperationDefinition(operation) {
      const levels = depthOf(operation.selectionSet);
      if (levels <= mostLevels) return;
      context.reportError(
        new GraphQLError(
          `The query nests objects ${levels} levels deep; at most ${mostLevels} are allowed. Ask for the inner objects by their ids in a second request.`,
          { nodes: operation },
        ),
      );
    },
  };
};

function depth({ selections }: SelectionSetNode, ofFragment: (name: string) => number): number {
  return Math.max(0, ...selections.map((selection) => levelsOf(selection, ofFragment)));
}

function levelsOf(selection: SelectionNode, ofFragment: (name: string) => number): number {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
  if (selection.kind === Kind.INLINE_FRAGMENT) return depth(selection.selectionSet, ofFragment);
  if (selection.selectionSet === undefined || introspectionFields.has(selection.name.value)) return 0;
  return 1 + depth(selection.selectionSet, ofFragment);
}
