import { useMemo } from 'preact/hooks';
import { useAnswer } from './answers.ts';
import { type AskedTeam, askedTeam, todayText } from './asked-team.ts';
import type { Failure } from './failure.ts';
import { type TeamRole, teamRoleAnswers } from './questions/team-questions.ts';
import { type Member, useTeam } from './team.ts';

/** The team, and what the catalog says about its roles. */
export interface OurTeam {
  readonly team: readonly Member[];
  /** The roles that the catalog has, by their ids; undefined while they are asked for. */
  readonly roles: ReadonlyMap<string, TeamRole> | undefined;
  /** What is sent about the team; undefined while the roles are asked for. */
  readonly asked: AskedTeam | undefined;
  readonly failure: { readonly failure: Failure; readonly retry: () => void } | undefined;
}

const noRoles: ReadonlyMap<string, TeamRole> = new Map();

/** The team of this browser, with its roles. */
export function useOurTeam(): OurTeam {
  const team = useTeam();
  const ids = useMemo(() => [...new Set(team.flatMap(({ roles }) => roles))].sort(), [team]);
  const answer = useAnswer(teamRoleAnswers, ids.length === 0 ? null : ids);
  const roles = ids.length === 0 ? noRoles : answer.data;
  // The answer to the question before does not have the role that was added last.
  const isKnown = answer.status === 'READY' || ids.length === 0;
  const asked = useMemo(
    () => (isKnown && roles !== undefined ? askedTeam(team, (id) => roles.has(id), todayText()) : undefined),
    [team, roles, isKnown],
  );
  return { team, roles, asked, failure: answer.status === 'FAILED' ? answer : undefined };
}
