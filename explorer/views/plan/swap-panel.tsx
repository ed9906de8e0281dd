import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import type { PlanQuestion } from '../../state/address/plan-address.ts';
import { useAnswer } from '../../state/answers.ts';
import { Link } from '../../state/link.tsx';
import { type InviteDetails, type PlanRequest, planAnswers } from '../../state/questions/plan-questions.ts';
import { useState } from 'preact/hooks';
import { words } from '../../words/words.ts';
import { roleKind } from '../../state/questions/search-questions.ts';
import { Finder } from '../search/finder.tsx';
import { changeBetween, changeInWords, isNothing } from './plan-change.ts';
import { excluded, swapped, unseated } from './seats.ts';

interface SwapPanelProps {
  readonly invite: InviteDetails;
  readonly request: PlanRequest;
  readonly plan: PlanData;
}

/** What can be done with a seat, each with what is lost and gained: it is asked of the server before anything is changed. */
export function SwapPanel({ invite, request, plan }: SwapPanelProps) {
  const { question } = request;
  const [other, setOther] = useState<{ readonly id: string; readonly label: string } | null>(null);
  const seats = plan.invites.map(({ id }) => id);
  const { id, label } = invite.node;
  const left = unseated(question, seats, id);
  const changeTo = (to: PlanQuestion) => ({ to, request, plan });
  return (
    <div class="swap">
      <p class="fine">{words.plan.swapExplained}</p>
      <ul>
        {invite.alternates.edges.map(({ node }) => (
          <Change
            key={node.id}
            label={words.plan.takes(node.label)}
            {...changeTo(swapped(question, seats, id, node.id))}
          />
        ))}
        {other !== null && (
          <Change
            key={other.id}
            label={words.plan.takes(other.label)}
            {...changeTo(swapped(question, seats, id, other.id))}
          />
        )}
        {left !== null && <Change label={words.plan.leave} {...changeTo(left)} />}
        <Change label={words.plan.cannotCome(label)} {...changeTo(excluded(question, id))} />
      </ul>
      <Finder
        isSmall
        isLabelShown
        label={words.plan.anybody}
        placeholder={words.plan.pickRoleHint}
        kinds={roleKind}
        onChoose={({ label: name, node: { id: picked } }) => {
          setOther(seats.includes(picked) ? null : { id: picked, label: name });
        }}
      />
    </div>
  );
}

interface ChangeProps {
  readonly label: string;
  readonly to: PlanQuestion;
  readonly request: PlanRequest;
  readonly plan: PlanData;
}

function Change({ label, to, request, plan }: ChangeProps) {
  const asked = useAnswer(planAnswers, { ...request, question: to });
  return (
    <li>
      <Link to={{ name: 'PLAN', question: to }}>{label}</Link>
      <ChangeText
        before={plan}
        after={asked.status === 'READY' ? asked.data : undefined}
        isFailed={asked.status === 'FAILED'}
      />
    </li>
  );
}

interface ChangeTextProps {
  readonly before: PlanData;
  readonly after: PlanData | undefined;
  readonly isFailed: boolean;
}

function ChangeText({ before, after, isFailed }: ChangeTextProps) {
  if (isFailed) return <p class="fine">{words.plan.change.unknown}</p>;
  if (after === undefined) {
    return (
      <p class="fine" aria-busy="true">
        {words.states.loading}
      </p>
    );
  }
  const change = changeBetween(before, after);
  return <p class={isNothing(change.lost) ? 'fine' : 'fine loss'}>{changeInWords(change, before.unit)}</p>;
}
