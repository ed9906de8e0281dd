import { useAnswer } from '../../state/answers.ts';
import { indexOfSent, sentName } from '../../state/asked-team.ts';
import { Link } from '../../state/link.tsx';
import { coverAnswers, coverQueryText, coverVariables } from '../../state/questions/cover-questions.ts';
import { leaveAnswers, leaveQueryText, leaveVariables, type Leaving } from '../../state/questions/leave-questions.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { HelpLink } from '../help-link.tsx';
import { type Jump, Jumps } from '../jumps.tsx';
import { TakeAlong } from '../take-along.tsx';
import { Waiting } from '../waiting.tsx';
import { hangingOn, namesOf } from './cover-lists.ts';
import { GroupChips } from './group-chips.tsx';
import { HandoverCard } from './handover-card.tsx';
import { handoverTable, leadOf } from './leave-lists.ts';
import { LeavesSide } from './leaves-side.tsx';
import { canBeAsked, type PartProps, TeamHead, teamView, WhyNothing } from './team-head.tsx';

const { leaves, covers } = words.team;

/** What is lost if somebody leaves, and who could take it. */
export function LeavesPart({ question, part, ours, frame }: PartProps) {
  const { asked, team } = ours;
  const cover = asked !== undefined && canBeAsked(ours) ? { ...asked, of: question.of } : null;
  const leaving = question.leave.filter((number) => asked?.staff.some(({ name }) => name === sentName(number - 1)));
  const leave = leaving.map((number) => sentName(number - 1));
  const staying = cover?.staff.filter(({ name }) => !leave.includes(name) && !cover.absent.includes(name)) ?? [];
  const isPossible = cover !== null && leave.length > 0 && staying.length > 0;
  const without = isPossible ? { ...cover, leave } : null;
  const answer = useAnswer(leaveAnswers, without);
  const { data } = answer;
  const names = namesOf(
    leaving.map((number) => number - 1),
    team,
  );
  return (
    <>
      <TeamHead
        question={question}
        part={part}
        title={data === undefined ? leaves.question : leaves.title(names, data.lost.responsibilities.totalCount)}
        lead={data === undefined ? leaves.lead : leadOf(data, team)}
      />
      {cover === null ? (
        <WhyNothing question={question} ours={ours} />
      ) : (
        <>
          <Chooser question={question} ours={ours} leaving={leaving} />
          <GroupChips question={question} frame={frame} hasEverything />
          {leave.length > 0 && staying.length === 0 && (
            <div class="note">
              <p>{leaves.only}</p>
            </div>
          )}
          {without !== null && <Waiting answer={answer} />}
          {data !== undefined && (
            <>
              <Jumps to={jumpsTo(data)} />
              <div class="team-columns" aria-busy={answer.status === 'LOADING'}>
                <HandoverCard data={data} team={team} />
                <LeavesSide data={data} team={team} />
              </div>
            </>
          )}
          <details class="computed">
            <summary>{covers.computed}</summary>
            <p>
              {leaves.computedText} <HelpLink about="CHANGES" />
            </p>
          </details>
          <TakeAlong
            tables={() => (data === undefined ? [] : [handoverTable(data, team)])}
            query={without === null ? coverQueryText : leaveQueryText}
            variables={without === null ? coverVariables(cover) : leaveVariables(without)}
          />
        </>
      )}
    </>
  );
}

/** What is below the duties. */
function jumpsTo({ handover, lost, newlySingle }: Leaving): readonly Jump[] {
  const hasClosest = handover.edges.some(({ node }) => node.successors.length > 0);
  return [
    ...(hasClosest ? [{ id: 'closest', label: leaves.byPerson }] : []),
    { id: 'hires', label: leaves.hires },
    ...(lost.categories.nodes.length > 0 ? [{ id: 'lost-headings', label: leaves.headings }] : []),
    ...(newlySingle.responsibilities.totalCount > 0 ? [{ id: 'newly-single', label: leaves.newlySingle }] : []),
  ];
}

interface ChooserProps extends Pick<PartProps, 'question' | 'ours'> {
  readonly leaving: readonly number[];
}

/** Who leaves: everybody who has a role, with what hangs on them. */
function Chooser({ question, ours, leaving }: ChooserProps) {
  const { asked, team } = ours;
  const answer = useAnswer(coverAnswers, asked === undefined ? null : { ...asked, of: question.of });
  const hanging = answer.status === 'READY' ? hangingOn(answer.data) : [];
  return (
    <div class="filters" role="group" aria-label={leaves.choose}>
      {asked?.staff.map(({ name: sent }) => {
        const index = indexOfSent(sent);
        const isLeaving = leaving.includes(index + 1);
        const name = team[index]?.name ?? '';
        const count = hanging.find(({ person }) => person === index)?.count ?? 0;
        const others = leaving.filter((number) => number !== index + 1);
        return (
          <Link
            key={sent}
            class="filter"
            to={teamView(question, { leave: isLeaving ? others : [...leaving, index + 1] })}
            aria-current={isLeaving ? 'true' : undefined}
            title={count === 0 ? undefined : covers.alone(count)}
          >
            {name}
            {count > 0 && (
              <span class="count" aria-hidden="true">
                &nbsp;{number(count)}
              </span>
            )}
            {isLeaving && <span aria-hidden="true">&nbsp;×</span>}
          </Link>
        );
      })}
    </div>
  );
}
