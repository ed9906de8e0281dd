import { words } from '../../words/words.ts';
import { coverQueryText, coverVariables } from '../../state/questions/cover-questions.ts';
import { FailureNote } from '../failure-note.tsx';
import { useFocusAfter } from '../focus-after.ts';
import { HelpLink } from '../help-link.tsx';
import { TakeAlong } from '../take-along.tsx';
import { AddForm } from './add-form.tsx';
import { MemberItem } from './member-item.tsx';
import { useMemberKeys } from './member-keys.ts';
import { PasteBox } from './paste-box.tsx';
import { TeamActions, UndoNote } from './team-actions.tsx';
import { type PartProps, TeamHead } from './team-head.tsx';
import { teamTable } from './team-table.ts';
import { UnknownTitles } from './unknown-titles.tsx';

const { empty, list } = words.team;

/** Who is in the team: typed, pasted or dropped, and changed. */
export function PeoplePart({ question, part, ours, frame }: PartProps) {
  const { team, roles, asked, failure } = ours;
  const keys = useMemberKeys(team);
  useFocusAfter('people', team);
  const roleCount = new Set(team.flatMap((member) => member.roles)).size;
  return (
    <>
      <TeamHead
        question={question}
        part={part}
        title={team.length === 0 ? empty.title : list.title(team.length, roleCount)}
        lead={team.length === 0 ? empty.lead : list.lead}
      />
      <UndoNote />
      {failure !== undefined && <FailureNote failure={failure.failure} retry={failure.retry} />}
      <UnknownTitles team={team} />
      <div class="team-columns">
        <section class="card" aria-labelledby="people">
          <h2 id="people" tabIndex={-1}>
            {words.team.part.PEOPLE}
          </h2>
          {team.length > 0 && (
            <ul class="members">
              {team.map((member, index) => (
                <MemberItem key={keys[index]} member={member} index={index} team={team} roles={roles} frame={frame} />
              ))}
            </ul>
          )}
          <AddForm team={team} />
        </section>
        <div class="team-side">
          <PasteBox team={team} />
          <p class="fine">
            {words.team.privacy} <HelpLink about="PRIVACY" />
          </p>
          {team.length > 0 && <TeamActions team={team} roles={roles} />}
        </div>
      </div>
      {asked !== undefined && asked.staff.length > 0 && (
        <TakeAlong
          tables={() => [teamTable(team, roles ?? new Map())]}
          query={coverQueryText}
          variables={coverVariables({ ...asked, of: question.of })}
        />
      )}
    </>
  );
}
