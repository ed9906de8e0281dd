import type { PlanQuestion } from '../../state/address/plan-address.ts';
import { wholeCatalog } from '../../state/address/team-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { usePageTitle } from '../page-title.ts';
import { PlanControls } from './plan-controls.tsx';

interface NoTeamProps {
  readonly question: PlanQuestion;
  readonly frame: Frame | undefined;
}

/** For a plan from a team that nobody has typed in this browser. */
export function NoTeam({ question, frame }: NoTeamProps) {
  usePageTitle(words.plan.question);
  return (
    <>
      <h1>{words.plan.question}</h1>
      <PlanControls question={question} frame={frame} plan={undefined} />
      <div class="note">
        <p>{words.plan.team.none}</p>
        <p>
          <Link to={{ name: 'TEAM', question: wholeCatalog }}>{words.plan.team.toTeam}</Link>
        </p>
        <p>
          <Link to={{ name: 'PLAN', question: { ...question, isFromTeam: false } }}>{words.plan.team.all}</Link>
        </p>
      </div>
    </>
  );
}
