import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import type { PlanQuestion } from '../../state/address/plan-address.ts';
import { Link } from '../../state/link.tsx';
import type { PlanRequest } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';
import { changeBetween, changeInWords, type PlanChange } from './plan-change.ts';

interface Shown {
  readonly key: string;
  /** What is covered and counted: plans of something else cannot be compared. */
  readonly scope: string;
  readonly question: PlanQuestion;
  readonly plan: PlanData;
}

interface Step {
  readonly change: PlanChange;
  readonly before: PlanQuestion;
}

interface LastChangeProps {
  readonly request: PlanRequest;
  /** The plan for the request; undefined while it is on its way. */
  readonly plan: PlanData | undefined;
}

/** What the last step has lost and gained, at the foot of the window, wherever in the page the step was made. */
export function LastChange({ request, plan }: LastChangeProps) {
  const shown = useRef<Shown | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  useEffect(() => {
    if (plan === undefined) return;
    const before = shown.current;
    const { question } = request;
    const { cover, by, isFromCatalog } = question;
    const key = JSON.stringify(request);
    if (before?.key === key) return;
    const scope = JSON.stringify([cover, by, isFromCatalog]);
    shown.current = { key, scope, question, plan };
    setStep(before?.scope === scope ? { change: changeBetween(before.plan, plan), before: before.question } : null);
  }, [plan]);
  return (
    <div role="status">
      {step !== null && plan !== undefined && (
        <div class="pointed last-change">
          <p>{changeInWords(step.change, plan.unit)}</p>
          <Link to={{ name: 'PLAN', question: step.before }} class="button">
            {words.plan.undo}
          </Link>
          <button
            type="button"
            class="button"
            onClick={() => {
              setStep(null);
            }}
          >
            {words.plan.close}
          </button>
        </div>
      )}
    </div>
  );
}
