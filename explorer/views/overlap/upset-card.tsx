import { useMemo, useRef, useState } from 'preact/hooks';
import { itemAt } from '../../../src/collections/item-at.ts';
import { upsetAnswer, upsetRemarks } from '../../../src/drawing/upset/upset-answer.ts';
import type { UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import type { UpsetLayout } from '../../../src/drawing/upset/upset-layout.ts';
import { useArrowKeys } from '../../pictures/arrow-keys.ts';
import { Marks } from '../../pictures/marks.tsx';
import { useHasTouch } from '../../pictures/narrow.ts';
import { useWidth } from '../../pictures/width.ts';
import { words } from '../../words/words.ts';
import { CombinationsTable } from './combinations-table.tsx';
import { isSame, type Selecting, SelectLink } from './select-link.tsx';
import { columnsIn, firstOf, partsOf, type UpsetPart } from './upset-parts.ts';
import { groupsOf, selectionOf } from './upset-selection.ts';

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
  const remarks = upsetRemarks(data, drawn, data.groups.length, false);
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

/** Whether a column after the first ones is listed, so that it has to be seen. */
function isListedAfter(data: UpsetData, first: number, { listed }: Selecting): boolean {
  if (listed?.picture !== 'UPSET' || !listed.isExact) return false;
  return data.combinations
    .slice(first)
    .some((combination) => isSame(selectionOf(groupsOf(data, combination), true), listed));
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
