import type { CoverageItem } from '../../analysis/coverage/coverage-item.ts';
import { peopleCovering, type TeamCover } from '../../analysis/coverage/team.ts';
import { labelled } from '../node-fields.ts';
import { memberFields } from './people-text.ts';

/** A category, responsibility or topic of an answer about a team, with the group that it is counted in. */
export function itemFields({ node, group }: CoverageItem) {
  return { label: node.label, group: group && labelled(group), node: { id: node.id } };
}

/** The same with the people who carry it. */
export function itemWithPeople(item: CoverageItem, cover: TeamCover) {
  return { ...itemFields(item), people: peopleCovering(cover, item).map(memberFields) };
}

type Group = ReturnType<typeof itemFields>['group'];

/** A column of groups, if items are of several. */
export function groupCells(items: readonly { readonly group: Group }[]) {
  const isOfSeveral = new Set(items.map(({ group }) => group?.id)).size > 1;
  return {
    column: isOfSeveral ? ['In'] : [],
    cell: (group: Group) => (isOfSeveral ? [group?.label ?? ''] : []),
  };
}
