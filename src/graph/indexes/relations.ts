import type { GraphCategory, GraphStructure } from '../structure/graph-data.ts';
import { itemAt } from '../../collections/item-at.ts';
import { indexesOfEach, inverted, listAt, listsOf, type Lists } from '../../collections/lists.ts';
import type { GroupKind } from '../nodes/node-kind.ts';
import { countedByRole, type CountedLists } from '../../collections/counted-lists.ts';

/** What each node is connected with, in both directions: indexes, ascending. */
export interface Relations {
  readonly appearancesOfRole: Lists;
  readonly categoriesOfRole: CountedLists;
  readonly pillarsOfRole: CountedLists;
  readonly organizationTypesOfRole: CountedLists;
  readonly responsibilitiesOfRole: CountedLists;
  readonly rolesOfResponsibility: Lists;
  readonly topicsOfResponsibility: Lists;
  readonly responsibilitiesOfTopic: Lists;
}

export function relationsOf(structure: Omit<GraphStructure, 'overlaps'>): Relations {
  const { appearances, categories, organizationTypes, pillars, responsibilities, roles, topics } = structure;
  const appearancesOfRole = indexesOfEach(appearances.role, roles.length);
  const byCategory = (owners: readonly unknown[], valuesOf: (category: GraphCategory) => readonly number[]) =>
    countedByRole(appearancesOfRole, owners.length, (appearance) =>
      valuesOf(itemAt(categories, itemAt(appearances.category, appearance))),
    );
  const responsibilitiesOfRole = countedByRole(appearancesOfRole, responsibilities.length, (appearance) =>
    listAt(appearances.responsibilities, appearance),
  );
  const topicsOfResponsibility = listsOf(responsibilities.map((each) => each.topics.toSorted((a, b) => a - b)));
  return {
    appearancesOfRole,
    categoriesOfRole: countedByRole(appearancesOfRole, categories.length, (appearance) => [
      itemAt(appearances.category, appearance),
    ]),
    pillarsOfRole: byCategory(pillars, ({ pillar }) => (pillar === null ? [] : [pillar])),
    organizationTypesOfRole: byCategory(organizationTypes, (category) => category.organizationTypes),
    responsibilitiesOfRole,
    rolesOfResponsibility: inverted(responsibilitiesOfRole, responsibilities.length),
    topicsOfResponsibility,
    responsibilitiesOfTopic: inverted(topicsOfResponsibility, topics.length),
  };
}

/** The groups of a kind that each role is in. */
export function groupsOfRole(relations: Relations, kind: GroupKind): CountedLists {
  const { pillarsOfRole, categoriesOfRole, organizationTypesOfRole } = relations;
  return { PILLAR: pillarsOfRole, CATEGORY: categoriesOfRole, ORGANIZATION_TYPE: organizationTypesOfRole }[kind];
}
