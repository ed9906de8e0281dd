import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import { Link } from '../../state/link.tsx';
import { viewOfNode } from '../../state/node-view.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { Involvement, RoleLine } from '../../state/questions/role-questions.ts';
import { words } from '../../words/words.ts';
import { LineWords } from '../evidence/line-words.tsx';
import { dutiesOfLine, type NamedDuty } from './role-facts.ts';
import { whereIs } from './where-is.ts';

interface RoleLinesProps {
  readonly lines: readonly RoleLine[];
  /** What the role is called. */
  readonly label: string;
  readonly frame: Frame | undefined;
  /** The ids of what it has in common with the role that is pointed at. */
  readonly shared: ReadonlySet<string>;
}

/** Where a role stands, what it does there, and which line of which document says so. */
export function RoleLines({ lines, label, frame, shared }: RoleLinesProps) {
  if (lines.length === 0) return <p>{words.role.noLines}</p>;
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.id} class={ruleOf(line, frame)}>
          <div>
            <h3 data-node={line.pillar?.id}>{whereIs(line)}</h3>
            <p class={shared.has(line.category.id) ? 'fine both' : 'fine'} data-node={line.category.id}>
              <Link to={viewOfNode(line.category.id)}>{line.category.name}</Link>
            </p>
          </div>
          <Duties line={line} shared={shared} />
          <LineWords line={hasShortNote(line) ? { ...line, note: null } : line} role={label} />
        </li>
      ))}
    </ul>
  );
}

/** The hue of the pillar; in a catalog without pillars that of the organization type, as in pictures. */
function ruleOf({ pillar, organizationTypes }: RoleLine, frame: Frame | undefined): string {
  const hasPillars = frame === undefined || frame.pillars.length > 0;
  const own = hasPillars ? pillar : organizationTypes[0];
  const all = hasPillars ? frame?.pillars : frame.organizationTypes;
  const position = all?.findIndex(({ id }) => id === own?.id) ?? -1;
  return ruleClass(position === -1 ? null : hueAt(position));
}

/** Longer notes are read where the line is opened. */
const longestNote = 160;

function hasShortNote({ note }: RoleLine): boolean {
  return note !== null && note.length <= longestNote;
}

interface DutiesProps {
  readonly line: RoleLine;
  readonly shared: ReadonlySet<string>;
}

function Duties({ line, shared }: DutiesProps) {
  const { done, consulted, informed } = dutiesOfLine(line);
  return (
    <div>
      {line.involvements.length === 0 && <p class="fine">{words.role.noDuties}</p>}
      {done.length > 0 && <DutyList duties={done} shared={shared} />}
      {consulted.length > 0 && (
        <>
          <h4>{words.role.consultedOn}</h4>
          <DutyList duties={consulted} shared={shared} />
        </>
      )}
      {informed.length > 0 && (
        <>
          <h4>{words.role.informedAbout}</h4>
          <DutyList duties={informed} shared={shared} />
        </>
      )}
      {hasShortNote(line) && <p class="fine">{line.note}</p>}
    </div>
  );
}

function DutyList({ duties, shared }: { readonly duties: readonly NamedDuty[]; readonly shared: ReadonlySet<string> }) {
  return (
    <ul class="duties">
      {duties.map(({ involvement, responsibility: { id, name } }) => (
        <li key={id} data-node={id} class={shared.has(id) ? 'both' : undefined}>
          <Link to={viewOfNode(id)}>{name}</Link>
          {tagsOf(involvement).map((tag) => (
            <span key={tag} class="tag">
              {' '}
              ({tag})
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What is said of an involvement besides the list in which it is. */
function tagsOf(involvement: readonly Involvement[]): readonly string[] {
  const is = (kind: Involvement) => involvement.includes(kind);
  const isDone = is('RESPONSIBLE') || is('ACCOUNTABLE');
  return [
    ...(is('ACCOUNTABLE') ? [is('RESPONSIBLE') ? words.role.doesAndAnswersFor : words.role.answersFor] : []),
    ...(isDone && is('CONSULTED') ? [words.role.alsoConsulted] : []),
    ...((isDone || is('CONSULTED')) && is('INFORMED') ? [words.role.alsoInformed] : []),
  ];
}
