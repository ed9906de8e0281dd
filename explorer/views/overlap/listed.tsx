import { useEffect, useRef } from 'preact/hooks';
import type { OverlapQuestion, OverlapSelection } from '../../state/address/overlap-address.ts';
import { type Asked, useAnswer } from '../../state/answers.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { labelAnswers } from '../../state/questions/labels-questions.ts';
import { roleLinesAnswers, type RoleWithLines } from '../../state/questions/role-lines-questions.ts';
import { sharedRolesAnswers, type SharedRoles } from '../../state/questions/shared-roles-questions.ts';
import type { Table } from '../../state/table.ts';
import { list } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { placeOf } from '../evidence/place-of.ts';
import { FailureNote } from '../failure-note.tsx';
import { whereOf } from './line-list.tsx';
import { linesIn, RoleInGroup, roleInGroupTitle } from './role-in-group.tsx';
import { SharedRolesList } from './shared-roles.tsx';
import { sharedHeading, sharedTitle } from './shared-sentences.ts';

/** What is listed next to the pictures: the roles of some groups, or the lines of one role in a group. */
export interface Listed {
  readonly selection: OverlapSelection;
  readonly shared: SharedRoles | null;
  readonly lines: { readonly role: RoleWithLines | null; readonly label: string } | null;
}

/** Asks for what is to be listed; null for nothing. */
export function useListed(selection: OverlapSelection | null): Asked<Listed> {
  const role = selection?.role ?? null;
  const groups = selection?.groups ?? [];
  const shared = useAnswer(sharedRolesAnswers, selection === null || role !== null ? null : groups);
  const lines = useAnswer(roleLinesAnswers, role);
  const labels = useAnswer(labelAnswers, role === null ? null : groups);
  if (selection === null) return { status: 'LOADING', data: undefined };
  if (role === null) {
    if (shared.status !== 'READY') return withoutData(shared);
    return { status: 'READY', data: { selection, shared: shared.data, lines: null } };
  }
  if (lines.status !== 'READY') return withoutData(lines);
  if (labels.status !== 'READY') return withoutData(labels);
  const [group = ''] = groups;
  const label = labels.data.get(group) ?? group;
  return { status: 'READY', data: { selection, shared: null, lines: { role: lines.data, label } } };
}

function withoutData(asked: Asked<unknown>): Asked<Listed> {
  return asked.status === 'FAILED' ? asked : { status: 'LOADING', data: undefined };
}

/** The answer that the list gives, as a sentence without a full stop. */
export function listedTitle({ selection, shared, lines }: Listed): string {
  if (shared !== null) return sharedTitle(shared, selection.isExact);
  return lines?.role == null ? words.overlap.noRole : roleInGroupTitle(lines.role, selection, lines.label);
}

/** The list as a table. */
export function listedTable({ selection, shared, lines }: Listed, frame: Frame | undefined): Table {
  const { columns } = words.overlap;
  if (shared !== null) {
    const { all, exact } = shared;
    const only = new Set((exact?.nodes ?? []).map(({ id }) => id));
    const nameOf = (id: string) => frame?.pillars.find((pillar) => pillar.id === id)?.name ?? id;
    const roles = selection.isExact && exact !== null ? exact : all;
    return {
      title: sharedHeading(shared, selection.isExact),
      columns: [columns.role, columns.pillars, ...(exact === null ? [] : [columns.only])],
      rows: roles.nodes.map(({ id, label, pillars }) => [
        label,
        list(pillars.map((pillar) => nameOf(pillar.id))),
        ...(exact === null ? [] : [only.has(id) ? columns.yes : columns.no]),
      ]),
    };
  }
  const role = lines?.role ?? null;
  return {
    title: listedTitle({ selection, shared, lines }),
    columns: [columns.where, columns.category, columns.duties, columns.place],
    rows: (role === null ? [] : linesIn(role, selection)).map((line) => [
      whereOf(line),
      line.category.name,
      list(line.responsibilities.map(({ name }) => name)),
      placeOf(line),
    ]),
  };
}

interface ListCardProps {
  readonly element: { current: HTMLElement | null };
  readonly asked: Asked<Listed>;
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

/** The list next to the pictures, or below the one in which something was clicked. What was listed before stays until it changes. */
export function ListCard({ element, asked, question, frame }: ListCardProps) {
  const last = useRef<Listed | undefined>(undefined);
  if (asked.status === 'READY') last.current = asked.data;
  const listed = last.current;
  return (
    <section class="card listed" ref={element} aria-labelledby="listed" aria-busy={asked.status === 'LOADING'}>
      <h2 id="listed" aria-live="polite" class={asked.status === 'FAILED' ? 'unseen' : undefined}>
        {asked.status === 'FAILED'
          ? words.overlap.list
          : listed === undefined
            ? words.states.loading
            : listedHeading(listed)}
      </h2>
      {asked.status === 'FAILED' ? (
        <FailureNote failure={asked.failure} retry={asked.retry} />
      ) : (
        listed !== undefined && <ListedContent listed={listed} question={question} frame={frame} />
      )}
    </section>
  );
}

interface ListedContentProps {
  readonly listed: Listed;
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

function ListedContent({ listed: { selection, shared, lines }, question, frame }: ListedContentProps) {
  if (shared !== null) {
    return <SharedRolesList shared={shared} selection={selection} question={question} frame={frame} />;
  }
  return <RoleInGroup role={lines?.role ?? null} selection={selection} frame={frame} />;
}

/** E.g. "Security and Reliability: 12". */
function listedHeading(listed: Listed): string {
  return listed.shared === null ? listedTitle(listed) : sharedHeading(listed.shared, listed.selection.isExact);
}

/**
 * Brings the list into sight after a click, where it is below the picture.
 *
 * @returns what to call when something was clicked.
 */
export function useShown(list: { readonly current: HTMLElement | null }, chosen: Asked<Listed>): () => void {
  const wasClicked = useRef(false);
  const key = chosen.status === 'READY' ? JSON.stringify(chosen.data.selection) : null;
  useEffect(() => {
    if (!wasClicked.current || key === null || list.current === null) return;
    wasClicked.current = false;
    const { top } = list.current.getBoundingClientRect();
    // Where enough of it is seen already, nothing moves.
    if (top < 0 || top > window.innerHeight * 0.7) list.current.scrollIntoView({ block: 'nearest' });
  }, [key]);
  return () => {
    wasClicked.current = true;
  };
}
