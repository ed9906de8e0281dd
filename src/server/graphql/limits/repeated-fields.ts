import { Kind, visit, type DocumentNode, type SelectionNode } from 'graphql';

/**
 * Removes fields that the same selection set repeats without alias, arguments, directives or selection, as they change
 * no answer. graphql-js compares every pair of fields with the same name, and rejects documents with some hundred repeats
 * although they are within our limits.
 */
export function withoutRepeatedFields(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(set) {
      const names = new Set<string>();
      const selections = set.selections.filter((selection) => {
        const name = plainName(selection);
        if (name === undefined) return true;
        const isFirst = !names.has(name);
        names.add(name);
        return isFirst;
      });
      return selections.length === set.selections.length ? undefined : { ...set, selections };
    },
  });
}

/** The name of a field that consists of nothing else. */
function plainName(selection: SelectionNode): string | undefined {
  if (selection.kind !== Kind.FIELD || selection.alias !== undefined || selection.selectionSet !== undefined) {
    return undefined;
  }
  const { name, arguments: given = [], directives = [] } = selection;
  return given.length + directives.length === 0 ? name.value : undefined;
}
