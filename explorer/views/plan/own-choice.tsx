import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { spelledNumber, spelledNumberOf } from '../../../src/text/spelled-number.ts';
import { itemsInWords } from '../../../src/drawing/plan/plan-sentences.ts';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { type PlanRequest, planAnswers } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';

interface OwnChoiceProps {
  readonly request: PlanRequest;
  readonly plan: PlanData;
}

/** How a plan with roles that were chosen by name compares to the best one. */
export function OwnChoice({ request, plan }: OwnChoiceProps) {
  const question = { ...request.question, with: [] };
  const asked = useAnswer(planAnswers, { ...request, question });
  if (asked.status !== 'READY') return <p class="fine own-choice" aria-busy={asked.status === 'LOADING'} />;
  const sentence = comparison(plan, asked.data);
  return (
    <p class="own-choice" role="status">
      {sentence ?? words.plan.own.asGood}{' '}
      {sentence !== null && <Link to={{ name: 'PLAN', question }}>{words.plan.own.toBest}</Link>}
    </p>
  );
}

/** What the best plan has before this one; null if that is nothing. */
function comparison(plan: PlanData, best: PlanData): string | null {
  const { own } = words.plan;
  const people = spelledNumberOf(best.size, own.people.one, own.people.other);
  if (best.coveredCount > plan.coveredCount) {
    const isAll = best.coveredCount === best.items.length;
    const items = itemsInWords(best.items.length, best.unit);
    return own.covers(people, isAll ? own.all(items) : own.some(spelledNumber(best.coveredCount), items));
  }
  return best.size < plan.size ? own.fewer(people) : null;
}
