import fc from 'fast-check';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { coverageUnits, type CoverageItem, type CoverageItems } from '../../src/analysis/coverage/coverage-item.ts';
import { carrierScopes, requirementsOf, type Scope } from '../../src/analysis/coverage/requirements.ts';
import { positionsOf, teamCover, teamOf, type TeamCover } from '../../src/analysis/coverage/team.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { isGroup, type Role } from '../../src/graph/nodes/node.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { BruteForce } from '../support/catalogs/brute-force.ts';
import { smallCatalogs } from '../support/catalogs/small-catalogs.ts';

/** A catalog, some of its roles, and some of its groups or all of it. */
export interface Staffed {
  readonly catalog: Catalog;
  readonly plain: BruteForce;
  readonly graph: CatalogGraph;
  readonly team: readonly Role[];
  readonly scope: Scope;
  /** The ids of the groups; null for the whole catalog. */
  readonly groupIds: readonly string[] | null;
}

const places = fc.array(fc.nat({ max: 15 }), { maxLength: 5 });

export const staffed: fc.Arbitrary<Staffed> = fc
  .record({
    catalog: smallCatalogs,
    team: places,
    groups: fc.option(places),
    from: fc.constantFrom(...carrierScopes),
  })
  .map(({ catalog, team, groups: groupPlaces, from }) => {
    const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
    const plain = new BruteForce(catalog);
    const all = [...graph.nodes(() => true)].filter((node) => isGroup(node));
    const groups = groupPlaces === null ? undefined : at(all, groupPlaces);
    return {
      catalog,
      plain,
      graph,
      team: at(graph.roles, team),
      scope: { groups, from: groups === undefined ? 'CATALOG' : from },
      groupIds: groups?.map(({ id }) => id) ?? null,
    };
  });

/** All items, whatever their unit, as plain-coverage.ts names them. */
export function namesOf(items: CoverageItems): ReadonlySet<string> {
  return new Set(coverageUnits.flatMap((unit) => items[unit].map(nameOf)));
}

export function nameOf({ group, node }: CoverageItem): string {
  return `${group?.id ?? ''} ${node.id}`;
}

/** What a team covers of what is required. */
export function coverOf(graph: CatalogGraph, roles: readonly Role[], scope: Scope): TeamCover {
  const team = runToCompletion(teamOf(graph, positionsOf(roles)));
  return runToCompletion(teamCover(team, runToCompletion(requirementsOf(graph, scope))));
}

function at<T>(items: readonly T[], picked: readonly number[]): readonly T[] {
  return [...new Set(picked.flatMap((place) => items.slice(place, place + 1)))];
}
