import { useState } from 'preact/hooks';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import { useAnswer } from '../../state/answers.ts';
import { indexOfSent, withNames } from '../../state/asked-team.ts';
import type { TeamQuestion } from '../../state/address/team-address.ts';
import { Link } from '../../state/link.tsx';
import { openView } from '../../state/location.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import {
  type Hat,
  hatsAnswers,
  type HatsAnswer,
  type HatsQuestion,
  hatsQueryText,
  hatsVariables,
} from '../../state/questions/hats-questions.ts';
import { signatureIn } from '../../state/signatures.ts';
import type { Table } from '../../state/table.ts';
import type { Member } from '../../state/team.ts';
import { curly } from '../../words/curly.ts';
import { counted, list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { HelpLink } from '../help-link.tsx';
import { TakeAlong } from '../take-along.tsx';
import { useLabels } from '../../state/labels.ts';
import { GroupChips } from './group-chips.tsx';
import { Finder } from '../search/finder.tsx';
import { type PartProps, TeamHead, teamView } from './team-head.tsx';

const { hats, covers } = words.team;

/** As many people there are where there is no team. */
const usualPeople = 5;
/** The most people that roles can be spread over. */
const mostPeople = 50;

/** Roles spread over people, who may each have several. */
export function HatsPart({ question, part, ours, frame }: PartProps) {
  const { asked, team } = ours;
  const hasTeam = asked !== undefined && asked.staff.length > 0;
  const there = hasTeam ? asked.staff.length - asked.absent.length : 0;
  const count = question.people ?? Math.min(mostPeople, there > 0 ? there : usualPeople);
  // Nobody of a team can be left out who keeps roles.
  const canKeep = hasTeam && there > 0 && count >= there && asked.staff.length <= mostPeople;
  const kept = canKeep && question.keep ? asked : null;
  const labelOf = useLabels([...question.of, ...question.apart.flat()], frame);
  const isKnown = team.length === 0 || asked !== undefined;
  const spread: HatsQuestion | null =
    question.of.length === 0 || !isKnown ? null : { of: question.of, people: count, team: kept, apart: question.apart };
  const answer = useAnswer(hatsAnswers, spread);
  const { data } = answer;
  const of = list(question.of.map(labelOf));
  return (
    <>
      <TeamHead
        question={question}
        part={part}
        title={data === undefined ? hats.question : titleOf(data, of)}
        lead={data === undefined ? hats.lead : leadOf(data)}
      />
      <GroupChips question={question} frame={frame} hasEverything={false} />
      <div class="filters">
        <PeopleCount question={question} count={count} />
        {hasTeam && (
          <Link
            class="filter"
            to={teamView(question, kept === null ? { keep: true, people: null } : { keep: false })}
            aria-current={kept === null ? undefined : 'true'}
          >
            {hats.keep}
          </Link>
        )}
        {question.apart.map(([one, other]) => (
          <Link
            key={`${one} ${other}`}
            class="filter"
            aria-current="true"
            aria-label={hats.removeApart(labelOf(one), labelOf(other))}
            to={teamView(question, {
              apart: question.apart.filter((pair) => pair[0] !== one || pair[1] !== other),
            })}
          >
            {hats.pair(labelOf(one), labelOf(other))}
            <span aria-hidden="true">&nbsp;×</span>
          </Link>
        ))}
      </div>
      <ApartForm question={question} />
      {spread !== null && answer.status === 'FAILED' && <FailureNote failure={answer.failure} retry={answer.retry} />}
      {spread !== null && answer.status === 'LOADING' && data === undefined && (
        <p class="hats-working" role="status" aria-busy="true">
          {hats.working}
        </p>
      )}
      {data !== undefined && spread !== null && (
        <>
          {data.separations.map(({ sentence }) => (
            <p key={sentence} class="fine">
              {withNames(sentence, team)}
            </p>
          ))}
          <ul class="hats" aria-busy={answer.status === 'LOADING'}>
            {data.persons.map((person) => (
              <li key={person.number} class="card">
                <HatCard person={person} team={team} frame={frame} />
              </li>
            ))}
          </ul>
          <details class="computed">
            <summary>{covers.computed}</summary>
            <p>
              {hats.computedText} <HelpLink about="HATS" />
            </p>
          </details>
          <TakeAlong tables={() => [hatsTable(data, team)]} query={hatsQueryText} variables={hatsVariables(spread)} />
        </>
      )}
    </>
  );
}

function titleOf({ roleCount, ofGroups, persons }: HatsAnswer, of: string): string {
  return hats.title(ofGroups, roleCount - ofGroups, of, persons.length);
}

function leadOf({ optimal, hasEvenLoads, unassignedPeople }: HatsAnswer): string {
  return [
    hasEvenLoads ? hats.even : hats.uneven,
    optimal ? hats.best : hats.bestFound,
    ...(unassignedPeople > 0 ? [hats.free(unassignedPeople)] : []),
  ].join(' ');
}

function nameOf({ name, number: place }: Hat, team: readonly Member[]): string {
  return (name === null ? undefined : team[indexOfSent(name)]?.name) ?? hats.person(place);
}

function HatCard({
  person,
  team,
  frame,
}: {
  readonly person: Hat;
  readonly team: readonly Member[];
  readonly frame: Frame | undefined;
}) {
  return (
    <>
      <h3>{nameOf(person, team)}</h3>
      <ul class="rows">
        {person.roles.map(({ role, isGiven }) => (
          <li key={role.id}>
            <span>
              <Link to={{ name: 'ROLE', slug: role.slug }}>{role.label}</Link>
              {isGiven && <span class="fine"> {hats.has}</span>}
            </span>
            {frame !== undefined && <SignatureCells {...signatureIn(frame, role.pillars)} />}
          </li>
        ))}
      </ul>
      {person.roles.length > 1 && <p class="fine">{curly(person.headline)}</p>}
      <details class="opens">
        <summary>{hats.why}</summary>
        <ul class="duties">
          {person.roles.map(({ role, reason }) => (
            <li key={role.id}>
              <span>
                <strong>{role.label}</strong>: {withNames(reason, team)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** Over how many people, with one fewer or more at each click. */
function PeopleCount({ question, count }: { readonly question: TeamQuestion; readonly count: number }) {
  return (
    <span class="stepper">
      <Link
        class="button"
        to={teamView(question, { people: Math.max(1, count - 1) })}
        aria-label={hats.fewer}
        aria-disabled={count <= 1}
      >
        −
      </Link>
      <output>{counted(count, words.team.people)}</output>
      <Link
        class="button"
        to={teamView(question, { people: Math.min(mostPeople, count + 1) })}
        aria-label={hats.more}
        aria-disabled={count >= mostPeople}
      >
        +
      </Link>
    </span>
  );
}

const apartKinds = ['ROLE', 'CATEGORY', 'TOPIC', 'RESPONSIBILITY', 'PILLAR'] as const;

/** Two things that must not be in the hands of the same person. */
function ApartForm({ question }: { readonly question: TeamQuestion }) {
  const [first, setFirst] = useState<{ readonly id: string; readonly label: string } | null>(null);
  return (
    <details class="computed">
      <summary>{hats.apart}</summary>
      <p class="fine">{hats.apartHint}</p>
      <div class="filters">
        {first === null ? (
          <Finder
            isSmall
            key="first"
            label={hats.apartFirst}
            placeholder={hats.apartFirst}
            kinds={apartKinds}
            onChoose={({ label, node: { id } }) => {
              setFirst({ id, label });
            }}
          />
        ) : (
          <>
            <button
              type="button"
              class="filter"
              onClick={() => {
                setFirst(null);
              }}
            >
              {first.label}
              <span aria-hidden="true">&nbsp;×</span>
            </button>
            <Finder
              isSmall
              key="second"
              label={hats.apartSecond}
              placeholder={hats.apartSecond}
              kinds={apartKinds}
              without={[first.id]}
              onChoose={({ node: { id } }) => {
                setFirst(null);
                openView(teamView(question, { apart: [...question.apart, [first.id, id]] }));
              }}
            />
          </>
        )}
      </div>
    </details>
  );
}

function hatsTable({ persons }: HatsAnswer, team: readonly Member[]): Table {
  const { tables } = words.team;
  return {
    title: tables.hats,
    columns: [tables.person, tables.role, tables.has, tables.why],
    rows: persons.flatMap((person) =>
      person.roles.map(({ role, isGiven, reason }) => [
        nameOf(person, team),
        role.label,
        isGiven ? tables.yes : null,
        withNames(reason, team),
      ]),
    ),
  };
}
