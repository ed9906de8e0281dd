import { useMemo, useRef } from 'preact/hooks';
import { heatmapAnswer, omissionOf } from '../../../src/drawing/heatmap/heatmap-answer.ts';
import { type HeatmapData, levelOf, pairAt, sharingMost } from '../../../src/drawing/heatmap/heatmap-data.ts';
import { stepCount } from '../../../src/drawing/scene/scene.ts';
import { textWidth } from '../../../src/drawing/text/text-width.ts';
import { itemAt } from '../../../src/collections/item-at.ts';
import { useArrowKeys } from '../../pictures/arrow-keys.ts';
import { useHasTouch, useIsTooNarrow } from '../../pictures/narrow.ts';
import { useWidth } from '../../pictures/width.ts';
import { allRolesIn } from '../../state/address/overlap-address.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { hasCount } from './has-count.ts';
import { PairList } from './pair-list.tsx';
import { type Selecting, SelectLink } from './select-link.tsx';

interface HeatmapCardProps {
  readonly data: HeatmapData;
  readonly selecting: Selecting;
}

/** In pixels: no column is narrower, and cells are apart by the gap. */
const leastColumn = 27;
const cellGap = 4;
/** The part of the width that the names of the rows have; styles/overlap.css has the same. */
const namesPart = 0.2;
const namesPartOfNumbered = 0.34;
/** The size of the names of columns in pixels, and how much wider than ours the font of a reader may be. */
const nameSize = 13;
const widerFont = 1.08;

/** How many roles every two groups share: a table with coloured cells, each of which lists its roles. */
export function HeatmapCard({ data, selecting }: HeatmapCardProps) {
  const card = useRef<HTMLElement>(null);
  const width = useWidth(card) ?? 0;
  useArrowKeys(card);
  const { heading, legend } = heatmapAnswer(data);
  const { groups } = data;
  const isNumbered = (width * (1 - namesPart)) / groups.length < useLongestWord(data) * widerFont + cellGap;
  const most = Math.floor((width * (1 - namesPartOfNumbered)) / leastColumn);
  const shown = sharingMost(data, Math.max(2, most));
  const part = isNumbered ? namesPartOfNumbered : namesPart;
  const hasTouch = useHasTouch();
  const isList = useIsTooNarrow(width, width * (1 - part) - cellGap * groups.length, groups.length);
  return (
    <section class="card" ref={card} aria-labelledby="pairs">
      <h2 id="pairs">{heading}</h2>
      {width > 0 && isList && <PairList data={data} selecting={selecting} />}
      {width > 0 && !isList && (
        <table
          class={`heatmap ${isNumbered ? 'numbered' : ''} ${groups.length < 4 ? 'few' : ''}`}
          aria-label={words.overlap.pairsTable(heading)}
        >
          <thead>
            <tr>
              <td />
              {shown.map((group, column) => (
                <th key={group} scope="col">
                  <Head label={itemAt(groups, group).label} position={isNumbered ? column + 1 : null} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((group, row) => (
              <tr key={group}>
                <th scope="row">
                  {isNumbered && <span class="count">{number(row + 1)} </span>}
                  {itemAt(groups, group).label}
                </th>
                {shown.map((other, column) => (
                  <td key={other}>
                    <Cell data={data} group={group} other={other} place={{ row, column }} selecting={selecting} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="fine">
        {(isList
          ? omissionOf(data, groups.length)
          : [
              legend,
              ...(hasTouch ? [] : [words.overlap.arrows]),
              ...omissionOf(data, width > 0 ? shown.length : groups.length),
            ]
        ).join(' ')}
      </p>
    </section>
  );
}

/** How wide the longest word of the names is, in pixels: columns in which it has no room have numbers in place of names. */
function useLongestWord({ groups }: HeatmapData): number {
  return useMemo(() => {
    const words = groups.flatMap(({ label }) => label.split(/\s+/));
    return Math.max(...words.map((word) => textWidth(word, nameSize)));
  }, [groups]);
}

function Head({ label, position }: { readonly label: string; readonly position: number | null }) {
  if (position === null) return label;
  return (
    <>
      <span aria-hidden="true">{number(position)}</span>
      <span class="unseen">{label}</span>
    </>
  );
}

interface CellProps {
  readonly data: HeatmapData;
  readonly group: number;
  readonly other: number;
  readonly place: { readonly row: number; readonly column: number };
  readonly selecting: Selecting;
}

function Cell({ data, group, other, place, selecting }: CellProps) {
  const [one, second] = [itemAt(data.groups, group), itemAt(data.groups, other)];
  if (group === other) {
    const label = words.overlap.cellOfOne(one.label, one.roleCount);
    return (
      <SelectLink selecting={selecting} selection={allRolesIn([one.id])} {...place} label={label} class="cell">
        {number(one.roleCount)}
      </SelectLink>
    );
  }
  const pair = pairAt(data, group, other);
  const { sharedRoleCount } = pair;
  const groups = group < other ? [one, second] : [second, one];
  return (
    <SelectLink
      selecting={selecting}
      selection={allRolesIn(groups.map(({ id }) => id))}
      {...place}
      label={words.overlap.cellOfTwo(
        groups.map(({ label }) => label),
        sharedRoleCount,
      )}
      class={`cell step step-${levelOf(data, pair, stepCount - 1)}`}
    >
      {hasCount(data, pair) ? number(sharedRoleCount) : ''}
    </SelectLink>
  );
}
