import { RoleSet } from '../collections/role-set.ts';
import { ArgumentError } from '../graph/argument-error.ts';
import type { CatalogGraph } from '../graph/catalog-graph.ts';
import { filtered, type RoleFilter } from '../graph/lists/role-filter.ts';
import { filterInSteps, type Steps } from '../scheduling/steps.ts';
import { grouped } from '../text/quoted-text.ts';

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

/** @throws ArgumentError for a number that is no whole number from 1 to the greatest allowed. */
export function checkedNumber(argument: string, given: number | null | undefined, most: number): number | undefined {
  if (given == null) return undefined;
  if (Number.isInteger(given) && given >= 1 && given <= most) return given;
  const allowed = most === Infinity ? 'a whole number from 1' : `a whole number from 1 to ${grouped(most)}`;
  throw new ArgumentError(argument, `${argument} is ${given}; it takes ${allowed}.`);
}
