import { useMemo, useRef, useState } from 'preact/hooks';
import { itemAt } from '../../../src/collections/item-at.ts';
import type { GroupMark, Mark } from '../../../src/drawing/scene/scene.ts';
import { combinationInWords, upsetAnswer, upsetRemarks } from '../../../src/drawing/upset/upset-answer.ts';
import type { Combination, UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import { type UpsetLayout, upsetLayout } from '../../../src/drawing/upset/upset-layout.ts';
import { upsetMarks } from '../../../src/drawing/upset/upset-marks.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { useArrowKeys } from '../../pictures/arrow-keys.ts';
import { Marks } from '../../pictures/marks.tsx';
import { useHasTouch } from '../../pictures/narrow.ts';
import { useWidth } from '../../pictures/picture.tsx';
import type { OverlapSelection } from '../../state/address/overlap-address.ts';
import { Link } from '../../state/link.tsx';
import { capitalized, number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { type Selecting, SelectLink } from './select-link.tsx';

interface UpsetCardProps {
  readonly data: UpsetData;
  readonly selecting: Selecting;
}

/** Every combination of groups that some role stands in: a column lists exactly its roles, a row all roles of its group. */
export function UpsetCard({ data, selecting }: UpsetCardProps) {
  const card = useRef<HTMLElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const width = useWidth(inner) ?? 0;
  useArrowKeys(card);
  const parts = useMemo(() => (width === 0 ? [] : partsOf(data, width)), [data, width]);
  const [isWhole, setIsWhole] = useState(false);
  const { heading, legend } = upsetAnswer(data);
  const all = columnsIn(parts);
  const folded = useMemo(() => firstOf(parts), [parts]);
  const shown = isWhole || isListedAfter(data, columnsIn(folded), selecting) ? parts : folded;
  const drawn = columnsIn(shown);
  // Whoever reads a page has no parameters that a remark could name.
  const remarks = upsetRemarks(data, drawn, data.groups.length).filter((remark) => !remark.includes('minGroups'));
  return (
    <section class="card" ref={card} aria-labelledby="combinations">
      <h2 id="combinations">{heading}</h2>
      <div ref={inner}>
        {shown.map((part, index) => (
          <Part
            key={index}
            part={part}
            data={data}
            selecting={selecting}
            firstColumn={columnsIn(parts.slice(0, index))}
            firstRow={index * (data.groups.length * 2 + 1)}
            label={heading}
          />
        ))}
      </div>
      {drawn < all && (
        <button
          type="button"
          class="button"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {words.overlap.moreColumns(all - drawn)}
        </button>
      )}
      <p class="fine">{[legend, ...(parts.length === 0 ? [] : remarks)].join(' ')}</p>
      <CombinationsTable data={data} selecting={selecting} />
    </section>
  );
}

/** Some columns side by side, with the rows that they need. */
interface UpsetPart {
  readonly layout: UpsetLayout;
  /** Those of the rows, some of which are only stripes. */
  readonly rows: readonly Mark[];
  readonly columns: readonly GroupMark[];
  readonly combinations: readonly Combination[];
}

/** What is clicked is at least so wide, in pixels, that fingers and shaking hands meet it. */
const leastPitch = 24;
/** The most parts below each other: on a phone, the rest of very many columns is in the table. */
const mostParts = 6;

/** Where there is no room for all columns side by side, the others stand below them, to the same scale. */
function partsOf(data: UpsetData, width: number): readonly UpsetPart[] {
  const { combinations } = data;
  const [greatest] = combinations;
  if (greatest === undefined) return [];
  const { left } = runToCompletion(upsetLayout(data, width));
  const fitting = Math.max(1, Math.floor((width - left) / leastPitch));
  const count = Math.ceil(combinations.length / fitting);
  const perPart = Math.ceil(combinations.length / count);
  return Array.from({ length: Math.min(count, mostParts) }, (_, part) => {
    const own = combinations.slice(part * perPart, (part + 1) * perPart);
    const shown = { ...data, combinations: own };
    const layout = scaledTo(runToCompletion(upsetLayout(shown, width)), own, greatest);
    const marks = runToCompletion(upsetMarks(shown, layout, 0, 0));
    return {
      layout,
      rows: marks.slice(0, -layout.columns),
      columns: marks.slice(-layout.columns).filter((mark) => mark.type === 'group'),
      combinations: own,
    };
  });
}

/** Higher than this, in pixels, the rest is folded, so that what comes after it is found. */
const mostHeight = 1200;

/** The first parts that are not too high together, at least one. */
function firstOf(parts: readonly UpsetPart[]): readonly UpsetPart[] {
  let height = 0;
  const end = parts.findIndex(({ layout }, index) => {
    height += layout.height;
    return index > 0 && height > mostHeight;
  });
  return end === -1 ? parts : parts.slice(0, end);
}

function columnsIn(parts: readonly UpsetPart[]): number {
  return parts.reduce((sum, { combinations }) => sum + combinations.length, 0);
}

/** Whether a column after the first ones is listed, so that it has to be seen. */
function isListedAfter(data: UpsetData, first: number, { listed }: Selecting): boolean {
  if (listed?.picture !== 'UPSET' || !listed.isExact) return false;
  return data.combinations
    .slice(first)
    .map((combination) => groupsOf(data, combination))
    .some((groups) => groups.length === listed.groups.length && groups.every((id) => listed.groups.includes(id)));
}

/** So many roles, or more, fill the height of the bars: where every combination has one, long bars would say nothing. */
const leastScale = 5;

/** The layout in which a bar is as long as it would be next to that of the greatest combination. */
function scaledTo(layout: UpsetLayout, [first]: readonly Combination[], greatest: Combination): UpsetLayout {
  const scale = (first?.exclusiveRoleCount ?? 0) / Math.max(greatest.exclusiveRoleCount, leastScale);
  const saved = layout.barLength * (1 - scale);
  return {
    ...layout,
    barLength: layout.barLength - saved,
    barsHeight: layout.barsHeight - saved,
    height: layout.height - saved,
  };
}

interface PartProps extends UpsetCardProps {
  readonly part: UpsetPart;
  /** The number of the first column, and of the first row. */
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly label: string;
}

function Part({
  part: { layout, rows, columns, combinations },
  data,
  selecting,
  firstColumn,
  firstRow,
  label,
}: PartProps) {
  // Rows are too low for fingers. What they lead to is in the table below, too.
  const hasTouch = useHasTouch();
  return (
    <svg
      class="scene upset"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={label}
    >
      {rows.map((mark, index) =>
        mark.type === 'group' && mark.node !== undefined && !hasTouch ? (
          <SelectLink
            key={index}
            selecting={selecting}
            selection={selectionOf([mark.node], false)}
            row={firstRow + index + 1}
            column={0}
          >
            <title>{mark.title}</title>
            <RowHit layout={layout} data={data} node={mark.node} />
            <Marks marks={mark.marks} />
          </SelectLink>
        ) : (
          <Marks key={index} marks={[mark]} />
        ),
      )}
      {columns.map((mark, index) => (
        <SelectLink
          key={index}
          selecting={selecting}
          selection={selectionOf(groupsOf(data, itemAt(combinations, index)), true)}
          row={0}
          column={firstColumn + index}
        >
          <title>{mark.title}</title>
          <rect
            class="hit"
            x={layout.left + index * layout.pitch}
            y={0}
            width={layout.pitch}
            height={layout.height}
            rx={4}
          />
          <Marks marks={mark.marks} />
        </SelectLink>
      ))}
    </svg>
  );
}

/** What can be clicked of a row: its whole height, up to the columns. */
function RowHit({
  layout,
  data,
  node,
}: {
  readonly layout: UpsetLayout;
  readonly data: UpsetData;
  readonly node: string;
}) {
  const row = layout.rows.findIndex((position) => itemAt(data.groups, position).id === node);
  const top = layout.rowHeights.slice(0, row).reduce((sum, height) => sum + height, layout.barsHeight);
  return <rect class="hit" x={0} y={top} width={layout.left - 4} height={itemAt(layout.rowHeights, row)} rx={4} />;
}

/** All combinations, those for which the plot has no room included. */
function CombinationsTable({ data, selecting }: UpsetCardProps) {
  const { combinations, kind } = data;
  return (
    <details class="as-table">
      <summary>{words.overlap.asTable}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{capitalized(words.groups[kind].other)}</th>
            <th scope="col" class="figure">
              {words.overlap.columns.exactly}
            </th>
            <th scope="col" class="figure">
              {words.overlap.columns.atLeast}
            </th>
          </tr>
        </thead>
        <tbody>
          {combinations.map((combination) => {
            const groups = groupsOf(data, combination);
            const where = capitalized(combinationInWords(data, combination.groups));
            const { exclusiveRoleCount, sharedRoleCount } = combination;
            return (
              <tr key={groups.join(' ')}>
                <th scope="row">{where}</th>
                <td class="figure">
                  <TableLink
                    selecting={selecting}
                    selection={selectionOf(groups, true)}
                    count={exclusiveRoleCount}
                    label={words.overlap.exactlyIn(where, exclusiveRoleCount)}
                  />
                </td>
                <td class="figure">
                  <TableLink
                    selecting={selecting}
                    selection={selectionOf(groups, false)}
                    count={sharedRoleCount}
                    label={words.overlap.atLeastIn(where, sharedRoleCount)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

interface TableLinkProps {
  readonly selecting: Selecting;
  readonly selection: OverlapSelection;
  readonly count: number;
  readonly label: string;
}

function TableLink({ selecting: { question, onSelect }, selection, count, label }: TableLinkProps) {
  return (
    <Link
      to={{ name: 'OVERLAP', question: { ...question, selected: selection } }}
      onFollow={onSelect}
      aria-label={label}
      class="number-link"
    >
      {number(count)}
    </Link>
  );
}

function groupsOf({ groups }: UpsetData, combination: Combination): readonly string[] {
  return combination.groups.map((position) => itemAt(groups, position).id);
}

function selectionOf(groups: readonly string[], isExact: boolean): OverlapSelection {
  return { picture: 'UPSET', groups, isExact, role: null };
}
