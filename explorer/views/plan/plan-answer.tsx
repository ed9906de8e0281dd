import { useRef } from 'preact/hooks';
import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { otherPlans } from '../../../src/drawing/plan/plan-sentences.ts';
import { useLighting } from '../../pictures/lighting.ts';
import { type Asked, useAnswer } from '../../state/answers.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import {
  type PlanDetails,
  type PlanRequest,
  planAnswers,
  planDetailAnswers,
  planQueryText,
  planVariables,
  requestParameters,
} from '../../state/questions/plan-questions.ts';
import type { Member } from '../../state/team.ts';
import { capitalized } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { HelpLink } from '../help-link.tsx';
import { Jumps } from '../jumps.tsx';
import { usePageTitle } from '../page-title.ts';
import { TakeAlong } from '../take-along.tsx';
import { PrintedAgenda } from './agenda.tsx';
import { AloneCard } from './alone-card.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { InvitesCard } from './invites-card.tsx';
import { LastChange } from './last-change.tsx';
import { OwnChoice } from './own-choice.tsx';
import { PlanControls } from './plan-controls.tsx';
import { planTables } from './plan-tables.ts';
import { leadOf, titleOf } from './plan-texts.ts';
import { UnitNote } from './unit-note.tsx';

interface PlanAnswerProps {
  readonly request: PlanRequest;
  readonly frame: Frame | undefined;
  readonly team: readonly Member[];
}

/** A plan, and everything that belongs to it. */
export interface ShownPlan extends PlanAnswerProps {
  readonly plan: PlanData;
  readonly details: PlanDetails;
}

/** Who is invited, why, and what is covered. */
export function PlanAnswer({ request, frame, team }: PlanAnswerProps) {
  const { question } = request;
  const ours = request.among === null ? null : team;
  const askedPlan = useAnswer(planAnswers, request);
  const askedDetails = useAnswer(planDetailAnswers, request);
  const plan = dataOf(askedPlan);
  const details = dataOf(askedDetails);
  const title = plan === undefined ? words.plan.working : titleOf(plan, ours);
  usePageTitle(plan === undefined ? words.plan.title : title);
  const failed = [askedPlan, askedDetails].find((asked) => asked.status === 'FAILED');
  const isOutdated = askedPlan.status === 'LOADING' || askedDetails.status === 'LOADING';
  const shown = plan !== undefined && details !== undefined ? { request, plan, details, frame, team } : undefined;
  return (
    <>
      <h1>{failed === undefined ? title : words.plan.question}</h1>
      <p class="lead">{plan === undefined || failed !== undefined ? '' : leadOf(plan, ours)}</p>
      {plan !== undefined && failed === undefined && question.with.length > 0 && (
        <OwnChoice request={request} plan={plan} />
      )}
      <PlanControls question={question} frame={frame} plan={plan} />
      {plan !== undefined && failed === undefined && <UnitNote request={request} plan={plan} />}
      {failed !== undefined ? (
        <FailureNote failure={failed.failure} retry={failed.retry} />
      ) : shown === undefined ? (
        <PlanSkeleton />
      ) : (
        <Plan shown={shown} isOutdated={isOutdated} />
      )}
      <LastChange request={request} plan={askedPlan.status === 'READY' ? askedPlan.data : undefined} />
      <TakeAlong
        {...(shown !== undefined && { tables: () => planTables(shown) })}
        picture={{ kind: 'plan', parameters: requestParameters(request) }}
        query={planQueryText}
        variables={planVariables(request)}
      />
    </>
  );
}

function dataOf<Data>(asked: Asked<Data>): Data | undefined {
  return asked.status === 'FAILED' ? undefined : asked.data;
}

interface PlanProps {
  readonly shown: ShownPlan;
  /** Whether another one is on its way. */
  readonly isOutdated: boolean;
}

function Plan({ shown, isOutdated }: PlanProps) {
  const { plan, frame, request } = shown;
  const root = useRef<HTMLDivElement>(null);
  const others = otherPlans(plan);
  useLighting(root);
  return (
    <>
      <Jumps
        to={[
          { id: 'coverage', label: words.plan.coverage },
          { id: 'alone', label: words.plan.alone.title },
        ]}
      />
      <div class={isOutdated ? 'plan waiting' : 'plan'} aria-busy={isOutdated} ref={root}>
        <InvitesCard shown={shown} />
        <div class="plan-side">
          <CoverageCard shown={shown} />
          <AloneCard
            groups={request.question.cover}
            labels={plan.groups}
            frame={frame}
            invited={plan.invites.map(({ id }) => id)}
          />
        </div>
      </div>
      <details class="fine computed">
        <summary>{words.plan.computed}</summary>
        <p>
          {words.plan.computation} <HelpLink about="PLAN" />
        </p>
        {request.among === null && others !== null && (
          <p>{words.plan.otherPlans(capitalized(others.text), others.verb)}</p>
        )}
      </details>
      <PrintedAgenda shown={shown} />
    </>
  );
}

/** What is there while the first plan is on its way: as wide as the plan, so that nothing jumps. */
function PlanSkeleton() {
  return (
    <div class="plan" aria-busy="true">
      <p class="unseen">{words.states.loading}</p>
      <div class="skeleton" />
      <div class="skeleton" />
    </div>
  );
}
