import type { PlanQuestion } from '../../state/address/plan-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { useTeam } from '../../state/team.ts';
import { PlanAnswer } from './plan-answer.tsx';
import { rolesOf } from './plan-facts.ts';
import { NoTeam } from './no-team.tsx';
import { PlanStart } from './plan-start.tsx';

/** What the plan is asked by its address. */
export interface PlanPageProps {
  readonly question: PlanQuestion;
  readonly frame: Frame | undefined;
}

/** The question what is to be covered or, where that is chosen, the plan. */
export function PlanPage({ question, frame }: PlanPageProps) {
  const team = useTeam();
  if (question.cover.length === 0) return <PlanStart frame={frame} />;
  const among = rolesOf(team);
  if (question.isFromTeam && among.length === 0) return <NoTeam question={question} frame={frame} />;
  return <PlanAnswer request={{ question, among: question.isFromTeam ? among : null }} frame={frame} team={team} />;
}
