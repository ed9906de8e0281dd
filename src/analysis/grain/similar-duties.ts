import { itemAt } from '../../collections/item-at.ts';
import { inverted, joinedLists, listAt, listLength, listsOf } from '../../collections/lists.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { listedOverlaps } from '../../graph/structure/listed-overlaps.ts';
import type { Traits } from '../../graph/structure/overlap-arithmetic.ts';
import type { Responsibility } from '../../graph/nodes/node.ts';
import { conceptsOf } from './concepts.ts';

/** Two responsibilities whose names mean nearly the same, in the order of their names. */
export interface SimilarDuties {
  readonly duties: readonly [Responsibility, Responsibility];
  /** 0..1, rounded to 6 decimals; 1 where names have the same words and topics. */
  readonly score: number;
}

/** A topic weighs this many times as much as a word that as many responsibilities have. */
const topicFactor = 2;

/**
 * Pairs of responsibilities whose names may mean the same, most similar first, then by name. They are compared as roles are
 * (see overlap-arithmetic.ts): the traits of a responsibility are the concepts in its name and its topics, of which each
 * weighs ln(1 + N / n), where n of the N responsibilities have it; a topic twice that. A pair has a concept in common.
 *
 * Pairs that one line names are left out: whoever wrote that line told them apart. Of more than 1,000 responsibilities, only
 * the 16 most similar ones of each are compared.
 *
 * @param linesOfDuty the lines that name each responsibility, by its index.
 */
export function similarDuties(
  graph: CatalogGraph,
  linesOfDuty: readonly ReadonlySet<number>[],
): readonly SimilarDuties[] {
  const { responsibilities } = graph;
  const { first, second, score } = listedOverlaps(traitsOfDuties(graph));
  const pairs = Array.from(score, (each, pair) => ({
    score: each,
    duties: [itemAt(responsibilities, itemAt(first, pair)), itemAt(responsibilities, itemAt(second, pair))] as const,
  }));
  // Pairs are in the order of their names, and sorting keeps equals in their order.
  return pairs
    .filter(({ duties: [a, b] }) => itemAt(linesOfDuty, a.index).isDisjointFrom(itemAt(linesOfDuty, b.index)))
    .sort((a, b) => b.score - a.score);
}

/** The concepts and topics of responsibilities, in the form in which the traits of roles are compared. */
function traitsOfDuties({ responsibilities, topics, relations }: CatalogGraph): Traits {
  const indexes = new Map<string, number>();
  const conceptsOfDuty = listsOf(
    responsibilities.map(({ name }) =>
      Array.from(conceptsOf(name), (concept) => {
        const index = indexes.get(concept) ?? indexes.size;
        indexes.set(concept, index);
        return index;
      }).sort((a, b) => a - b),
    ),
  );
  const ofRole = joinedLists([conceptsOfDuty, 0], [relations.topicsOfResponsibility, indexes.size]);
  const holders = inverted(ofRole, indexes.size + topics.length);
  const weights = Float64Array.from({ length: indexes.size + topics.length }, (_, trait) => {
    const held = listLength(holders, trait);
    const factor = trait < indexes.size ? 1 : topicFactor;
    return held === 0 ? 0 : factor * Math.log(1 + responsibilities.length / held);
  });
  const roleWeights = Float64Array.from(responsibilities, ({ index }) =>
    listAt(ofRole, index).reduce((sum, trait) => sum + itemAt(weights, trait), 0),
  );
  // Traits from this one on, which are the topics, make no pairs.
  return { ofRole, holders, weights, roleWeights, firstOwner: indexes.size };
}
