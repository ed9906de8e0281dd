import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { roleOverlapOf, type RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { meanOverlap, nobody, type RoleTies } from './role-ties.ts';

/** A role, and why it went to the person who holds it. */
export interface HeldRole {
  readonly role: Role;
  /** Whether the person held it before, and so keeps it. */
  readonly isGiven: boolean;
  /** Its mean overlap with each other role of the person, 0..1; null where there is no other. */
  readonly fit: number | null;
  /** Its strongest overlap with another role of the person; null where there is no other. */
  readonly strongest: RoleOverlap | null;
  /** The other person who would be the best for it, as the roles are; null where nobody else may hold it, or it is given. */
  readonly alternative: Alternative | null;
  /** The roles held by others from which it must stay apart, by title. */
  readonly keptApartFrom: readonly KeptApart[];
  /** Sentences. */
  readonly reason: string;
}

/** What a role has in common with the roles of a person. */
interface Fit {
  /** Its mean overlap with each, 0..1. */
  readonly fit: number;
  /** Its strongest overlap, whose score is 0 where it shares nothing. */
  readonly strongest: RoleOverlap;
}

/** What another person would give a role. */
export interface Alternative extends Fit {
  /** The number of that person. */
  readonly person: number;
}

export interface KeptApart {
  readonly role: Role;
  /** The number of the person who holds it. */
  readonly person: number;
}

/** Roles as they are shared among people. */
export interface Shares {
  readonly graph: CatalogGraph;
  readonly roles: readonly Role[];
  readonly ties: RoleTies;
  /** The indexes of the roles of each person, ascending. */
  readonly heldBy: readonly (readonly number[])[];
  /** What sentences call each person, e.g. "person 2". */
  readonly names: readonly string[];
}

/** The role at an index, and why it is held by a person of that index. */
export function heldRole(shares: Shares, index: number, holder: number): HeldRole {
  const { roles, ties, heldBy } = shares;
  const others = itemAt(heldBy, holder).filter((other) => other !== index);
  const isGiven = ties.holders[index] !== nobody;
  const facts = {
    role: itemAt(roles, index),
    isGiven,
    ...(fitAmong(shares, index, others) ?? { fit: null, strongest: null }),
    alternative: isGiven ? null : alternativeFor(shares, index, holder),
    keptApartFrom: roles.flatMap((role, other) =>
      other !== index && ties.mustStayApart(index, other)
        ? [{ role, person: 1 + heldBy.findIndex((held) => held.includes(other)) }]
        : [],
    ),
  };
  return { ...facts, reason: reasonFor(facts, shares, holder) };
}

/** Undefined for no others; of equally strong overlaps, the first by title. */
function fitAmong({ graph, roles, ties }: Shares, index: number, others: readonly number[]): Fit | undefined {
  const fit = meanWith(ties, index, others);
  if (fit === null) return undefined;
  const strongest = others.reduce((best, other) => (ties.score(index, other) > ties.score(index, best) ? other : best));
  return { fit, strongest: roleOverlapOf(graph, itemAt(roles, index), itemAt(roles, strongest)) };
}

function meanWith(ties: RoleTies, index: number, others: readonly number[]): number | null {
  const score = others.reduce((sum, other) => sum + ties.score(index, other), 0);
  return meanOverlap(score, others.length);
}

/** The other person with whose roles a role has the greatest mean overlap; of equals, the lower number. */
function alternativeFor(shares: Shares, index: number, holder: number): Alternative | null {
  const { ties, heldBy } = shares;
  let [best, most] = [-1, -1];
  for (const [person, held] of heldBy.entries()) {
    if (person === holder || held.some((other) => ties.mustStayApart(index, other))) continue;
    const fit = meanWith(ties, index, held) ?? -1;
    if (fit > most) [best, most] = [person, fit];
  }
  const fit = best === -1 ? undefined : fitAmong(shares, index, itemAt(heldBy, best));
  return fit === undefined ? null : { ...fit, person: best + 1 };
}

type Facts = Omit<HeldRole, 'reason'>;

/** Why a role is held by its person, in sentences. */
function reasonFor(facts: Facts, shares: Shares, holder: number): string {
  const { keptApartFrom } = facts;
  const names = keptApartFrom.map(({ role, person }) => `${role.label} (${itemAt(shares.names, person - 1)})`);
  return [
    ...(facts.isGiven ? ['Held already.'] : []),
    ...sharedSentence(facts),
    ...(names.length === 0 ? [] : [`Kept apart from ${inWords(names, mostApartNamed)}.`]),
    ...alternativeSentence(facts, shares, holder),
  ].join(' ');
}

/** How many roles that one is kept apart from are named. */
const mostApartNamed = 3;

function sharedSentence({ strongest, isGiven }: Facts): readonly string[] {
  if (strongest === null) return isGiven ? [] : ['Held alone.'];
  const shared = sharedInWords(strongest);
  if (shared === '') return ['Shares nothing with the other roles of this person.'];
  return [`Shares ${shared} with ${strongest.roles[1].label} (overlap ${decimal(strongest.score)}).`];
}

/** None where nobody else comes into question. */
function alternativeSentence(facts: Facts, { heldBy, names }: Shares, holder: number): readonly string[] {
  const { fit, alternative, keptApartFrom, isGiven } = facts;
  if (isGiven) return [];
  if (alternative === null) return keptApartFrom.length === 0 ? [] : ['Nobody else may hold it.'];
  const [here, there] = [fit ?? 0, alternative.fit];
  const other = alternative.person - 1;
  const person = itemAt(names, other);
  const means = `mean overlap ${decimal(there)}; here ${decimal(here)}`;
  if (here === 0 && there === 0) return ['It shares nothing with the roles of anybody else who may hold it.'];
  if (fit === null) return [`Of the others who may hold it, ${person} is closest (mean overlap ${decimal(there)}).`];
  if (there < here) return [`Next best: ${person} (${means}).`];
  if (there === here) return [`It would fit ${person} as well (mean overlap ${decimal(there)}).`];
  const isFull = itemAt(heldBy, other).length >= itemAt(heldBy, holder).length;
  const why = isFull
    ? 'who has as many roles already; no exchange of two roles was found to improve the whole'
    : 'but moving it there was not found to improve the whole';
  return [`On its own it would fit ${person} better (${means}), ${why}.`];
}

/** How many categories, pillars or organization types are named; more are counted. */
const mostNamed = 2;

/**
 * What two roles share: duties, e.g. `"Run restore tests" and 2 other duties`, the one that the fewest roles have first; without
 * any, the categories, e.g. `the category "Backup" but no duty`; without these, the pillars and organization types. Empty
 * where it is nothing.
 */
function sharedInWords(overlap: RoleOverlap): string {
  const duties = overlap.sharedResponsibilities
    .toSorted((a, b) => a.roleCount - b.roleCount)
    .map(({ name }) => `"${name}"`);
  const [first] = duties;
  if (first !== undefined) {
    return duties.length <= mostNamed ? inWords(duties) : `${first} and ${duties.length - 1} other duties`;
  }
  const named = (nodes: readonly { readonly label: string }[], one: string, many: string): string[] => {
    if (nodes.length === 0) return [];
    if (nodes.length > mostNamed) return [numberOf(nodes.length, one, many)];
    return [`the ${nodes.length === 1 ? one : many} ${inWords(nodes.map(({ label }) => `"${label}"`))}`];
  };
  const categories = named(overlap.sharedCategories, 'category', 'categories');
  if (categories.length > 0) return `${inWords(categories)} but no duty`;
  const others = inWords([
    ...named(overlap.sharedPillars, 'pillar', 'pillars'),
    ...named(overlap.sharedOrganizationTypes, 'organization type', 'organization types'),
  ]);
  return others === '' ? '' : `only ${others}`;
}

/** A score as a sentence gives it. */
function decimal(score: number): string {
  return score > 0 && score < 0.001 ? 'below 0.001' : score.toFixed(3);
}
