import { noFilter } from '../../state/address/board-address.ts';
import { useAnswer } from '../../state/answers.ts';
import { indexOfSent, sentName, withNames } from '../../state/asked-team.ts';
import { Link } from '../../state/link.tsx';
import { coverAnswers, coverQueryText, coverVariables } from '../../state/questions/cover-questions.ts';
import {
  type HandedOver,
  leaveAnswers,
  leaveQueryText,
  leaveVariables,
  type Leaving,
} from '../../state/questions/leave-questions.ts';
import type { Table } from '../../state/table.ts';
import type { Member } from '../../state/team.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { type Jump, Jumps } from '../jumps.tsx';
import { TakeAlong } from '../take-along.tsx';
import { hangingOn, namesOf } from './cover-lists.ts';
import { GroupChips } from './group-chips.tsx';
import { canBeAsked, type PartProps, TeamHead, teamView, WhyNothing } from './team-head.tsx';

const { leaves, covers } = words.team;

/** The most names of a sentence. */
const mostNamed = 2;

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
          <Chooser {...{ question, part, ours, frame }} leaving={leaving} />
          <GroupChips question={question} frame={frame} hasEverything />
          {leave.length > 0 && staying.length === 0 && (
            <div class="note">
              <p>{leaves.only}</p>
            </div>
          )}
          {without !== null && answer.status === 'FAILED' && (
            <FailureNote failure={answer.failure} retry={answer.retry} />
          )}
          {without !== null && answer.status === 'LOADING' && data === undefined && (
            <div class="skeleton" aria-busy="true">
              <p class="unseen">{words.states.loading}</p>
            </div>
          )}
          {data !== undefined && (
            <>
              <Jumps to={jumpsTo(data)} />
              <div class="team-columns" aria-busy={answer.status === 'LOADING'}>
                <Handover data={data} team={team} />
                <LeavesSide data={data} team={team} />
              </div>
            </>
          )}
          <details class="computed">
            <summary>{covers.computed}</summary>
            <p>{leaves.computedText}</p>
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

/** Who leaves: everybody who has a role, with what hangs on them. */
function Chooser({ question, ours, leaving }: PartProps & { readonly leaving: readonly number[] }) {
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

function Handover({ data, team }: { readonly data: Leaving; readonly team: readonly Member[] }) {
  const duties = data.handover.edges.map(({ node }) => node);
  return (
    <section class="card" aria-labelledby="handover">
      <h2 id="handover">{leaves.handover}</h2>
      {duties.length === 0 && <p>{leaves.nothingLost}</p>}
      <ul class="duty-list">
        {duties.map((duty) => (
          <li key={duty.responsibility.id}>
            <p class="duty-name">
              <Link to={{ name: 'BOARD', filter: { ...noFilter, performsAll: [duty.responsibility.id] } }}>
                {duty.responsibility.name}
              </Link>
            </p>
            <Successors duty={duty} team={team} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is closest to a duty, and why; the others open. */
function Successors({ duty, team }: { readonly duty: HandedOver; readonly team: readonly Member[] }) {
  const [first, ...others] = duty.successors;
  if (first === undefined) {
    return (
      <p>
        <strong>{leaves.noOne}</strong>
      </p>
    );
  }
  return (
    <>
      <p>{withNames(first.reason, team)}</p>
      {others.length > 0 && (
        <details class="opens">
          <summary>{leaves.alsoClose(others.length)}</summary>
          <ul class="duties">
            {others.map(({ reason }) => (
              <li key={reason}>{withNames(reason, team)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function LeavesSide({ data, team }: { readonly data: Leaving; readonly team: readonly Member[] }) {
  const { hires, lost, newlySingle } = data;
  const closest = closestPeople(data, team);
  const useful = hires.nodes.filter(({ adds }) => adds.responsibilities.totalCount > 0);
  return (
    <div class="team-side">
      {closest.length > 0 && (
        <section class="card" aria-labelledby="closest">
          <h2 id="closest">{leaves.byPerson}</h2>
          <ul class="rows">
            {closest.map(({ name, duties }) => (
              <li key={name}>
                <span>{name}</span>
                <details class="opens">
                  <summary>{words.team.duty(duties.length)}</summary>
                  <ul class="duties">
                    {duties.map((duty) => (
                      <li key={duty}>{duty}</li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card" aria-labelledby="hires">
        <h2 id="hires">{leaves.hires}</h2>
        {useful.length === 0 && <p>{leaves.noHires}</p>}
        <ol class="rows">
          {useful.map(({ role, adds: { responsibilities } }) => (
            <li key={role.id}>
              <Link to={{ name: 'ROLE', slug: role.slug }}>{role.label}</Link>
              <details class="opens">
                <summary>{words.team.duty(responsibilities.totalCount)}</summary>
                <ul class="duties">
                  {responsibilities.edges.map(({ label }) => (
                    <li key={label}>{label}</li>
                  ))}
                </ul>
              </details>
            </li>
          ))}
        </ol>
      </section>
      {lost.categories.nodes.length > 0 && (
        <section class="card" aria-labelledby="lost-headings">
          <h2 id="lost-headings">{leaves.headings}</h2>
          <ul class="rows">
            {lost.categories.nodes.map(({ label }) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </section>
      )}
      {newlySingle.responsibilities.totalCount > 0 && (
        <section class="card" aria-labelledby="newly-single">
          <h2 id="newly-single">{leaves.newlySingle}</h2>
          <ul class="rows">
            {newlySingle.responsibilities.edges.map(({ label, people, node }) => (
              <li key={node.id}>
                <span>{label}</span>
                <span class="fine">{people.map(({ name }) => withNames(name, team)).join(', ')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface Closest {
  readonly name: string;
  readonly duties: readonly string[];
}

/** Who is closest to which duties, most first. */
function closestPeople({ handover }: Leaving, team: readonly Member[]): readonly Closest[] {
  const duties = new Map<string, string[]>();
  for (const { node } of handover.edges) {
    const sent = node.successors[0]?.position.person?.name;
    if (sent === undefined) continue;
    const name = withNames(sent, team);
    duties.set(name, [...(duties.get(name) ?? []), node.responsibility.name]);
  }
  return [...duties]
    .map(([name, theirs]) => ({ name, duties: theirs }))
    .sort((a, b) => b.duties.length - a.duties.length);
}

function leadOf(data: Leaving, team: readonly Member[]): string {
  const closest = closestPeople(data, team).slice(0, mostNamed);
  const alone = data.handover.edges.filter(({ node }) => node.successors.length === 0).length;
  const [hire] = data.hires.nodes;
  const single = data.newlySingle.responsibilities.totalCount;
  return [
    ...(closest.length > 0 ? [leaves.closest(closest.map(({ name, duties }) => [name, duties.length]))] : []),
    ...(alone > 0 ? [leaves.nobodyNear(alone, hire?.role.label ?? null)] : []),
    ...(single > 0 ? [leaves.single(single)] : []),
  ].join(' ');
}

function handoverTable({ handover }: Leaving, team: readonly Member[]): Table {
  const { tables } = words.team;
  return {
    title: tables.leaves,
    columns: [tables.duty, tables.closest, tables.why],
    rows: handover.edges.map(({ node: { responsibility, successors } }) => {
      const [first] = successors;
      const name = first?.position.person?.name;
      return [
        responsibility.name,
        name === undefined ? leaves.noOne : withNames(name, team),
        first === undefined ? null : withNames(first.reason, team),
      ];
    }),
  };
}
