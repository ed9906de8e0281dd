import type { Role } from '../../graph/nodes/role.ts';
import type { RoleOverlap } from '../../graph/overlaps/role-overlaps.ts';

/** A role, and why it went to who holds it. */
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
export interface Fit {
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
