import fc from 'fast-check';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { coverageUnits, type CoverageItems } from '../../src/analysis/coverage/coverage-item.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { isGroup, type Role, type RoleGroup } from '../../src/graph/nodes/node.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { BruteForce } from '../support/catalogs/brute-force.ts';
import { smallCatalogs } from '../support/catalogs/small-catalogs.ts';

/** A catalog, some of its roles and some of its groups. */
export interface Staffed {
  readonly catalog: Catalog;
  readonly plain: BruteForce;
  readonly graph: CatalogGraph;
  readonly team: readonly Role[];
  readonly groups: readonly RoleGroup[];
}

const places = fc.array(fc.nat({ max: 15 }), { maxLength: 5 });

export const staffed: fc.Arbitrary<Staffed> = fc
  .record({ catalog: smallCatalogs, team: places, groups: places })
  .map(({ catalog, team, groups }) => {
    const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
    const plain = new BruteForce(catalog);
    const all = [...graph.nodes(() => true)].filter((node) => isGroup(node));
    return {
      catalog,
      plain,
      graph,
      team: at(graph.roles, team),
      groups: at(all, groups),
    };
  });

/** All ids of items, whatever their unit, each list of which must be in order and without repetition. */
export function idsOf(items: CoverageItems): ReadonlySet<string> {
  return new Set(coverageUnits.flatMap((unit) => items[unit].map(({ id }) => id)));
}

function at<T>(items: readonly T[], picked: readonly number[]): readonly T[] {
  return [...new Set(picked.flatMap((place) => items.slice(place, place + 1)))];
}
