import type { Steps } from '../../scheduling/steps.ts';
import { firstInWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { inFittingColumns, listCard, type ListCard } from '../list-card.ts';
import type { EntryPlace } from '../scene/columns.ts';
import type { Placed, TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { namesOfPair } from './heatmap-answer.ts';
import { strongestFirst, type HeatmapData, type HeatmapPair } from './heatmap-data.ts';

const pairStyle: TextStyle = { size: 13, color: 'INK' };
const rolesStyle: TextStyle = { size: 12, color: 'MUTED' };
const mostListed = 12;
const leastColumnWidth = 300;

/** The pairs that share the most roles with the names of these, on a card; nothing if no pair shares any. */
export function* strongestPairsMarks(data: HeatmapData, card: ListCard): Steps<Placed> {
  const sharing = data.pairs.filter(({ sharedRoleCount }) => sharedRoleCount > 0);
  const listed = strongestFirst(sharing).slice(0, mostListed);
  if (listed.length === 0) return { marks: [], height: 0 };
  return yield* listCard(card, 'Pairs that share the most', (place) =>
    inFittingColumns(listed, place, leastColumnWidth, (pair, entry) => entryMarks(data, pair, entry)),
  );
}

/** The names of the groups with the number of roles, and below them the first roles. */
function entryMarks(data: HeatmapData, pair: HeatmapPair, place: EntryPlace): Placed {
  const { sharedRoleCount, roleLabels } = pair;
  const names = textBlock(`${namesOfPair(data, pair)}: ${grouped(sharedRoleCount)}`, place, pairStyle);
  const roles = firstInWords(roleLabels, sharedRoleCount, roleLabels.length);
  const block = textBlock(roles, { ...place, y: place.y + names.height + 1 }, rolesStyle);
  return { marks: [...names.marks, ...block.marks], height: names.height + 1 + block.height };
}
