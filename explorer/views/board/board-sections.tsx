import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type {
  BoardBox,
  BoardColumn,
  BoardData,
  BoardRole,
  BoardSection,
} from '../../../src/drawing/board/board-data.ts';
import { hasSignature } from '../../../src/drawing/board/has-signature.ts';
import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import { SignatureCells } from '../../pictures/signature-cells.tsx';
import type { View } from '../../state/address/address.ts';
import { type BoardFilter, isFiltered } from '../../state/address/board-address.ts';
import { useOurs } from '../../state/ours.ts';
import { slugOf } from '../../state/slugs.ts';
import { capitalized, list, number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { useIsLater } from '../later.ts';
import { Link } from '../../state/link.tsx';

interface SectionsProps {
  readonly data: BoardData;
  readonly filter: BoardFilter;
}

/** The columns of a board: those of pillars, and below them those of organization types. */
export function BoardSections({ data, filter }: SectionsProps) {
  const ours = useOurs();
  return (
    <OursContext value={filter.marksOurs === true ? ours : noneOfOurs}>
      {data.sections.map((section, index) => (
        <section key={section.kind}>
          <h2 class={index === 0 ? 'unseen' : undefined}>{sectionTitle(section)}</h2>
          <div class="columns">
            {section.columns.map((column, position) => (
              <Column
                // A filter unfolds what it leaves.
                key={`${column.id} ${isFiltered(filter)}`}
                column={column}
                kind={section.kind}
                data={data}
                filter={filter}
                isFirst={index === 0 && position === 0}
              />
            ))}
          </div>
        </section>
      ))}
    </OursContext>
  );
}

/** Who of our team has a role; nobody where the roles of our team are not marked. */
const noneOfOurs = (): readonly string[] => [];
const OursContext = createContext<(role: string) => readonly string[]>(noneOfOurs);

function sectionTitle({ kind }: BoardSection): string {
  return kind === 'NONE' ? words.board.nowhere : capitalized(words.groups[kind].other);
}

/** Narrower windows show the columns below each other, of which only the first is unfolded. */
const narrow = '(width < 600px)';

interface ColumnProps extends SectionsProps {
  readonly column: BoardColumn;
  readonly kind: BoardSection['kind'];
  readonly isFirst: boolean;
}

function Column({ column, kind, data, filter, isFirst }: ColumnProps) {
  const { label, roleCount, position, boxes } = column;
  // What is folded is made when there is time: on a phone, this is most of the board.
  const isLater = useIsLater();
  const [isOpen] = useState(() => isFirst || isFiltered(filter) || !window.matchMedia(narrow).matches);
  return (
    <details class="column" open={isOpen}>
      <summary class={ruleClass(position === null ? null : hueAt(position))}>
        <h3>{label}</h3>
        <span class="count">{number(roleCount)}</span>
      </summary>
      {boxes.length === 0 && <p class="fine">{words.board.noRoles}</p>}
      {(isOpen || isLater) &&
        boxes.map((box) => <Box key={box.id} box={box} kind={kind} data={data} filter={filter} />)}
    </details>
  );
}

interface BoxProps extends SectionsProps {
  readonly box: BoardBox;
  readonly kind: BoardSection['kind'];
}

/** A category: its name, and the chips of its roles. */
function Box({ box, kind, data, filter }: BoxProps) {
  const { id, label, roles, roleCount } = box;
  const rest = roleCount - roles.length;
  const ours = useContext(OursContext);
  const own = roles.filter((role) => ours(role.id).length > 0).length;
  return (
    <div class="box">
      {id !== null && (
        <h4>
          {label}
          {own > 0 && rest === 0 && <span class="ours">{words.team.board.ours(own)}</span>}
          {data.most !== null && <span class="count">{number(roleCount)}</span>}
        </h4>
      )}
      {roleCount === 0 && <p class="fine">{words.board.noRoles}</p>}
      <ul class="chips">
        {roles.map((role) => (
          <li key={role.id}>
            <Chip role={role} hasSignature={hasSignature(role, kind, data.spread)} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p class="fine">
          {id === null || filter.inAll.includes(id) ? (
            words.board.more(rest)
          ) : (
            <Link to={narrowedTo(filter, id)} aria-label={words.board.moreIn(rest, label)}>
              {words.board.more(rest)}
            </Link>
          )}
        </p>
      )}
    </div>
  );
}

function narrowedTo(filter: BoardFilter, category: string): View {
  return { name: 'BOARD', filter: { ...filter, inAll: [...filter.inAll, category] } };
}

function Chip({ role, hasSignature }: { readonly role: BoardRole; readonly hasSignature: boolean }) {
  const { id, label, groups, signature } = role;
  const ours = useContext(OursContext)(id);
  return (
    <Link to={{ name: 'ROLE', slug: slugOf(id) }} class={groups.length > 1 ? 'chip shared' : 'chip'} data-node={id}>
      <span>
        {label}
        {ours.length > 0 && <span class="ours"> {list(ours)}</span>}
      </span>
      {hasSignature && signature !== null && <SignatureCells {...signature} />}
    </Link>
  );
}
