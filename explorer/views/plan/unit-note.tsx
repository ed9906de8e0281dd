import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { spelledNumber } from '../../../src/text/spelled-number.ts';
import type { PlanQuestion } from '../../state/address/plan-address.ts';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { type PlanRequest, planAnswers } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';

interface UnitNoteProps {
  readonly request: PlanRequest;
  readonly plan: PlanData;
}

/** What the plan counts and, where that is not duties, how many more duties as many seats could do. */
export function UnitNote({ request, plan }: UnitNoteProps) {
  const isComparable = plan.unit !== 'RESPONSIBILITY' && plan.invites.length > 0 && plan.dutyCount > 0;
  return (
    <p class="fine unit-note">
      {words.plan.unitNote[plan.unit]} {isComparable && <ByDuties request={request} plan={plan} />}
    </p>
  );
}

function ByDuties({ request, plan }: UnitNoteProps) {
  const { length: max } = plan.invites;
  const question: PlanQuestion = { ...request.question, by: 'RESPONSIBILITY', max };
  const asked = useAnswer(planAnswers, { ...request, question });
  if (asked.status !== 'READY') return null;
  const done = doneIn(asked.data);
  const more = done - doneIn(plan);
  return (
    <>
      <Link to={{ name: 'PLAN', question }}>{words.plan.byDuties(max)}</Link>{' '}
      {more > 0 ? words.plan.byDutiesMore(spelledNumber(more), done) : words.plan.byDutiesSame}
    </>
  );
}

function doneIn({ dutyCount, uncoveredDuties }: PlanData): number {
  return dutyCount - uncoveredDuties.length;
}
