import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { inWords, numberOf } from '../../text/in-words.ts';

/** With more pillars than this, cells can no longer be told apart at a glance, and a signature is a count. */
export const mostCells = 8;

/** In which pillars a role appears. Plain data, so that a server can send it to a page. */
export interface Signature {
  /** One for each pillar, in the catalog's order; null if the catalog has more than eight pillars, or none. */
  readonly filled: readonly boolean[] | null;
  /** The number of pillars in which the role appears. */
  readonly count: number;
  /** The number of pillars of the catalog. */
  readonly pillarCount: number;
  /** The names of the pillars in which the role appears, in the catalog's order. */
  readonly names: readonly string[];
}

export function signatureOf({ pillars }: CatalogGraph, role: Role): Signature {
  const own = role.pillars;
  const isShownAsCells = pillars.length > 0 && pillars.length <= mostCells;
  return {
    filled: isShownAsCells ? pillars.map((pillar) => own.includes(pillar)) : null,
    count: own.length,
    pillarCount: pillars.length,
    names: own.map(({ name }) => name),
  };
}

/**
 * The signature in words, for people who do not see it: "in Security and Reliability", "in all 6 pillars", "in 9 of 37
 * pillars"; empty if the catalog has no pillars.
 */
export function signatureText({ filled, count, pillarCount, names }: Signature): string {
  if (pillarCount === 0) return '';
  if (count === 0) return 'in no pillar';
  if (filled === null) return `in ${count} of ${numberOf(pillarCount, 'pillar', 'pillars')}`;
  if (count === pillarCount && count > 1) return `in all ${count} pillars`;
  return `in ${inWords(names, mostCells)}`;
}
