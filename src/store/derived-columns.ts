import { z } from 'zod';
import type { Indexes } from '../graph/indexes/indexes.ts';
import { generateInSteps, type Steps } from '../scheduling/steps.ts';
import { lists, numbers, places } from './number-columns.ts';
import {
  textAt,
  textColumn,
  textColumnOf,
  textCount,
  textListAt,
  textListCount,
  textLists,
  textListsOf,
  type TextColumn,
} from './text-columns.ts';

const countedLists = lists.extend({ counts: places });
const bothWays = z.object({ ASC: places, DESC: places });

/** The form in which what is derived from a structure is handed from one thread to another. */
export const derivedColumns = z.object({
  relations: z.object({
    appearancesOfRole: lists,
    categoriesOfRole: countedLists,
    pillarsOfRole: countedLists,
    organizationTypesOfRole: countedLists,
    responsibilitiesOfRole: countedLists,
    rolesOfResponsibility: lists,
    topicsOfResponsibility: lists,
    responsibilitiesOfTopic: lists,
  }),
  traits: z.object({
    ofRole: lists,
    holders: lists,
    weights: numbers,
    roleWeights: numbers,
    firstOwner: z.int().nonnegative(),
  }),
  specificities: numbers,
  listedPairs: lists,
  roleOrders: z.object({
    TITLE: bothWays,
    PILLAR_COUNT: bothWays,
    APPEARANCE_COUNT: bothWays,
    RESPONSIBILITY_COUNT: bothWays,
    SPECIFICITY: bothWays,
  }),
  titleSortKeys: textColumn,
  nameSortKeys: textColumn,
  titleKeys: textLists,
  nameKeys: textColumn,
});
export type DerivedColumns = z.infer<typeof derivedColumns>;

/** Computes all that is not yet. */
export function derivedColumnsOf(derived: Indexes): DerivedColumns {
  const { relations, traits, specificities, listedPairs, roleOrders } = derived;
  return {
    relations,
    traits,
    specificities,
    listedPairs,
    roleOrders,
    titleSortKeys: textColumnOf(derived.titleSortKeys),
    nameSortKeys: textColumnOf(derived.nameSortKeys),
    titleKeys: textListsOf(derived.titleKeys),
    nameKeys: textColumnOf(derived.nameKeys),
  };
}

export function* derivedFrom(columns: DerivedColumns): Steps<Indexes> {
  const { relations, traits, specificities, listedPairs, roleOrders, titleKeys } = columns;
  return {
    relations,
    traits,
    specificities,
    listedPairs,
    roleOrders,
    titleSortKeys: yield* textsOf(columns.titleSortKeys),
    nameSortKeys: yield* textsOf(columns.nameSortKeys),
    titleKeys: yield* generateInSteps(textListCount(titleKeys), (place) => textListAt(titleKeys, place)),
    nameKeys: yield* textsOf(columns.nameKeys),
  };
}

function textsOf(column: TextColumn): Steps<string[]> {
  return generateInSteps(textCount(column), (place) => textAt(column, place));
}
