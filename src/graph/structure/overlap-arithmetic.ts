import type { GraphStructure } from './graph-data.ts';
import { itemAt } from '../../collections/item-at.ts';
import { inverted, joinedLists, listAt, listCount, listLength, type Lists } from '../../collections/lists.ts';
import { relationsOf } from '../indexes/relations.ts';

/**
 * What two roles have in common, in numbers. Each is rounded to 6 decimals, once.
 *
 * A trait of a role is a responsibility, category, pillar or organization type. A trait that n of the N roles have
 * weighs ln(1 + N / n), the smoothed inverse document frequency of Spärck Jones (1972): a rare trait says more.
 */
export interface OverlapNumbers {
  /** sharedWeight / totalWeight, 0..1: the weighted Jaccard index. 0 where neither role has a trait. */
  readonly score: number;
  /** Sum of the weights of the traits that both have. */
  readonly sharedWeight: number;
  /** Sum of the weights of the traits that either has. */
  readonly totalWeight: number;
}

export function roundScore(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The traits of every role and the weight of each trait. */
export interface Traits {
  /** The traits of each role, ascending. */
  readonly ofRole: Lists;
  /** The roles that have each trait, ascending. */
  readonly holders: Lists;
  readonly weights: Float64Array;
  /** The sum of the weights of each role's traits. */
  readonly roleWeights: Float64Array;
  /** The first trait that is a pillar or organization type; those before it are responsibilities and categories. */
  readonly firstOwner: number;
}

/** Numbers traits one after the other: responsibilities, categories, pillars, organization types. */
export function traitsOf(structure: Omit<GraphStructure, 'overlaps'>, relations = relationsOf(structure)): Traits {
  const { categories, pillars, organizationTypes, responsibilities, roles } = structure;
  const firstCategory = responsibilities.length;
  const firstOwner = firstCategory + categories.length;
  const firstOrganizationType = firstOwner + pillars.length;
  const traitCount = firstOrganizationType + organizationTypes.length;

  const ofRole = joinedLists(
    [relations.responsibilitiesOfRole, 0],
    [relations.categoriesOfRole, firstCategory],
    [relations.pillarsOfRole, firstOwner],
    [relations.organizationTypesOfRole, firstOrganizationType],
  );
  const holders = inverted(ofRole, traitCount);
  const weights = Float64Array.from({ length: traitCount }, (_, trait) => {
    const held = listLength(holders, trait);
    return held === 0 ? 0 : Math.log(1 + roles.length / held);
  });
  const roleWeights = Float64Array.from({ length: roles.length }, (_, role) =>
    sumOfWeights(listAt(ofRole, role), weights),
  );
  return { ofRole, holders, weights, roleWeights, firstOwner };
}

function sumOfWeights(traits: Int32Array, weights: Float64Array): number {
  let sum = 0;
  for (const trait of traits) sum += weights[trait] ?? 0;
  return sum;
}

/** Compares any two roles. */
export function overlapNumbers(traits: Traits, role: number, other: number): OverlapNumbers {
  const { ofRole, roleWeights, weights } = traits;
  const totalOfBoth = itemAt(roleWeights, role) + itemAt(roleWeights, other);
  return numbersOf(sharedWeightOf(listAt(ofRole, role), listAt(ofRole, other), weights), totalOfBoth);
}

/**
 * The weight that two roles share, as a part of the weight of the lighter one (Szymkiewicz-Simpson): 0..1, rounded to 6
 * decimals; 1 where the lighter one has no trait of its own, and 0 where it has no trait at all.
 */
export function overlapCoefficientOf({ ofRole, roleWeights, weights }: Traits, role: number, other: number): number {
  const lighter = Math.min(itemAt(roleWeights, role), itemAt(roleWeights, other));
  return ratio(sharedWeightOf(listAt(ofRole, role), listAt(ofRole, other), weights), lighter);
}

/** Compares any two lists of traits, each ascending, as those of two roles are compared. */
export function overlapOfTraits({ weights }: Traits, traits: Int32Array, others: Int32Array): OverlapNumbers {
  const totalOfBoth = sumOfWeights(traits, weights) + sumOfWeights(others, weights);
  return numbersOf(sharedWeightOf(traits, others, weights), totalOfBoth);
}

function numbersOf(shared: number, totalOfBoth: number): OverlapNumbers {
  const total = totalOfBoth - shared;
  return { score: ratio(shared, total), sharedWeight: roundScore(shared), totalWeight: roundScore(total) };
}

/**
 * The weight of the traits that both lists have, not rounded; summed in the order of the traits, so that a pair has one
 * number whichever of the two comes first.
 */
function sharedWeightOf(traits: Int32Array, others: Int32Array, weights: Float64Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < traits.length && j < others.length;) {
    const a = traits[i] ?? 0;
    const b = others[j] ?? 0;
    if (a === b) shared += weights[a] ?? 0;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return shared;
}

/** The score of two roles of which the shared weight is known. */
export function scoreOf({ roleWeights }: Traits, role: number, other: number, shared: number): number {
  return ratio(shared, itemAt(roleWeights, role) + itemAt(roleWeights, other) - shared);
}

/** A part of a whole: 0..1, rounded to 6 decimals; 0 where the whole is 0. */
export function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : roundScore(part / whole);
}

export function roleCount(traits: Traits): number {
  return listCount(traits.ofRole);
}
