import type { OverlapSelection } from '../../state/address/overlap-address.ts';
import { Link } from '../../state/link.tsx';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { Line } from '../../state/questions/line-fields.ts';
import type { RoleWithLines } from '../../state/questions/role-lines-questions.ts';
import { words } from '../../words/words.ts';
import { Ours } from '../team/ours.tsx';
import { LineList } from './line-list.tsx';

interface RoleInGroupProps {
  readonly role: RoleWithLines | null;
  readonly selection: OverlapSelection;
  readonly frame: Frame | undefined;
}

/** The lines behind a cell of the matrix: those that put a role into a group, or give it duties about a topic. */
export function RoleInGroup({ role, selection, frame }: RoleInGroupProps) {
  if (role === null) return null;
  return (
    <>
      <Ours role={role.id} />
      <LineList lines={linesIn(role, selection)} role={role.label} frame={frame} />
      <p>
        <Link to={{ name: 'ROLE', slug: role.slug }} class="text-link">
          {words.overlap.allLines(role.label)}
        </Link>
      </p>
    </>
  );
}

/** E.g. "DevOps Engineer in Security: 1 line". */
export function roleInGroupTitle(role: RoleWithLines, selection: OverlapSelection, label: string): string {
  const lines = linesIn(role, selection);
  if (!isTopic(groupOf(selection))) return words.overlap.roleLines(role.label, label, lines.length);
  const duties = new Set(lines.flatMap(({ responsibilities }) => responsibilities.map(({ id }) => id)));
  return words.overlap.roleAbout(role.label, label, duties.size);
}

/** The lines of a role in the group that is chosen; of a topic, with the duties about it only. */
export function linesIn({ appearances }: RoleWithLines, selection: OverlapSelection): readonly Line[] {
  const group = groupOf(selection);
  if (isTopic(group)) {
    return appearances
      .map((line) => ({
        ...line,
        responsibilities: line.responsibilities.filter(({ topics }) => topics.some(({ id }) => id === group)),
      }))
      .filter(({ responsibilities }) => responsibilities.length > 0);
  }
  return appearances.filter(({ category, pillar, organizationTypes }) =>
    [category.id, pillar?.id, ...organizationTypes.map(({ id }) => id)].includes(group),
  );
}

function groupOf({ groups: [group = ''] }: OverlapSelection): string {
  return group;
}

function isTopic(id: string): boolean {
  return id.startsWith('topic:');
}
