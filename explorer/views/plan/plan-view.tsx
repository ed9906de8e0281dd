import type { PlanQuestion } from '../../state/address/plan-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { usePageTitle } from '../page-title.ts';

interface PlanViewProps {
  readonly question: PlanQuestion;
  readonly frame: Frame | undefined;
}

/** Who is to be invited so that everything chosen is covered. */
export function PlanView(_: PlanViewProps) {
  usePageTitle(words.plan.title);
  return <h1>{words.plan.title}</h1>;
}
