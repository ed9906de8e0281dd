import { Kind, visit, type DocumentNode, type SelectionNode } from 'graphql';

/**
 * The document without fields that are selected twice in one place, alike and without arguments, directives or selection
 * of their own: they change no answer. graphql-js compares every two fields of one name, and refuses documents of some
 * hundred repeats that are within our own limits.
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

/** The name of a field that has nothing beside it. */
function plainName(selection: SelectionNode): string | undefined {
  if (selection.kind !== Kind.FIELD || selection.alias !== undefined || selection.selectionSet !== undefined) {
    return undefined;
  }
  const { name, arguments: given = [], directives = [] } = selection;
  return given.length + directives.length === 0 ? name.value : undefined;
}
