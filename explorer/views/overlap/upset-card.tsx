import { useMemo, useRef } from 'preact/hooks';
import { itemAt } from '../../../src/collections/item-at.ts';
import type { Mark } from '../../../src/drawing/scene/scene.ts';
import { combinationInWords, upsetAnswer, upsetRemarks } from '../../../src/drawing/upset/upset-answer.ts';
import type { Combination, UpsetData } from '../../../src/drawing/upset/upset-data.ts';
import { type UpsetLayout, upsetLayout } from '../../../src/drawing/upset/upset-layout.ts';
import { upsetMarks } from '../../../src/drawing/upset/upset-marks.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { useArrowKeys } from '../../pictures/arrow-keys.ts';
import { Marks } from '../../pictures/marks.tsx';
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
  const plot = useMemo(() => (width === 0 ? undefined : plotOf(data, width)), [data, width]);
  const { heading, legend } = upsetAnswer(data);
  const remarks = plot === undefined ? [] : upsetRemarks(data, plot.layout.columns, plot.layout.rows.length);
  return (
    <section class="card" ref={card} aria-labelledby="combinations">
      <h2 id="combinations">{heading}</h2>
      <div ref={inner}>
        {plot !== undefined && data.combinations.length > 0 && (
          <svg
            class="scene upset"
            width={plot.layout.width}
            height={plot.layout.height}
            viewBox={`0 0 ${plot.layout.width} ${plot.layout.height}`}
            role="group"
            aria-label={heading}
          >
            <Plot plot={plot} data={data} selecting={selecting} />
          </svg>
        )}
      </div>
      <p class="fine">{[legend, ...remarks].join(' ')}</p>
      <CombinationsTable data={data} selecting={selecting} />
    </section>
  );
}

interface UpsetPlot {
  readonly layout: UpsetLayout;
  /** Those of the rows, some of which are only stripes. */
  readonly rows: readonly Mark[];
  readonly columns: readonly Mark[];
}

/** What is clicked is at least so wide, in pixels, that fingers and shaking hands meet it. */
const leastPitch = 24;

function plotOf(data: UpsetData, width: number): UpsetPlot {
  const first = runToCompletion(upsetLayout(data, width));
  const fitting = Math.max(1, Math.floor((width - first.left) / leastPitch));
  const combinations = data.combinations.slice(0, Math.min(first.columns, fitting));
  const shown = { ...data, combinations };
  const layout = first.columns > fitting ? runToCompletion(upsetLayout(shown, width)) : first;
  const marks = runToCompletion(upsetMarks(shown, layout, 0, 0));
  return { layout, rows: marks.slice(0, -layout.columns), columns: marks.slice(-layout.columns) };
}

interface PlotProps extends UpsetCardProps {
  readonly plot: UpsetPlot;
}

function Plot({ plot: { layout, rows, columns }, data, selecting }: PlotProps) {
  return (
    <>
      {rows.map((mark, index) =>
        mark.type === 'group' && mark.node !== undefined ? (
          <SelectLink
            key={index}
            selecting={selecting}
            selection={selectionOf([mark.node], false)}
            row={index + 1}
            column={-1}
            label={mark.title ?? ''}
          >
            <RowHit layout={layout} data={data} node={mark.node} />
            <Marks marks={[{ ...mark, node: '' }]} />
          </SelectLink>
        ) : (
          <Marks key={index} marks={[mark]} />
        ),
      )}
      {columns.map((mark, index) => (
        <SelectLink
          key={index}
          selecting={selecting}
          selection={selectionOf(groupsOf(data, itemAt(data.combinations, index)), true)}
          row={0}
          column={index}
          label={mark.type === 'group' ? (mark.title ?? '') : ''}
        >
          <rect
            class="hit"
            x={layout.left + index * layout.pitch}
            y={0}
            width={layout.pitch}
            height={layout.height}
            rx={4}
          />
          <Marks marks={[mark]} />
        </SelectLink>
      ))}
    </>
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
