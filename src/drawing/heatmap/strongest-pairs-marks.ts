import type { Steps } from '../../scheduling/steps.ts';
import { firstInWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { cardHeight, cardMark, type ListCard } from '../scene/card.ts';
import type { Mark, Placed, TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { namesOfPair } from './heatmap-answer.ts';
import { strongestFirst, type HeatmapData, type HeatmapPair } from './heatmap-data.ts';

const headingStyle: TextStyle = { size: 15, weight: 'BOLD', color: 'INK' };
const pairStyle: TextStyle = { size: 13, color: 'INK' };
const rolesStyle: TextStyle = { size: 12, color: 'MUTED' };
const mostListed = 12;
const leastColumnWidth = 300;
const columnGap = 28;
const entryGap = 10;

/** The pairs that share the most roles with the names of these, on a card; nothing if no pair shares any. */
export function* strongestPairsMarks(
  data: HeatmapData,
  { x, y, width, padding, besideHeight }: ListCard,
): Steps<Placed> {
  const sharing = data.pairs.filter(({ sharedRoleCount }) => sharedRoleCount > 0);
  const listed = strongestFirst(sharing).slice(0, mostListed);
  if (listed.length === 0) return { marks: [], height: 0 };
  const inner = { x: x + padding, width: width - 2 * padding };
  const heading = textBlock('Pairs that share the most', { ...inner, y: y + padding }, headingStyle);
  const columns = Math.max(1, Math.floor((inner.width + columnGap) / (leastColumnWidth + columnGap)));
  const columnWidth = (inner.width + columnGap) / columns - columnGap;
  const perColumn = Math.ceil(listed.length / columns);
  const top = y + padding + heading.height + 10;
  const marks: Mark[] = [];
  let bottom = top;
  for (let column = 0; column < columns; column++) {
    let entryTop = top;
    for (const pair of listed.slice(column * perColumn, (column + 1) * perColumn)) {
      const place = { x: inner.x + column * (columnWidth + columnGap), width: columnWidth };
      const entry = entryMarks(data, pair, place, entryTop);
      marks.push(...entry.marks);
      entryTop += entry.height + entryGap;
      yield;
    }
    bottom = Math.max(bottom, entryTop - entryGap);
  }
  const height = cardHeight(bottom + padding - y, besideHeight);
  return { marks: [cardMark({ x, y, width, height }), ...heading.marks, ...marks], height };
}

/** The names of the groups with the number of roles, and below them the first roles. */
function entryMarks(
  data: HeatmapData,
  pair: HeatmapPair,
  place: { readonly x: number; readonly width: number },
  y: number,
): Placed {
  const { sharedRoleCount, roleLabels } = pair;
  const names = textBlock(`${namesOfPair(data, pair)}: ${grouped(sharedRoleCount)}`, { ...place, y }, pairStyle);
  const roles = firstInWords(roleLabels, sharedRoleCount, roleLabels.length);
  const block = textBlock(roles, { ...place, y: y + names.height + 1 }, rolesStyle);
  return { marks: [...names.marks, ...block.marks], height: names.height + 1 + block.height };
}
