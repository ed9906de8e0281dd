import { curly } from '../words/curly.ts';
import type { Member } from './team.ts';

/*
 * What the server gets of a team: the ids of roles and shares, and "Person 3" for the third. Names stay in this browser. Answers, and the
 * sentences in them, have these numbers, in place of which people see the names.
 */

/** A team as it is sent. */
export interface AskedTeam {
  readonly staff: readonly {
    readonly name: string;
    readonly share: number;
    readonly roles: readonly { readonly id: string }[];
  }[];
  /** By the same names. */
  readonly absent: readonly string[];
}

/**
 * What is sent of a team. Whoever has no role that the catalog knows does nothing that could be asked about.
 *
 * @param isKnown whether the catalog has a role.
 * @param today as YYYY-MM-DD.
 */
export function askedTeam(team: readonly Member[], isKnown: (role: string) => boolean, today: string): AskedTeam {
  const asked = team.flatMap((member, index) => {
    const roles = member.roles.filter(isKnown).map((id) => ({ id }));
    return roles.length === 0 ? [] : [{ member, name: sentName(index), share: member.share ?? 1, roles }];
  });
  return {
    staff: asked.map(({ name, share, roles }) => ({ name, share, roles })),
    absent: asked.filter(({ member }) => isAway(member, today)).map(({ name }) => name),
  };
}

/** Whether somebody is absent, or has left. */
export function isAway({ isAbsent, until }: Member, today: string): boolean {
  return isAbsent === true || (until !== undefined && until < today);
}

/** Today, as YYYY-MM-DD, where the reader is. */
export function todayText(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** What the server gets in place of the name of somebody. */
export function sentName(index: number): string {
  return `Person ${index + 1}`;
}

/** The place in the team of somebody in an answer. */
export function indexOfSent(name: string): number {
  return Number(name.replace(/^Person /, '')) - 1;
}

/** A sentence of the server as the page has it: with the names of the team, and its quotation marks. */
export function withNames(sentence: string, team: readonly Member[]): string {
  return curly(sentence).replace(/\bPerson (\d+)\b/g, (sent, number: string) => team[Number(number) - 1]?.name ?? sent);
}
