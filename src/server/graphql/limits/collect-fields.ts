import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
  type validateExecutionArgs,
} from 'graphql';

/** A query with its variables that graphql-js found to be executable. */
export type ExecutableQuery = Exclude<ReturnType<typeof validateExecutionArgs>, readonly unknown[]>;

type Query = Pick<ExecutableQuery, 'schema' | 'fragments' | 'variableValues'>;

/**
 * The fields of a selection set that are executed for an object type, by response name, as CollectFields of the GraphQL
 * specification defines them; graphql-js does not export its own. A fragment that is spread twice is collected once.
 */
export function collectFields(
  selectionSet: SelectionSetNode,
  type: GraphQLObjectType,
  query: Query,
): ReadonlyMap<string, FieldNode[]> {
  const spread = new Set<string>();
  function* collected({ selections }: SelectionSetNode): Generator<FieldNode> {
    for (const selection of selections) {
      if (!isIncluded(selection, query)) continue;
      if (selection.kind === Kind.FIELD) {
        yield selection;
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection, type, query)) yield* collected(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = query.fragments[selection.name.value]?.definition;
        if (fragment !== undefined && applies(fragment, type, query)) yield* collected(fragment.selectionSet);
      }
    }
  }
  return Map.groupBy(collected(selectionSet), ({ alias, name }) => (alias ?? name).value);
}

/** Whether neither @skip nor @include leaves the selection out. */
function isIncluded(selection: SelectionNode, { variableValues }: Query): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.['if'] !== false;
}

function applies(
  { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
  type: GraphQLObjectType,
  { schema }: Query,
): boolean {
  if (typeCondition === undefined) return true;
  const condition = schema.getType(typeCondition.name.value);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
