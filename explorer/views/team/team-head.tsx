import type { View } from '../../state/address/address.ts';
import type { TeamPart, TeamQuestion } from '../../state/address/team-address.ts';
import { Link } from '../../state/link.tsx';
import type { OurTeam } from '../../state/our-team.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';

export interface PartProps {
  readonly question: TeamQuestion;
  readonly part: TeamPart;
  readonly ours: OurTeam;
  readonly frame: Frame | undefined;
}

/** The view of a team with another question, or with a part of it changed. */
export function teamView(question: TeamQuestion, change: Partial<TeamQuestion>): View {
  return { name: 'TEAM', question: { ...question, ...change } };
}

interface TeamHeadProps {
  readonly question: TeamQuestion;
  readonly part: TeamPart;
  readonly title: string;
  readonly lead: string;
}

const shownParts: readonly TeamPart[] = ['PEOPLE', 'COVERS', 'LEAVES', 'HATS'];

/** The answer in a sentence, and the other questions. */
export function TeamHead({ question, part, title, lead }: TeamHeadProps) {
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <nav aria-label={words.team.parts}>
        <ul class="tabs team-parts">
          {shownParts.map((each) => (
            <li key={each}>
              <Link to={teamView(question, { part: each })} aria-current={each === part ? 'page' : undefined}>
                {words.team.part[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

/** What is said where nothing can be asked about the team; null if something can be. */
export function WhyNothing({ question, ours }: Pick<PartProps, 'question' | 'ours'>) {
  const { team, asked, failure } = ours;
  if (failure !== undefined) return <FailureNote failure={failure.failure} retry={failure.retry} />;
  if (asked === undefined) return <p aria-busy="true">{words.states.loading}</p>;
  const why =
    team.length === 0 ? words.team.nobodyYet : asked.staff.length === 0 ? words.team.noRoles : words.team.allAway;
  return (
    <div class="note">
      <p>{why}</p>
      <Link class="button" to={teamView(question, { part: 'PEOPLE' })}>
        {words.team.toPeople}
      </Link>
    </div>
  );
}

/** Whether somebody who has a role is there. */
export function canBeAsked({ asked }: OurTeam): boolean {
  return asked !== undefined && asked.staff.length > asked.absent.length;
}
