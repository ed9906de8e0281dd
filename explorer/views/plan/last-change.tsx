import { useEffect, useRef, useState } from 'preact/hooks';
import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import type { PlanQuestion } from '../../state/address/plan-address.ts';
import { Link } from '../../state/link.tsx';
import type { PlanRequest } from '../../state/questions/plan-questions.ts';
import { words } from '../../words/words.ts';
import { changeBetween, changeInNumbers, changeInWords, type PlanChange, sizeOf } from './plan-change.ts';

/** How many names are said at once. */
const mostNamed = 2;

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
        <Message
          // The names of one step are unfolded, not those of the next.
          key={JSON.stringify(request)}
          step={step}
          plan={plan}
          close={() => {
            setStep(null);
          }}
        />
      )}
    </div>
  );
}

interface MessageProps {
  readonly step: Step;
  readonly plan: PlanData;
  readonly close: () => void;
}

/** One or two names, or how many they are: it must not cover a phone. */
function Message({ step: { change, before }, plan: { unit }, close }: MessageProps) {
  const [isOpen, setIsOpen] = useState(false);
  const isShort = sizeOf(change) <= mostNamed;
  const names = changeInWords(change, unit);
  return (
    <div class="pointed last-change">
      <p>{isShort ? names : changeInNumbers(change, unit)}</p>
      <div class="actions">
        {!isShort && (
          <button
            type="button"
            class="button"
            aria-expanded={isOpen}
            onClick={() => {
              setIsOpen(!isOpen);
            }}
          >
            {isOpen ? words.plan.change.hide : words.plan.change.show}
          </button>
        )}
        <Link to={{ name: 'PLAN', question: before }} class="button">
          {words.plan.undo}
        </Link>
        <button type="button" class="button" onClick={close}>
          {words.plan.close}
        </button>
      </div>
      {isOpen && (
        <p class="names" tabIndex={0}>
          {names}
        </p>
      )}
    </div>
  );
}
