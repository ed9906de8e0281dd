import { itemAt } from '../../collections/item-at.ts';
import { roundScore } from '../../graph/structure/overlap-arithmetic.ts';
import type { Role } from '../../graph/nodes/role.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { roleOverlapOf } from '../../graph/overlaps/role-overlaps.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { Fit, HeldRole } from './held-role.ts';
import { holdingReason } from './holding-reason.ts';
import { millionths, mustStayApart, scoreBetween, type RoleTies, type Split } from './role-ties.ts';

interface Held {
  readonly roles: readonly Role[];
  readonly ties: RoleTies;
  readonly split: Split;
  readonly people: number;
}

/** Each role with why it is held by this person, in the order given. */
export function* heldRoles(graph: CatalogGraph, { roles, ties, split, people }: Held): Steps<readonly HeldRole[]> {
  const heldBy = Array.from({ length: people }, (): number[] => []);
  split.forEach((person, index) => heldBy[person]?.push(index));
  const fitAmong = (index: number, others: readonly number[]): Fit | undefined => {
    const strongest = strongestOf(ties, index, others);
    if (strongest === undefined) return undefined;
    return {
      fit: meanWith(ties, index, others),
      strongest: roleOverlapOf(graph, itemAt(roles, index), itemAt(roles, strongest)),
    };
  };
  const held: HeldRole[] = [];
  for (const [index, role] of roles.entries()) {
    const person = itemAt(split, index);
    const others = itemAt(heldBy, person).filter((other) => other !== index);
    const own = fitAmong(index, others) ?? { fit: null, strongest: null };
    const next = nextBest(ties, index, person, heldBy);
    const there = next === undefined ? undefined : fitAmong(index, itemAt(heldBy, next));
    const alternative = next === undefined || there === undefined ? null : { ...there, person: next + 1 };
    const keptApartFrom = roles.flatMap((other, at) =>
      at !== index && mustStayApart(ties, index, at) ? [{ role: other, person: itemAt(split, at) + 1 }] : [],
    );
    const facts = { ...own, role, alternative, keptApartFrom };
    held.push({ ...facts, reason: holdingReason(facts) });
    yield;
  }
  return held;
}

/** The mean overlap of the pairs of some roles, 0..1; null for fewer than two. */
export function meanOverlap(ties: RoleTies, indexes: readonly number[]): number | null {
  if (indexes.length < 2) return null;
  let sum = 0;
  for (const one of indexes) for (const other of indexes) if (one < other) sum += scoreBetween(ties, one, other);
  return roundScore(sum / ((indexes.length * (indexes.length - 1)) / 2) / millionths);
}

/** Of at least one other. */
function meanWith(ties: RoleTies, index: number, others: readonly number[]): number {
  const sum = others.reduce((total, other) => total + scoreBetween(ties, index, other), 0);
  return roundScore(sum / others.length / millionths);
}

/** Of equals, the first by title. */
function strongestOf(ties: RoleTies, index: number, others: readonly number[]): number | undefined {
  const [first, ...more] = others;
  if (first === undefined) return undefined;
  return more.reduce(
    (best, other) => (scoreBetween(ties, index, other) > scoreBetween(ties, index, best) ? other : best),
    first,
  );
}

/** The other person with whose roles a role has the greatest mean overlap; of equals, the lower number. */
function nextBest(
  ties: RoleTies,
  index: number,
  holder: number,
  heldBy: readonly (readonly number[])[],
): number | undefined {
  let [best, most] = [-1, -1];
  heldBy.forEach((held, person) => {
    if (person === holder || held.some((other) => mustStayApart(ties, index, other))) return;
    const fit = meanWith(ties, index, held);
    if (fit > most) [best, most] = [person, fit];
  });
  return best === -1 ? undefined : best;
}
