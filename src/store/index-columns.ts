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
export const indexColumns = z.object({
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
export type IndexColumns = z.infer<typeof indexColumns>;

/** Computes all that is not yet. */
export function indexColumnsOf(indexes: Indexes): IndexColumns {
  const { relations, traits, specificities, listedPairs, roleOrders } = indexes;
  return {
    relations,
    traits,
    specificities,
    listedPairs,
    roleOrders,
    titleSortKeys: textColumnOf(indexes.titleSortKeys),
    nameSortKeys: textColumnOf(indexes.nameSortKeys),
    titleKeys: textListsOf(indexes.titleKeys),
    nameKeys: textColumnOf(indexes.nameKeys),
  };
}

export function* indexesFrom(columns: IndexColumns): Steps<Indexes> {
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
