import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { noFilter } from '../../state/address/board-address.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import type { RoleLine } from '../../state/questions/role-questions.ts';
import { Link } from '../../state/link.tsx';
import { list } from '../../words/format.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import { words } from '../../words/words.ts';

interface RoleLinesProps {
  readonly lines: readonly RoleLine[];
  readonly frame: Frame | undefined;
}

/** Where a role stands, what it does there, and which line of which document says so. */
export function RoleLines({ lines, frame }: RoleLinesProps) {
  if (lines.length === 0) return <p>{words.role.noLines}</p>;
  return (
    <ul class="lines">
      {lines.map((line) => (
        <li key={line.id} class={ruleOf(line, frame)}>
          <div>
            <h3>{line.pillar?.name ?? list(line.organizationTypes.map(({ name }) => name))}</h3>
            <p class="fine">
              <Link to={{ name: 'BOARD', filter: { ...noFilter, inAll: [line.category.id] } }}>
                {line.category.name}
              </Link>
            </p>
          </div>
          <Duties line={line} />
          <Source line={line} />
        </li>
      ))}
    </ul>
  );
}

function ruleOf({ pillar }: RoleLine, frame: Frame | undefined): string {
  const position = frame?.pillars.findIndex(({ id }) => id === pillar?.id) ?? -1;
  return ruleClass(position === -1 ? null : hueAt(position));
}

function Duties({ line: { responsibilities, note } }: { readonly line: RoleLine }) {
  if (responsibilities.length === 0) return <p class="fine">{note ?? words.role.noDuties}</p>;
  return (
    <ul class="duties">
      {responsibilities.map(({ id, name }) => (
        <li key={id}>
          <Link to={{ name: 'BOARD', filter: { ...noFilter, performsAll: [id] } }}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}

function Source({ line: { source } }: { readonly line: RoleLine }) {
  if (source === null) return <p class="fine">{words.role.noSource}</p>;
  const place = words.role.place(source.source.slug, source.line, source.row);
  return (
    <div class="fine source">
      {source.url === null ? (
        <span title={source.source.title}>{place}</span>
      ) : (
        <a href={source.url} title={source.source.title} rel="noreferrer">
          {place}
        </a>
      )}
      {source.quote !== null && <q>{source.quote}</q>}
    </div>
  );
}
