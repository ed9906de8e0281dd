import { RoleSet } from '../collections/role-set.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { filtered, type RoleFilter } from '../graph/lists/role-filter.ts';
import { filterInSteps, type Steps } from '../scheduling/steps.ts';

/** Which roles a picture is of. */
export interface RoleChoice {
  /** Only the roles that pass the filter. */
  readonly filter?: RoleFilter | null | undefined;
  /** Only the roles that appear in every pillar. */
  readonly universal?: boolean | null | undefined;
}

/** Whether a choice may leave roles out. */
export function isChoice({ filter, universal }: RoleChoice): boolean {
  return filter != null || universal === true;
}

/** @throws ArgumentError for what the filter does not take. */
export function* chosenRoles(graph: CatalogGraph, { filter, universal }: RoleChoice): Steps<RoleSet> {
  const all = RoleSet.all(graph.roles.length);
  const passing = filter == null ? all : filtered(graph, all, filter);
  if (universal !== true) return passing;
  const kept = yield* filterInSteps(graph.rolesIn(passing), ({ isUniversal }) => isUniversal);
  return new RoleSet(
    graph.roles.length,
    kept.map(({ index }) => index),
  );
}
