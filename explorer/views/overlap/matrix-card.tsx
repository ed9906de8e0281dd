import { useRef } from 'preact/hooks';
import { itemAt } from '../../../src/collections/item-at.ts';
import type { MatrixColumn, MatrixData, MatrixRow } from '../../../src/drawing/matrix/matrix-data.ts';
import { matrixRemarks } from '../../../src/drawing/matrix/matrix-sentences.ts';
import { hueAt } from '../../../src/drawing/scene/scene.ts';
import { useArrowKeys } from '../../pictures/arrow-keys.ts';
import { useIsTooNarrow } from '../../pictures/narrow.ts';
import { ruleClass } from '../../pictures/rule-class.ts';
import { useWidth } from '../../pictures/width.ts';
import { Link } from '../../state/link.tsx';
import { slugOf } from '../../state/slugs.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { ChipLink } from '../chip-link.tsx';
import { MatrixList } from './matrix-list.tsx';
import { type Selecting, SelectLink } from './select-link.tsx';

interface MatrixCardProps {
  readonly data: MatrixData;
  readonly selecting: Selecting;
}

/** In pixels, as everything here: narrower columns have upright names, and none is narrower than the least. */
const narrowestLevel = 84;
const leastColumn = 26;
/** What the names of the roles take; styles/overlap.css has the same. */
const nameWidth = 224;
const namesPart = 0.42;
/** How many rows there are until every role is wanted. */
const mostAtFirst = 40;
/** The same of the list on a phone, whose rows are higher. */
const mostListedAtFirst = 15;

/** Which role stands in which groups, roles with most of them first: a cell lists the lines that say so. */
export function MatrixCard({ data, selecting }: MatrixCardProps) {
  const card = useRef<HTMLElement>(null);
  const width = useWidth(card) ?? 0;
  const { by, columns, rows } = data;
  const kinds = words.groups[by].other;
  const isTopic = by === 'TOPIC';
  const room = width - Math.min(nameWidth, width * namesPart);
  const perPart = evenly(columns.length, Math.floor(room / leastColumn));
  const parts = Math.ceil(columns.length / perPart);
  const isList = useIsTooNarrow(width, room, columns.length);
  const { hasEveryRole, ...question } = selecting.question;
  const shown = hasEveryRole === true ? data.rows : data.rows.slice(0, isList ? mostListedAtFirst : mostAtFirst);
  const everyRole = { name: 'OVERLAP', question: { ...question, hasEveryRole: true } } as const;
  return (
    <section class="card" ref={card} aria-labelledby="matrix">
      <h2 id="matrix">{isTopic ? words.overlap.matrixOfTopics : words.overlap.matrix(kinds)}</h2>
      <nav class="filters" aria-label={words.overlap.rows}>
        <ChipLink to={{ name: 'OVERLAP', question }} isOn={hasEveryRole !== true}>
          {isTopic ? words.overlap.severalTopics : words.overlap.severalOnly(kinds)}
        </ChipLink>
        <ChipLink to={everyRole} isOn={hasEveryRole === true}>
          {words.overlap.everyRole}
        </ChipLink>
      </nav>
      <Owners data={data} />
      {width > 0 && isList && <MatrixList data={{ ...data, rows: shown }} selecting={selecting} />}
      {width > 0 &&
        !isList &&
        rows.length > 0 &&
        Array.from({ length: parts }, (_, part) => (
          <Part
            key={`${part} ${perPart}`}
            data={{ ...data, rows: shown }}
            range={[part * perPart, Math.min(columns.length, (part + 1) * perPart)]}
            isLevel={room / Math.min(perPart, columns.length) >= narrowestLevel}
            selecting={selecting}
          />
        ))}
      {shown.length < data.rows.length && (
        <p>
          <Link to={everyRole} class="text-link">
            {words.overlap.moreRows(data.rows.length - shown.length)}
          </Link>
        </p>
      )}
      <p class="fine">
        {[isList ? words.overlap.matrixListLegend : words.overlap.matrixLegend, ...matrixRemarks(data)].join(' ')}
      </p>
    </section>
  );
}

/** How many of some columns each part has, so that no part has more than the most, and none is much smaller than the others. */
function evenly(columns: number, most: number): number {
  const parts = Math.ceil(columns / Math.max(1, most));
  return Math.max(1, Math.ceil(columns / Math.max(1, parts)));
}

/** Which hue is which pillar or organization type, where columns are their categories. */
function Owners({ data: { columns } }: { readonly data: MatrixData }) {
  const owners = new Map(columns.flatMap((column) => (column.owner === null ? [] : [[column.owner, column] as const])));
  if (owners.size === 0) return null;
  return (
    <ul class="owners fine">
      {[...owners].map(([owner, column]) => (
        <li key={owner} class={hueOf(column)}>
          {owner}
        </li>
      ))}
    </ul>
  );
}

interface PartProps extends MatrixCardProps {
  /** The columns that it has, by their positions. */
  readonly range: readonly [start: number, end: number];
  /** Whether the names of columns are written as usual, and not upright. */
  readonly isLevel: boolean;
}

/** Some columns side by side. Where others stand below them, it has the rows that have cells in these columns. */
function Part({ data, range: [start, end], isLevel, selecting }: PartProps) {
  const table = useRef<HTMLTableElement>(null);
  useArrowKeys(table);
  const columns = data.columns.slice(start, end);
  const isWhole = columns.length === data.columns.length;
  const rows = isWhole
    ? data.rows
    : data.rows.filter(({ cells }) => cells.some(({ column }) => column >= start && column < end));
  return (
    <table
      ref={table}
      class={`matrix ${isLevel ? 'level' : ''} ${columns.length < 4 ? 'few' : ''}`}
      aria-label={words.overlap.part(start + 1, end, data.columns.length)}
    >
      <thead>
        <tr>
          <th scope="col">{words.overlap.role}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" class={hueOf(column)}>
              <span title={column.label}>{column.label}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id} class={startsStep(rows, index) ? 'next-step' : undefined}>
            <th scope="row">
              <div class="row-name">
                <Link to={{ name: 'ROLE', slug: slugOf(row.id) }}>{row.label}</Link>{' '}
                <span class="count">{number(row.cells.length)}</span>
              </div>
            </th>
            {columns.map((column, at) => (
              <td key={column.id}>
                <Cell
                  row={row}
                  column={column}
                  position={start + at}
                  place={{ row: index, column: at }}
                  isTopic={data.by === 'TOPIC'}
                  selecting={selecting}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function hueOf({ id, position }: MatrixColumn): string {
  if (id.startsWith('topic:')) return ruleClass('ACCENT');
  return ruleClass(position === null ? null : hueAt(position));
}

/** Whether a row has another number of cells than the one before. */
function startsStep(rows: readonly MatrixRow[], index: number): boolean {
  return index > 0 && itemAt(rows, index - 1).cells.length !== itemAt(rows, index).cells.length;
}

interface CellProps {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly position: number;
  readonly place: { readonly row: number; readonly column: number };
  readonly isTopic: boolean;
  readonly selecting: Selecting;
}

function Cell({ row, column, position, place, isTopic, selecting }: CellProps) {
  const cell = row.cells.find((each) => each.column === position);
  if (cell === undefined) return <span class="no-cell" />;
  return (
    <SelectLink
      selecting={selecting}
      selection={{ picture: 'MATRIX', groups: [column.id], isExact: false, role: row.id }}
      {...place}
      label={words.overlap.matrixCell(row.label, column.label, cell.count, isTopic)}
      class={`cell ${hueOf(column)}`}
    >
      <span class="unseen">{number(cell.count)}</span>
    </SelectLink>
  );
}
