import { useAnswer } from '../../state/answers.ts';
import { type Cover, coverAnswers, coverQueryText, coverVariables } from '../../state/questions/cover-questions.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { HelpLink } from '../help-link.tsx';
import { type Jump, Jumps } from '../jumps.tsx';
import { TakeAlong } from '../take-along.tsx';
import { Waiting } from '../waiting.tsx';
import { coverTables, leadOf, titleOf } from './cover-lists.ts';
import { CoversSide } from './covers-side.tsx';
import { DutyCard } from './duty-card.tsx';
import { useLabels } from '../../state/labels.ts';
import { GroupChips } from './group-chips.tsx';
import { canBeAsked, type PartProps, TeamHead, WhyNothing } from './team-head.tsx';

/** What the team covers: what nobody does first, then what hangs on one person. */
export function CoversPart({ question, part, ours, frame }: PartProps) {
  const { asked, team } = ours;
  const cover = asked !== undefined && canBeAsked(ours) ? { ...asked, of: question.of } : null;
  const answer = useAnswer(coverAnswers, cover);
  const labelOf = useLabels(question.of, frame);
  const { data } = answer;
  const of = question.of.length === 0 ? null : list(question.of.map(labelOf));
  return (
    <>
      <TeamHead
        question={question}
        part={part}
        title={data === undefined ? words.team.covers.loading : titleOf(data, team, cover?.absent.length ?? 0, of)}
        lead={data === undefined ? '' : leadOf(data, team, cover?.absent ?? [])}
      />
      {cover === null ? (
        <WhyNothing question={question} ours={ours} />
      ) : (
        <>
          <GroupChips question={question} frame={frame} hasEverything />
          <Waiting answer={answer} />
          {data !== undefined && (
            <>
              <Jumps to={jumpsTo(data)} />
              <div class="team-columns" aria-busy={answer.status === 'LOADING'}>
                <DutyCard question={question} cover={data} team={team} />
                <CoversSide question={question} cover={data} team={team} />
              </div>
            </>
          )}
          <details class="computed">
            <summary>{words.team.covers.computed}</summary>
            <p>
              {words.team.covers.computedText} <HelpLink about="COVERAGE" />
            </p>
          </details>
          <TakeAlong
            tables={() => (data === undefined ? [] : coverTables(data, team))}
            query={coverQueryText}
            variables={coverVariables(cover)}
          />
        </>
      )}
    </>
  );
}

/** What is below the duties. */
function jumpsTo({ groups, headings }: Cover): readonly Jump[] {
  const { covers } = words.team;
  return [
    { id: 'hanging', label: covers.hangs },
    { id: 'additions', label: covers.adds },
    ...(groups.length < 2 ? [] : [{ id: 'shares', label: covers.groups }]),
    ...(headings.length === 0 ? [] : [{ id: 'headings', label: covers.headings(headings.length) }]),
  ];
}
