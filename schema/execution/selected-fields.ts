import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Whether a query selects any of some fields in the answer of the field that is being resolved, directly or in fragments. */
export function selectsAnyOf(
  { fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>,
  names: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  const isIn = (selected: SelectionSetNode | undefined): boolean =>
    selected?.selections.some((node) => {
      if (node.kind === Kind.FIELD) return names.has(node.name.value);
      if (node.kind === Kind.INLINE_FRAGMENT) return isIn(node.selectionSet);
      // A fragment that is spread many times is looked at once.
      if (seen.has(node.name.value)) return false;
      seen.add(node.name.value);
      return isIn(fragments[node.name.value]?.selectionSet);
    }) ?? false;
  return fieldNodes.some(({ selectionSet }) => isIn(selectionSet));
}
