import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import type { PlanQuestion } from '../../state/address/plan-address.ts';
import { Link } from '../../state/link.tsx';
import { words } from '../../words/words.ts';
import { seatSteps } from './seats.ts';

const controls = words.plan.controls;

interface SeatStepperProps {
  readonly question: PlanQuestion;
  readonly plan: PlanData;
}

/**
 * How many seats there may be, with a link for one less and one more. All is as wide with every number, and stays where it is in the
 * window, so that whoever wants three more seats clicks three times.
 */
export function SeatStepper({ question, plan }: SeatStepperProps) {
  const { max } = question;
  const { less, more } = seatSteps(question, plan.invites.length);
  const { place, keep } = usePlaceOnPage(plan);
  return (
    <span class="filter stepper" role="group" aria-label={controls.seats} ref={place}>
      <Step sign="−" max={less} label={controls.less} question={question} onFollow={keep} />
      <span class="stepper-count">{max === null ? controls.noLimit : controls.atMost(max)}</span>
      <Step sign="+" max={more} label={controls.more} question={question} onFollow={keep} />
      {max === null ? (
        <span class="no-step hidden-step" aria-hidden="true">
          ×
        </span>
      ) : (
        <Link
          to={{ name: 'PLAN', question: { ...question, max: null } }}
          aria-label={controls.anyNumber}
          onFollow={keep}
        >
          ×
        </Link>
      )}
    </span>
  );
}

/** Keeps an element where it is in the window when the next plan comes: the sentences above it may have more lines then. */
function usePlaceOnPage(plan: PlanData) {
  const place = useRef<HTMLSpanElement>(null);
  const kept = useRef<number | null>(null);
  const top = () => (place.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
  useLayoutEffect(() => {
    if (kept.current !== null) window.scrollBy({ top: top() - kept.current, behavior: 'instant' });
    kept.current = null;
  }, [plan]);
  const keep = () => {
    kept.current = top();
  };
  return { place, keep };
}

interface StepProps {
  readonly sign: string;
  readonly max: number | null;
  readonly label: (count: number) => string;
  readonly question: PlanQuestion;
  readonly onFollow: () => void;
}

function Step({ sign, max, label, question, onFollow }: StepProps) {
  if (max === null) {
    return (
      <span class="no-step" aria-hidden="true">
        {sign}
      </span>
    );
  }
  return (
    <Link to={{ name: 'PLAN', question: { ...question, max } }} aria-label={label(max)} onFollow={onFollow}>
      {sign}
    </Link>
  );
}
