import type { ComparedGroups, ComparedRoles } from '../../state/questions/side-by-side-questions.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';

const { side } = words.overlap;

/** The most names that a sentence lists. */
const mostNamed = 4;

export function groupsTitle({ groups, overlap }: ComparedGroups): string {
  const labels = groups.map(({ label }) => label);
  return groups.length === 2
    ? side.groupsTwo(labels, overlap.sharedRoleCount)
    : side.groupsShare(labels, overlap.sharedRoleCount);
}

/** What some roles share, as a sentence without a full stop. */
export function rolesTitle({ roles, shared }: ComparedRoles): string {
  const labels = roles.map(({ label }) => label);
  const { responsibilities, pillars, organizationTypes, categories } = shared;
  if (responsibilities.length > 0) return side.rolesShareDuties(labels, responsibilities.length);
  if (categories.length > 0) {
    return side.rolesShareGroups(labels, first(categories.map(({ label }) => label)));
  }
  const groups = [...pillars, ...organizationTypes].map(({ name }) => name);
  return groups.length > 0 ? side.rolesShareGroups(labels, first(groups)) : side.rolesShareNothing(labels);
}

/** What they share by name, in full sentences. */
export function rolesLead({ roles, shared, overlaps }: ComparedRoles): string {
  const count = roles.length;
  const duties = shared.responsibilities.map(({ name }) => name);
  const groups = [...shared.pillars, ...shared.organizationTypes].map(({ name }) => name);
  const isNeverToldApart = count === 2 && overlaps.some(({ neverToldApart }) => neverToldApart);
  return [
    ...(duties.length > 0 ? [side.bothDo(count, first(duties))] : []),
    // Without a duty or a category, the title names the groups.
    ...(groups.length > 0 && duties.length + shared.categories.length > 0
      ? [side.bothStandIn(count, first(groups))]
      : []),
    ...(isNeverToldApart ? [side.neverApart] : []),
  ].join(' ');
}

/** The first of some names, and how many more there are. */
function first(names: readonly string[]): readonly string[] {
  if (names.length <= mostNamed) return names;
  return [...names.slice(0, mostNamed), words.role.others(names.length - mostNamed)];
}

/** The same as a text. */
export function namedFirst(nodes: readonly string[]): string {
  return list(first(nodes));
}
