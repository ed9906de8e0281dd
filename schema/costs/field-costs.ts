import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { analysisCosts } from './analysis-costs.ts';
import type { Cost, FieldCosts } from './cost.ts';
import { listCosts } from './list-costs.ts';
import { nodeCosts } from './node-costs.ts';

/**
 * The costs of all fields that cost more than 1, by coordinate, e.g. `Role.overlaps`. A field of an interface has an
 * entry for each object type that implements it.
 */
export const fieldCosts: FieldCosts = { ...nodeCosts, ...listCosts, ...analysisCosts };

/** The cost of one field of a query, by its coordinate and its arguments, which must be valid. */
export type CostOfField = (coordinate: string, args: unknown) => Cost;

/** The costs of fields in a catalog. A field without an entry costs 1, and its selection is executed once. */
export function costsIn(graph: CatalogGraph): CostOfField {
  return (coordinate, args) => {
    const cost = fieldCosts[coordinate] ?? 1;
    if (typeof cost === 'number') return { own: cost, items: 1 };
    const { own, items } = cost(graph.expectedSizes, args);
    // An argument that is out of range must not make the total smaller.
    return { own: Math.max(1, Math.round(own)), items: Math.max(0, items) };
  };
}
