import { itemAt } from '../../../src/collections/item-at.ts';
import { type HeatmapData, strongestFirst } from '../../../src/drawing/heatmap/heatmap-data.ts';
import { namesOfPair } from '../../../src/drawing/heatmap/heatmap-answer.ts';
import { ShareBar } from '../../pictures/share-bar.tsx';
import { allRolesIn } from '../../state/address/overlap-address.ts';
import { number } from '../../words/format.ts';
import { words } from '../../words/words.ts';
import { useFirstOf } from '../first-of.ts';
import { ShowMore } from '../show-more.tsx';
import { hasCount } from './has-count.ts';
import { type Selecting, SelectLink } from './select-link.tsx';

/** How many pairs are listed at first. */
const mostAtFirst = 15;

interface PairListProps {
  readonly data: HeatmapData;
  readonly selecting: Selecting;
}

/** The heat map where its cells would be too small for fingers: every two groups, those that share most first. */
export function PairList({ data, selecting }: PairListProps) {
  const { groups } = data;
  const pairs = strongestFirst(data.pairs.filter((pair) => hasCount(data, pair)));
  const most = Math.max(1, pairs[0]?.sharedRoleCount ?? 0);
  const { shown, more, showAll } = useFirstOf(pairs, pairs.slice(0, mostAtFirst));
  return (
    <>
      <ol class="pair-list">
        {shown.map((pair, index) => (
          <li key={`${pair.first} ${pair.second}`}>
            <SelectLink
              selecting={selecting}
              selection={allRolesIn([itemAt(groups, pair.first).id, itemAt(groups, pair.second).id])}
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
              selection={allRolesIn([id])}
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
