import { useState } from 'preact/hooks';
import { noFilter } from '../../state/address/board-address.ts';
import type { DutyList, TeamQuestion } from '../../state/address/team-address.ts';
import { Link } from '../../state/link.tsx';
import type { Cover, CoverDuty } from '../../state/questions/cover-questions.ts';
import type { Member } from '../../state/team.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { useFirstOf } from '../first-of.ts';
import { ShowMore } from '../show-more.tsx';
import { listOf, namesOf, sortedDuties } from './cover-lists.ts';
import { teamView } from './team-head.tsx';

const { covers } = words.team;

/** As many duties are shown at first. */
const shownFirst = 12;

const lists: readonly DutyList[] = ['NOBODY', 'ONE', 'THIN', 'SEVERAL'];

interface DutyCardProps {
  readonly question: TeamQuestion;
  readonly cover: Cover;
  readonly team: readonly Member[];
}

/** All duties by how many do them, and a field that says who of ours does one. */
export function DutyCard({ question, cover, team }: DutyCardProps) {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const who = question.who === null ? null : question.who - 1;
  const isOf = (duty: CoverDuty) => who === null || duty.people.includes(who);
  const duties =
    wanted === ''
      ? sortedDuties(cover.duties, question.list).filter(isOf)
      : cover.duties.filter((duty) => duty.label.toLowerCase().includes(wanted) && isOf(duty));
  const shownLists = lists
    .map((each) => ({
      each,
      count:
        each === 'NOBODY' ? cover.openCount : cover.duties.filter((duty) => listOf(duty) === each && isOf(duty)).length,
    }))
    // Few teams have anybody part-time, and others need not read of it.
    .filter(({ each, count }) => each !== 'THIN' || count > 0 || each === question.list);
  return (
    <section class="card" aria-labelledby="duties">
      <div class="card-head">
        <h2 id="duties">{covers.dutiesTitle}</h2>
        <input
          class="field"
          type="search"
          aria-label={covers.find}
          placeholder={covers.find}
          value={text}
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
      </div>
      <div class="filters" role="group" aria-label={covers.lists}>
        {shownLists.map(({ each, count }) => (
          <Link
            key={each}
            class="filter"
            to={teamView(question, { list: each, ...(each === 'NOBODY' && { who: null }) })}
            aria-current={wanted === '' && each === question.list ? 'true' : undefined}
            onFollow={() => {
              setText('');
            }}
          >
            {covers.list[each]}&nbsp;
            <span class="count">{number(count)}</span>
          </Link>
        ))}
        {who !== null && (
          <Link class="filter" to={teamView(question, { who: null })} aria-current="true">
            {covers.onlyOf(namesOf([who], team).join())}
            <span aria-hidden="true">&nbsp;×</span>
          </Link>
        )}
      </div>
      {wanted === '' && duties.length > 0 && <p class="fine">{covers.listHint[question.list]}</p>}
      <p class={duties.length === 0 ? undefined : 'unseen'} role="status">
        {duties.length === 0 ? (wanted === '' ? covers.empty[question.list] : covers.noMatch(text.trim())) : ''}
      </p>
      <Duties key={`${question.list} ${question.who} ${wanted}`} duties={duties} team={team} question={question} />
      {cover.duties.length < cover.dutyCount && (
        <p class="fine">{covers.notAll(cover.duties.length, cover.dutyCount)}</p>
      )}
    </section>
  );
}

interface DutiesProps {
  readonly duties: readonly CoverDuty[];
  readonly team: readonly Member[];
  readonly question: TeamQuestion;
}

function Duties({ duties, team, question }: DutiesProps) {
  const { shown, more, showAll } = useFirstOf(duties, duties.slice(0, shownFirst));
  return (
    <>
      <ul class="duty-list">
        {shown.map((duty) => (
          <li key={`${duty.id} ${duty.group}`}>
            <DutyItem duty={duty} team={team} question={question} />
          </li>
        ))}
      </ul>
      {more > 0 && <ShowMore label={covers.more(more)} show={showAll} />}
    </>
  );
}

function DutyItem({ duty, team, question }: { readonly duty: CoverDuty } & Omit<DutiesProps, 'duties'>) {
  const { id, label, group, people, absent, elsewhere, roleCount, roles } = duty;
  return (
    <>
      <p class="duty-name">
        <Link to={{ name: 'BOARD', filter: { ...noFilter, performsAll: [id] } }}>{label}</Link>
        {group !== null && <span class="fine"> {covers.inGroup(group)}</span>}
      </p>
      {people.length > 0 && people.join() !== String((question.who ?? 0) - 1) && (
        <ul class="names">
          {people.map((person) => {
            const [name = ''] = namesOf([person], team);
            return (
              <li key={person}>
                <Link
                  to={teamView(question, { who: person + 1, list: listOf(duty) })}
                  aria-label={covers.showAllOf(name)}
                >
                  {name}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {people.length === 0 && (
        <p class="fine could">
          {absent.length > 0 && <strong>{covers.wouldDo(namesOf(absent, team))} </strong>}
          {elsewhere.length > 0 && <strong>{covers.doElsewhere(namesOf(elsewhere, team))} </strong>}
          {roleCount === 0 ? <strong>{covers.noRoleDoes}</strong> : <Could roles={roles} count={roleCount} />}
        </p>
      )}
    </>
  );
}

/** The roles that do a duty, each a link to its page. */
function Could({ roles, count }: { readonly roles: CoverDuty['roles']; readonly count: number }) {
  return (
    <>
      {covers.could}{' '}
      {roles.map(({ slug, label }, index) => (
        <span key={slug}>
          {index > 0 && ', '}
          <Link to={{ name: 'ROLE', slug }}>{label}</Link>
        </span>
      ))}
      {count > roles.length && `, ${covers.others(count - roles.length)}`}
    </>
  );
}
