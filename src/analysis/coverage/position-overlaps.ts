import { itemAt } from '../../collections/item-at.ts';
import { listAt } from '../../collections/lists.ts';
import { overlapOfTraits, roundScore, type OverlapNumbers } from '../../graph/structure/overlap-arithmetic.ts';
import { ArgumentError } from '../../graph/argument-error.ts';
import { unionOf } from '../../collections/ascending-lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Order } from '../../graph/lists/page.ts';
import { sortInSteps, repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import { titleKeyOf, type Position, type Team } from './team.ts';

/** The most positions of which every pair is compared. */
export const mostComparedPositions = 500;

/** What two positions of a team have in common, in the numbers of an overlap of roles. */
export interface PositionOverlap extends OverlapNumbers {
  /** By title. */
  readonly positions: readonly [Position, Position];
}

/** The overlaps of a team's positions. */
export interface PositionOverlaps {
  /** Those with a score above 0, in the order of positionOverlapsByScore. */
  readonly overlaps: readonly PositionOverlap[];
  /** Over all pairs; 0 where there is none. */
  readonly meanScore: number;
}

/** Strongest first, then by the titles of the two. */
export const positionOverlapsByScore: Order<PositionOverlap> = {
  name: 'position overlaps by SCORE DESC',
  types: ['number', 'string', 'string', 'string', 'string'],
  directions: ['DESC', 'ASC', 'ASC', 'ASC', 'ASC'],
  valuesOf: ({ score, positions: [first, second] }) => [score, ...titleKeyOf(first), ...titleKeyOf(second)],
};

/**
 * Compares every two positions. A position of several roles has the traits of all of them; the weights of traits are those
 * of the catalog.
 *
 * @throws ArgumentError for a team of more than 500 positions.
 */
export function* positionOverlapsOf(graph: CatalogGraph, { positions }: Team): Steps<PositionOverlaps> {
  if (positions.length > mostComparedPositions) {
    throw new ArgumentError(
      'input.team',
      `The team has ${positions.length} positions; pairs are compared for at most ${mostComparedPositions}. ` +
        'Give a smaller team in input.team, or leave out overlaps and meanOverlap.',
    );
  }
  const traits = graph.indexes.traits;
  const traitsOf = positions.map((position) => traitsOfPosition(graph, position));
  const overlaps: PositionOverlap[] = [];
  let sum = 0;
  const compareWithLater = (position: number) => {
    for (let other = position + 1; other < positions.length; other++) {
      const numbers = overlapOfTraits(traits, itemAt(traitsOf, position), itemAt(traitsOf, other));
      if (numbers.score === 0) continue;
      sum += numbers.score;
      overlaps.push({ positions: [itemAt(positions, position), itemAt(positions, other)], ...numbers });
    }
  };
  yield* repeatInSteps(positions.length, compareWithLater, 1);
  const pairs = (positions.length * (positions.length - 1)) / 2;
  return {
    // Pairs are in the order of their titles, and sorting keeps equals in their order.
    overlaps: yield* sortInSteps(overlaps, (a, b) => b.score - a.score),
    meanScore: pairs === 0 ? 0 : roundScore(sum / pairs),
  };
}

/** The traits of all roles of a position, ascending. */
export function traitsOfPosition({ indexes: { traits } }: CatalogGraph, { roles }: Position): Int32Array {
  return unionOf(roles.map(({ index }) => listAt(traits.ofRole, index)));
}
