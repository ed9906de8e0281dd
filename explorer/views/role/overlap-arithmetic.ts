import type { CloseRole } from '../../state/questions/role-questions.ts';

type Overlap = CloseRole['overlap'];

/** Something that both roles have. */
export interface SharedTrait {
  readonly id: string;
  readonly kind: 'RESPONSIBILITY' | 'CATEGORY' | 'PILLAR' | 'ORGANIZATION_TYPE';
  readonly name: string;
  /** The number of roles that have it. */
  readonly roleCount: number;
  readonly weight: number;
}

/**
 * What two roles have in common, what counts most first. The weights are those of `RoleOverlap.score`, and their sum is its
 * `sharedWeight`.
 *
 * @param roleCount the number of roles of the catalog.
 */
export function sharedTraits(overlap: Overlap, roleCount: number): readonly SharedTrait[] {
  const trait = (
    kind: SharedTrait['kind'],
    name: string,
    node: { readonly id: string; readonly roleCount: number },
  ) => ({
    id: node.id,
    kind,
    name,
    roleCount: node.roleCount,
    weight: weightOf(node.roleCount, roleCount),
  });
  return [
    ...overlap.sharedResponsibilities.map((node) => trait('RESPONSIBILITY', node.name, node)),
    ...overlap.sharedCategories.map((node) => trait('CATEGORY', node.label, node)),
    ...overlap.sharedPillars.map((node) => trait('PILLAR', node.name, node)),
    ...overlap.sharedOrganizationTypes.map((node) => trait('ORGANIZATION_TYPE', node.name, node)),
  ].toSorted((a, b) => b.weight - a.weight);
}

/** How much something counts that n of all roles have: what few of them have says more. */
function weightOf(n: number, roleCount: number): number {
  return Math.log(1 + roleCount / n);
}
