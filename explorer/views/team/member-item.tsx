import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { isAway, todayText } from '../../state/asked-team.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { TeamRole } from '../../state/questions/team-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import { keepTeam, type Member } from '../../state/team.ts';
import { percent } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { isNameTaken } from './add-form.tsx';
import { roleKind } from '../../state/questions/search-questions.ts';
import { Finder } from '../search/finder.tsx';

const { list } = words.team;

interface MemberItemProps {
  readonly member: Member;
  readonly index: number;
  readonly team: readonly Member[];
  readonly roles: ReadonlyMap<string, TeamRole> | undefined;
  readonly frame: Frame | undefined;
}

/** Somebody of the team, who opens to be changed. */
export function MemberItem({ member, index, team, roles, frame }: MemberItemProps) {
  const change = (changed: Member) => {
    keepTeam(team.with(index, changed));
  };
  const labelOf = (id: string) => roles?.get(id)?.label ?? (roles === undefined ? '…' : list.unknownRole(id));
  const pillars = [
    ...new Map(member.roles.flatMap((id) => roles?.get(id)?.pillars ?? []).map((p) => [p.id, p])).values(),
  ];
  return (
    <li>
      <details class="member">
        <summary>
          <span class="member-name">{member.name}</span>
          {frame !== undefined && pillars.length > 0 && <SignatureCells {...signatureIn(frame, pillars)} />}
          <span class="fine member-facts">{factsOf(member, labelOf)}</span>
        </summary>
        <div class="member-form">
          <label>
            <span class="fine">{list.name}</span>
            <input
              class="field"
              value={member.name}
              maxLength={200}
              autocomplete="off"
              onChange={({ currentTarget }) => {
                const name = currentTarget.value.trim();
                if (name === '' || isNameTaken(name, team.toSpliced(index, 1))) currentTarget.value = member.name;
                else change({ ...member, name });
              }}
            />
          </label>
          <ul class="filters">
            {member.roles.map((id) => (
              <li key={id}>
                <button
                  type="button"
                  class="filter"
                  aria-label={list.removeRole(labelOf(id), member.name)}
                  onClick={() => {
                    change({ ...member, roles: member.roles.filter((each) => each !== id) });
                  }}
                >
                  {labelOf(id)}
                  <span aria-hidden="true">&nbsp;×</span>
                </button>
              </li>
            ))}
          </ul>
          <Finder
            isSmall
            label={list.addRole(member.name)}
            placeholder={list.rolePlaceholder}
            kinds={roleKind}
            without={member.roles}
            onChoose={({ node: { id } }) => {
              change({ ...member, roles: [...member.roles, id] });
            }}
          />
          <Time member={member} onChange={change} />
          <button
            type="button"
            class="button"
            onClick={() => {
              keepTeam(team.toSpliced(index, 1), list.removed(member.name));
            }}
          >
            {list.remove(member.name)}
          </button>
        </div>
      </details>
    </li>
  );
}

/** How much somebody works, and until when. */
function Time({ member, onChange }: { readonly member: Member; readonly onChange: (member: Member) => void }) {
  const { share = 1, isAbsent = false, until = '' } = member;
  return (
    <div class="member-time">
      <label>
        <span class="fine">{list.share}</span>
        <input
          class="field"
          type="number"
          min={1}
          max={100}
          value={Math.round(share * 100)}
          onChange={({ currentTarget }) => {
            const given = currentTarget.valueAsNumber;
            onChange({ ...member, share: given >= 1 && given <= 100 ? given / 100 : 1 });
          }}
        />
      </label>
      <label>
        <span class="fine">{list.lastDay}</span>
        <input
          class="field"
          type="date"
          value={until}
          onChange={({ currentTarget }) => {
            onChange({ ...member, until: currentTarget.value });
          }}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={isAbsent}
          onChange={({ currentTarget }) => {
            onChange({ ...member, isAbsent: currentTarget.checked });
          }}
        />
        {list.isAbsent}
      </label>
    </div>
  );
}

function factsOf(member: Member, labelOf: (id: string) => string): string {
  const { roles, unknown = [], share = 1, until } = member;
  const titles = [...roles.map(labelOf), ...unknown.map((title) => `“${title}”`)];
  return [
    titles.length === 0 ? list.noRole : titles.join(', '),
    ...(share < 1 ? [percent(share)] : []),
    ...(until === undefined ? [] : [list.until(until)]),
    ...(isAway(member, todayText()) ? [list.away] : []),
  ].join(' · ');
}
