interface Counted {
  readonly id: string;
  /** The number of roles that have it. */
  readonly roleCount: number;
}

interface Named extends Counted {
  readonly name: string;
}

/** What two roles have in common. */
export interface Shared {
  readonly sharedResponsibilities: readonly Named[];
  readonly sharedCategories: readonly (Counted & { readonly label: string })[];
  readonly sharedPillars: readonly Named[];
  readonly sharedOrganizationTypes: readonly Named[];
}

/** Something that both roles have. */
export interface SharedTrait extends Named {
  readonly kind: 'RESPONSIBILITY' | 'CATEGORY' | 'PILLAR' | 'ORGANIZATION_TYPE';
  readonly weight: number;
}

/**
 * What two roles have in common, what counts most first. The weights are those of `RoleOverlap.score`, and their sum is its
 * `sharedWeight`.
 *
 * @param roleCount the number of roles of the catalog.
 */
export function sharedTraits(overlap: Shared, roleCount: number): readonly SharedTrait[] {
  const trait = (kind: SharedTrait['kind'], name: string, node: Counted) => ({
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
