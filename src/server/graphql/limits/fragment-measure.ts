import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/**
 * Measures selection sets that contain fragments. Each fragment is measured once however often it is spread, so the time
 * is linear in the size of the document. A fragment that contains itself counts as 0 there; another rule reports it.
 *
 * @param fragmentNamed finds a fragment of the document by name.
 * @param measure measures a selection set; it gets the measures of fragments by calling `ofFragment`.
 */
export function measureWithFragments(
  fragmentNamed: (name: string) => FragmentDefinitionNode | null | undefined,
  measure: (selectionSet: SelectionSetNode, ofFragment: (name: string) => number) => number,
): (selectionSet: SelectionSetNode) => number {
  const measured = new Map<string, number>();

  function ofFragment(name: string): number {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, 0);
    const fragment = fragmentNamed(name);
    const value = fragment ? measure(fragment.selectionSet, ofFragment) : 0;
    measured.set(name, value);
    return value;
  }

  return (selectionSet) => measure(selectionSet, ofFragment);
}
