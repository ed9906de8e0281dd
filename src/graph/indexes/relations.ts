import type { GraphCategory, GraphStructure } from '../structure/graph-data.ts';
import { involvingAt, kindsOf } from '../structure/kinds-of-involvement.ts';
import { itemAt } from '../../collections/item-at.ts';
import { indexesOfEach, inverted, listAt, listsOf, type Lists } from '../../collections/lists.ts';
import { ofEachInvolvement, type Involvement } from '../nodes/involvement.ts';
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
  /**
   * By kind: the responsibilities in which an appearance says that the role is involved in that way. Empty for kinds that the
   * catalog does not use.
   */
  readonly involvedOfRole: Readonly<Record<Involvement, CountedLists>>;
  /** The inverse. */
  readonly rolesInvolvedIn: Readonly<Record<Involvement, Lists>>;
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
  const rolesOfResponsibility = inverted(responsibilitiesOfRole, responsibilities.length);
  const involved = involvementRelations(structure, appearancesOfRole, {
    responsibilitiesOfRole,
    rolesOfResponsibility,
  });
  return {
    appearancesOfRole,
    categoriesOfRole: countedByRole(appearancesOfRole, categories.length, (appearance) => [
      itemAt(appearances.category, appearance),
    ]),
    pillarsOfRole: byCategory(pillars, ({ pillar }) => (pillar === null ? [] : [pillar])),
    organizationTypesOfRole: byCategory(organizationTypes, (category) => category.organizationTypes),
    responsibilitiesOfRole,
    rolesOfResponsibility,
    ...involved,
    topicsOfResponsibility,
    responsibilitiesOfTopic: inverted(topicsOfResponsibility, topics.length),
  };
}

const noLists: Lists = { offsets: Int32Array.of(0), values: new Int32Array() };
const noCountedLists: CountedLists = { ...noLists, counts: new Int32Array() };

/** In a catalog in which all roles are just responsible, no other lists are made. */
function involvementRelations(
  { appearances, responsibilities }: Pick<GraphStructure, 'appearances' | 'responsibilities'>,
  appearancesOfRole: Lists,
  plain: Pick<Relations, 'responsibilitiesOfRole' | 'rolesOfResponsibility'>,
): Pick<Relations, 'involvedOfRole' | 'rolesInvolvedIn'> {
  const used = appearances.involvements.kinds.reduce((all, kinds) => all | kinds, 0);
  const listsOf = (kind: Involvement): CountedLists => {
    if (used === 0 && kind === 'RESPONSIBLE') return plain.responsibilitiesOfRole;
    const wanted = kindsOf([kind]);
    if (kind !== 'RESPONSIBLE' && (used & wanted) === 0) return noCountedLists;
    return countedByRole(appearancesOfRole, responsibilities.length, (appearance) =>
      involvingAt(appearances, appearance, wanted),
    );
  };
  const involvedOfRole = ofEachInvolvement(listsOf);
  return {
    involvedOfRole,
    rolesInvolvedIn: ofEachInvolvement((kind) => {
      const lists = involvedOfRole[kind];
      if (lists === plain.responsibilitiesOfRole) return plain.rolesOfResponsibility;
      return lists === noCountedLists ? noLists : inverted(lists, responsibilities.length);
    }),
  };
}

/** The groups of a kind that each role is in. */
export function groupsOfRole(relations: Relations, kind: GroupKind): CountedLists {
  const { pillarsOfRole, categoriesOfRole, organizationTypesOfRole } = relations;
  return { PILLAR: pillarsOfRole, CATEGORY: categoriesOfRole, ORGANIZATION_TYPE: organizationTypesOfRole }[kind];
}
