import type { FieldComplexityFunction } from '@pothos/plugin-complexity';
import { expectedSizes, type ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import type { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { defaultPageSize, maxPageSize } from '../../src/graph/lists/page.ts';
import type { Context } from '../context.ts';

/**
 * What a field costs. The unit is what it takes to answer a field that is at hand, some half a microsecond; `own` is what
 * it takes to find a list or a number, `items` how many times what is selected inside is answered.
 */
interface Cost {
  readonly own?: number;
  readonly items?: number;
}

type CostFunction<Args> = FieldComplexityFunction<Context, Args>;

/** The cost of a field, from what the catalog's lists may be expected to hold. */
export function costBy<Args>(cost: (sizes: ExpectedSizes, args: Args, parent: string) => Cost): CostFunction<Args> {
  return (args, { rolegraph }, { parentType }) => {
    const { own = 1, items = 1 } = cost(sizesOf(rolegraph.graph), args, parentType?.name ?? '');
    return { field: Math.max(1, Math.round(own)), multiplier: items };
  };
}

interface PageSize {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
}

/** The cost of a page of a list: of what is asked for, as much as the list holds. */
export function pageCost<Args extends PageSize>(
  cost: (sizes: ExpectedSizes, args: Args, parent: string) => Cost & { readonly items: number },
): CostFunction<Args> {
  return costBy((sizes, args: Args, parent) => {
    const { own = 1, items } = cost(sizes, args, parent);
    // A size out of its range is refused by the field itself.
    const asked = Math.min(Math.max(args.first ?? args.last ?? defaultPageSize, 0), maxPageSize);
    const held = Math.min(asked, items);
    // Each place of a page has a cursor, whether or not it is asked for.
    return { own: own + 5 + held, items: held };
  });
}

/** The cost of a text, which is loaded from the store. */
export const textCost = 4;

/** To go through the roles of a set, by how many there are. */
export function roleWalk(roles: number): number {
  return 1 + roles / 30;
}

/** How many roles a group may be expected to have, whatever its kind: a catalog may have no groups of one. */
export function rolesOfGroup({ rolesOf }: ExpectedSizes): number {
  return Math.max(...Object.values(rolesOf));
}

/** To combine two sets of roles, by how many roles the catalog has. */
export function setWork({ all }: ExpectedSizes): number {
  return all.roles / 10_000;
}

const known = new WeakMap<CatalogGraph, ExpectedSizes>();

function sizesOf(graph: CatalogGraph): ExpectedSizes {
  let sizes = known.get(graph);
  if (sizes === undefined) {
    sizes = expectedSizes(graph);
    known.set(graph, sizes);
  }
  return sizes;
}
