import { leastChosen, mostChosen, type OverlapQuestion } from '../../state/address/overlap-address.ts';
import { type Asked, useAnswer } from '../../state/answers.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { labelAnswers } from '../../state/questions/labels-questions.ts';
import {
  compareGroupsAnswers,
  type ComparedGroups,
  type ComparedRoles,
  compareRolesAnswers,
} from '../../state/questions/side-by-side-questions.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';
import { usePageTitle } from '../page-title.ts';
import { Chosen } from './chosen.tsx';
import { GroupsSideBySide } from './groups-side-by-side.tsx';
import { KindChips } from './kind-chips.tsx';
import { RolesSideBySide } from './roles-side-by-side.tsx';
import { groupsTitle, rolesLead, rolesTitle } from './side-sentences.ts';
import { Closest, Examples } from './suggestions.tsx';

interface SideBySideProps {
  readonly question: OverlapQuestion;
  readonly frame: Frame | undefined;
}

const { side } = words.overlap;

/** Two to six roles or groups side by side, and the field by which they are chosen. */
export function SideBySideView({ question, frame }: SideBySideProps) {
  const { of } = question;
  const compared = comparedIn(of);
  const labels = useAnswer(labelAnswers, of.length === 0 ? null : of);
  const roles = useAnswer(compareRolesAnswers, compared === 'ROLES' ? of : null);
  const groups = useAnswer(compareGroupsAnswers, compared === 'GROUPS' ? of : null);
  const known = labels.status === 'READY' ? labels.data : undefined;
  const items = of.map((id) => ({ id, label: known?.get(id) ?? id }));
  const asked = { ROLES: roles, GROUPS: groups, NOTHING: null, MIXED: null }[compared];
  const [title, lead] = asked === null ? [questionOf(items, compared), adviceOf(of)] : answerOf(roles, groups);
  usePageTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <KindChips shown="CHOICE" frame={frame} />
      <Chosen items={items} frame={frame} />
      {of.length === 0 && <Examples />}
      {of.length === 1 && of.map((id) => <Closest key={id} id={id} />)}
      {asked?.status === 'FAILED' && <FailureNote failure={asked.failure} retry={asked.retry} />}
      {asked?.status === 'LOADING' && (
        <div class="overlap" aria-busy="true">
          <p class="unseen">{words.states.loading}</p>
          <div class="skeleton" />
        </div>
      )}
      {roles.status === 'READY' && <RolesSideBySide data={roles.data} of={of} frame={frame} />}
      {groups.status === 'READY' && (
        <GroupsSideBySide key={of.join(' ')} data={groups.data} question={question} frame={frame} />
      )}
    </>
  );
}

/** What is compared, or why nothing can be. */
type Compared = 'ROLES' | 'GROUPS' | 'NOTHING' | 'MIXED';

function comparedIn(of: readonly string[]): Compared {
  const roles = of.filter((id) => id.startsWith('role:'));
  if (roles.length > 0 && roles.length < of.length) return 'MIXED';
  if (of.length < leastChosen || of.length > mostChosen) return 'NOTHING';
  return roles.length > 0 ? 'ROLES' : 'GROUPS';
}

/** The title and the lead of what is compared; of the two, only that is asked for. */
function answerOf(roles: Asked<ComparedRoles>, groups: Asked<ComparedGroups>): readonly [title: string, lead: string] {
  if (roles.status === 'READY') return [rolesTitle(roles.data), rolesLead(roles.data)];
  if (groups.status === 'READY') return [groupsTitle(groups.data), words.overlap.howToLook(false)];
  return [words.overlap.loadingOf, ''];
}

function questionOf([first, ...others]: readonly { readonly label: string }[], compared: Compared): string {
  if (first === undefined) return side.empty;
  if (compared === 'MIXED') return side.mixed;
  return others.length === 0 ? side.one(first.label) : side.tooMany(others.length + 1);
}

function adviceOf({ length }: readonly string[]): string {
  if (length === 0) return side.emptyLead;
  return length === 1 ? side.oneLead : side.tooManyLead;
}
