import type { Frame } from '../../state/questions/frame-questions.ts';
import { day, number, shortRevision } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { agendaOf, type AgendaRow } from './agenda-content.ts';
import type { ShownPlan } from './plan-answer.tsx';
import { leadOf, titleOf } from './plan-texts.ts';

/**
 * The plan on one page of paper: who is invited, why, for which duties by which lines, who could stand in, and what remains open. It
 * is in the page all the time, for paper only, so that the menu of the browser prints it, too.
 */
export function PrintedAgenda({ shown }: { readonly shown: ShownPlan }) {
  const { plan, frame, request, team } = shown;
  const ours = request.among === null ? null : team;
  const { rows, moreInvites, open, openCount, sources, hasNames, isSmall } = agendaOf(shown);
  const { agenda } = words.plan;
  // A column that would be empty gives its room to the others.
  const hasOnly = rows.some(({ only }) => only !== '');
  return (
    <section class={isSmall ? 'agenda small' : 'agenda'}>
      <p class="agenda-title">{titleOf(plan, ours)}</p>
      <p class="agenda-of">{[day(new Date()), ...(frame === undefined ? [] : [catalogOf(frame)])].join(' · ')}</p>
      <p class="agenda-fields">
        {agenda.toFill.map((label) => (
          <span key={label}>{label}</span>
        ))}
      </p>
      <p>{leadOf(plan, ours)}</p>
      <table class={hasOnly ? undefined : 'wide-roles'}>
        <thead>
          <tr>
            <th />
            <th>{agenda.who}</th>
            <th>{agenda.why}</th>
            {hasOnly && <th>{agenda.only}</th>}
            <th>{agenda.standIns}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, position) => (
            <Row key={row.id} row={row} position={position} hasOnly={hasOnly} hasNames={hasNames} />
          ))}
        </tbody>
      </table>
      {moreInvites > 0 && <p>{words.plan.moreInvites(moreInvites)}</p>}
      <p class="agenda-heading">{openCount === 0 ? agenda.nothingOpen : agenda.open(openCount)}</p>
      <ul class="agenda-open">
        {open.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {openCount > open.length && <li>{words.plan.moreStandIns(openCount - open.length)}</li>}
      </ul>
      {sources.length > 0 && <p class="agenda-of">{agenda.sources(sources)}</p>}
      <p class="agenda-of">{window.location.href}</p>
    </section>
  );
}

function catalogOf({ catalog: { name, version, revision } }: Frame): string {
  return words.catalog(name, version, shortRevision(revision));
}

interface RowProps {
  readonly row: AgendaRow;
  readonly position: number;
  readonly hasOnly: boolean;
  readonly hasNames: boolean;
}

function Row({ row: { role, people, why, only, standIns }, position, hasOnly, hasNames }: RowProps) {
  return (
    <tr>
      <td>{number(position + 1)}</td>
      <td>
        <strong>{role}</strong>
        {people.map((name) => (
          <div key={name}>{name}</div>
        ))}
        {people.length === 0 && hasNames && <div class="agenda-name" />}
      </td>
      <td>{why}</td>
      {hasOnly && <td>{only}</td>}
      <td>{standIns}</td>
    </tr>
  );
}
