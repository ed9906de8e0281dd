import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role, RoleGroup } from '../../graph/nodes/node.ts';
import { repeatInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';

/** How many roles are measured between two yields. */
const rolesPerStep = 256;

/**
 * Some roles as a plan prefers them: those most specific to the groups first, so that a review is attended by people of its
 * field before people who are everywhere.
 *
 * Of all duties of a role, a part is given to it by lines of the groups. The more of these and the greater their part, the
 * more specific the role: the order is that of (duties by lines of the groups)² / (all duties), the squared cosine of the
 * role's duties and those of the groups (Ochiai, Zoogeographical studies on the soleoid fishes, 1957) without the number of
 * duties of the groups, which is the same for all. Equals, such as roles without duties, are in the order of the part of
 * their lines that stands in the groups, then of how many items they carry, most first, then of their titles. Roles outside
 * the groups so come after all members.
 *
 * @param itemCountOf how many of the items to cover a role carries.
 */
export function* rolesByPreference(
  graph: CatalogGraph,
  groups: readonly RoleGroup[],
  roles: readonly Role[],
  itemCountOf: (role: Role) => number,
): Steps<readonly Role[]> {
  const { appearancesOfRole, responsibilitiesOfRole } = graph.relations;
  const { category, responsibilities } = graph.structure.appearances;
  const isInGroups = new Uint8Array(graph.categories.length);
  for (const group of groups) for (const { index } of group.categories) isInGroups[index] = 1;
  const specificities = new Float64Array(graph.roles.length);
  const lineShares = new Float64Array(graph.roles.length);
  const measure = ({ index }: Role) => {
    const lines = listAt(appearancesOfRole, index);
    const theirs = lines.filter((line) => isInGroups[itemAt(category, line)] === 1);
    const duties = new Set<number>();
    for (const line of theirs) for (const duty of listAt(responsibilities, line)) duties.add(duty);
    specificities[index] = duties.size ** 2 / Math.max(1, listLength(responsibilitiesOfRole, index));
    lineShares[index] = theirs.length / Math.max(1, lines.length);
  };
  yield* repeatInSteps(
    roles.length,
    (at) => {
      measure(itemAt(roles, at));
    },
    rolesPerStep,
  );
  // The indexes of roles are in the order of their titles.
  return yield* sortInSteps(
    roles,
    (a, b) =>
      itemAt(specificities, b.index) - itemAt(specificities, a.index) ||
      itemAt(lineShares, b.index) - itemAt(lineShares, a.index) ||
      itemCountOf(b) - itemCountOf(a) ||
      a.index - b.index,
  );
}
