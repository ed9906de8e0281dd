import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { itemAt } from '../../collections/item-at.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { roleOverlapOf, type RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';
import { inWords, numberOf } from '../../text/in-words.ts';
import { meanOverlap, type RoleTies } from './role-ties.ts';

/** A role, and why it went to the person who holds it. */
export interface HeldRole {
  readonly role: Role;
  /** Its mean overlap with each other role of the person, 0..1; null where there is no other. */
  readonly fit: number | null;
  /** Its strongest overlap with another role of the person; null where there is no other. */
  readonly strongest: RoleOverlap | null;
  /** The other person who would be the best for it, as the roles are; null where nobody else may hold it. */
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
  /** By title. */
  readonly roles: readonly Role[];
  readonly ties: RoleTies;
  /** The indexes of the roles of each person, ascending. */
  readonly heldBy: readonly (readonly number[])[];
}

/** The role at an index, and why it is held by a person of that index. */
export function heldRole(shares: Shares, index: number, holder: number): HeldRole {
  const { roles, ties, heldBy } = shares;
  const others = itemAt(heldBy, holder).filter((other) => other !== index);
  const facts = {
    role: itemAt(roles, index),
    ...(fitAmong(shares, index, others) ?? { fit: null, strongest: null }),
    alternative: alternativeFor(shares, index, holder),
    keptApartFrom: roles.flatMap((role, other) =>
      other !== index && ties.mustStayApart(index, other)
        ? [{ role, person: 1 + heldBy.findIndex((held) => held.includes(other)) }]
        : [],
    ),
  };
  return { ...facts, reason: reasonFor(facts) };
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
function reasonFor(facts: Facts): string {
  const { keptApartFrom } = facts;
  const names = keptApartFrom.map(({ role, person }) => `${role.label} (person ${person})`);
  return [
    sharedSentence(facts.strongest),
    ...(names.length === 0 ? [] : [`Kept apart from ${inWords(names)}.`]),
    ...alternativeSentence(facts),
  ].join(' ');
}

function sharedSentence(strongest: RoleOverlap | null): string {
  if (strongest === null) return 'Held alone.';
  const shared = sharedInWords(strongest);
  if (shared === '') return 'Shares nothing with the other roles of this person.';
  return `Shares ${shared} with ${strongest.roles[1].label} (overlap ${decimal(strongest.score)}).`;
}

/** None where there is nobody else. */
function alternativeSentence({ fit, alternative, keptApartFrom }: Facts): readonly string[] {
  if (alternative === null) return keptApartFrom.length === 0 ? [] : ['Nobody else may hold it.'];
  const [here, there] = [fit ?? 0, alternative.fit];
  const person = `person ${alternative.person}`;
  if (here === 0 && there === 0) return ['It shares nothing with the roles of anybody else who may hold it.'];
  if (fit === null) return [`Of the others who may hold it, ${person} is closest (mean overlap ${decimal(there)}).`];
  if (there < here)
    return [`Its mean overlap here is ${decimal(here)}; next best is ${person} with ${decimal(there)}.`];
  if (there === here) return [`With ${person} its mean overlap would be the same, ${decimal(here)}.`];
  return [
    `On its own it would be closer to ${person} (mean overlap ${decimal(there)}, here ${decimal(here)}); ` +
      'moving it there would make loads less even or the split as a whole no better.',
  ];
}

/** How many pillars, categories or organization types are named; more are counted. */
const mostNamed = 2;

/** What two roles share, e.g. `the pillar "Security", 3 categories and 1 responsibility`; empty where it is nothing. */
function sharedInWords(overlap: RoleOverlap): string {
  const named = (
    nodes: readonly { readonly label: string }[],
    one: string,
    many: string,
    most = mostNamed,
  ): string[] => {
    if (nodes.length === 0) return [];
    if (nodes.length > most) return [numberOf(nodes.length, one, many)];
    return [`the ${nodes.length === 1 ? one : many} ${inWords(nodes.map(({ label }) => `"${label}"`))}`];
  };
  return inWords([
    ...named(overlap.sharedPillars, 'pillar', 'pillars'),
    ...named(overlap.sharedCategories, 'category', 'categories'),
    ...named(overlap.sharedOrganizationTypes, 'organization type', 'organization types'),
    ...named(overlap.sharedResponsibilities, 'responsibility', 'responsibilities', 0),
  ]);
}

/** A score as a sentence gives it. */
function decimal(score: number): string {
  return score > 0 && score < 0.001 ? 'below 0.001' : score.toFixed(3);
}
