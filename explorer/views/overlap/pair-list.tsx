import { itemAt } from '../../../src/collections/item-at.ts';
import type { HeatmapData } from '../../../src/drawing/heatmap/heatmap-data.ts';
import { namesOfPair } from '../../../src/drawing/heatmap/heatmap-answer.ts';
import { ShareBar } from '../../pictures/share-bar.tsx';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { useFirstOf } from '../first-of.ts';
import { ShowMore } from '../show-more.tsx';
import { type Selecting, SelectLink } from './select-link.tsx';

/** How many pairs are listed at first. */
const mostAtFirst = 15;
/** Among more groups than these, most pairs share nothing, and are left out. */
const mostWithZeros = 8;

interface PairListProps {
  readonly data: HeatmapData;
  readonly selecting: Selecting;
}

/** The heat map where its cells would be too small for fingers: every two groups, those that share most first. */
export function PairList({ data, selecting }: PairListProps) {
  const { groups } = data;
  const pairs = data.pairs
    .filter(({ sharedRoleCount }) => sharedRoleCount > 0 || groups.length <= mostWithZeros)
    .toSorted((a, b) => b.sharedRoleCount - a.sharedRoleCount);
  const most = Math.max(1, ...pairs.map(({ sharedRoleCount }) => sharedRoleCount));
  const { shown, more, showAll } = useFirstOf(pairs, pairs.slice(0, mostAtFirst));
  return (
    <>
      <ol class="pair-list">
        {shown.map((pair, index) => (
          <li key={`${pair.first} ${pair.second}`}>
            <SelectLink
              selecting={selecting}
              selection={selectionOf([itemAt(groups, pair.first).id, itemAt(groups, pair.second).id])}
              row={index}
              column={0}
              class="pair-link"
            >
              <span>{namesOfPair(data, pair)}</span> <span class="figure">{number(pair.sharedRoleCount)}</span>
              <ShareBar share={pair.sharedRoleCount / most} />
            </SelectLink>
          </li>
        ))}
      </ol>
      {more > 0 && <ShowMore label={words.overlap.showAllPairs(more)} show={showAll} />}
      <h3>{words.overlap.ofOne}</h3>
      <ul class="filters">
        {groups.map(({ id, label, roleCount }, index) => (
          <li key={id}>
            <SelectLink
              selecting={selecting}
              selection={selectionOf([id])}
              row={shown.length + index}
              column={0}
              class="filter"
            >
              {label} <span class="count">{number(roleCount)}</span>
            </SelectLink>
          </li>
        ))}
      </ul>
      <p class="fine">{words.overlap.pairsExplained(data.kind === 'TOPIC', most)}</p>
    </>
  );
}

function selectionOf(groups: readonly string[]) {
  return { picture: 'HEATMAP', groups, isExact: false, role: null } as const;
}
