import type { FragmentDefinitionNode, SelectionSetNode } from 'graphql';

/**
 * Measures a selection set to which fragments contribute by what they themselves measure. Each fragment is measured once
 * however often it is spread, so the time is linear in the document; a fragment inside itself measures nothing there
 * (that it is an error, another rule says).
 *
 * @param fragmentNamed finds a fragment of the document.
 * @param measure the measure of a selection set, given that of any fragment by name.
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
