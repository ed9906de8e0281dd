import { capitalized, spelledNumber } from '../../text/spelled-number.ts';
import { cardMark, type ListCard, type ListOnCard } from '../scene/card.ts';
import { hueAt, type Mark, type TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { combinationInWords, manyOf, rolesInWords, shortCombination } from './upset-answer.ts';
import type { Combination, UpsetData } from './upset-data.ts';

const headingStyle: TextStyle = { size: 15, weight: 'BOLD', color: 'INK' };
const groupStyle: TextStyle = { size: 12, color: 'MUTED' };
const roleStyle: TextStyle = { size: 13, color: 'INK' };

/** The most combinations that are listed, and the most names of each. */
const mostListed = 24;
const mostNames = 12;
/** With more groups than this, cells say nothing at a glance. */
const mostCells = 8;
const cell = { width: 5, height: 10, gap: 2 } as const;
const leastColumnWidth = 260;
const columnGap = 28;
const entryGap = 10;

/** The combinations of several groups, those of the most groups first. */
export function combinationsOfSeveral({ combinations }: UpsetData): readonly Combination[] {
  return combinations.filter(({ groups }) => groups.length > 1).toSorted((a, b) => b.groups.length - a.groups.length);
}

/** The names of the roles in several groups, as a list on a card; nothing if there is no such role. */
export function combinationsListMarks(data: UpsetData, { x, y, width, padding, leastHeight }: ListCard): ListOnCard {
  const several = combinationsOfSeveral(data);
  if (several.length === 0) return { marks: [], height: 0 };
  const inner = { x: x + padding, width: width - 2 * padding };
  const heading = textBlock(`Roles in several ${manyOf(data)}`, { ...inner, y: y + padding }, headingStyle);
  const columns = Math.max(1, Math.floor((inner.width + columnGap) / (leastColumnWidth + columnGap)));
  const columnWidth = (inner.width + columnGap) / columns - columnGap;
  const listed = several.slice(0, mostListed);
  const perColumn = Math.ceil(listed.length / columns);
  const top = y + padding + heading.height + 10;
  const marks: Mark[] = [];
  let bottom = top;
  for (let column = 0; column < columns; column++) {
    let entryTop = top;
    for (const combination of listed.slice(column * perColumn, (column + 1) * perColumn)) {
      const entry = entryMarks(data, combination, inner.x + column * (columnWidth + columnGap), entryTop, columnWidth);
      marks.push(...entry.marks);
      entryTop += entry.height + entryGap;
    }
    bottom = Math.max(bottom, entryTop - entryGap);
  }
  const left = several.length - listed.length;
  if (left > 0) {
    const text = `And ${spelledNumber(left)} more such ${left === 1 ? 'combination' : 'combinations'}.`;
    const more = textBlock(text, { ...inner, y: bottom + entryGap }, groupStyle);
    marks.push(...more.marks);
    bottom += entryGap + more.height;
  }
  const height = Math.max(bottom + padding - y, leastHeight);
  return { marks: [cardMark({ x, y, width, height }), ...heading.marks, ...marks], height };
}

/** The groups of a combination, as cells and in words, and below them its roles. */
function entryMarks(data: UpsetData, combination: Combination, x: number, y: number, width: number): ListOnCard {
  const { groups } = combination;
  const hasCells = data.groups.length === data.groupCount && data.groupCount <= mostCells;
  const cells = hasCells ? cellMarks(data, groups, x, y + 3) : [];
  const beside = hasCells ? cells.length * (cell.width + cell.gap) + 6 : 0;
  const place = { x: x + beside, width: width - beside };
  const heading = textBlock(shortCombination(data, groups), { ...place, y }, groupStyle);
  const names = rolesInWords(combination, mostNames);
  const block = textBlock(names, { ...place, y: y + heading.height + 1 }, roleStyle);
  const title = `${capitalized(`in ${combinationInWords(data, groups)}`)}: ${names}`;
  const marks: readonly Mark[] = [{ type: 'group', title, marks: [...cells, ...heading.marks, ...block.marks] }];
  return { marks, height: heading.height + 1 + block.height };
}

function cellMarks(data: UpsetData, groups: readonly number[], x: number, y: number): readonly Mark[] {
  return data.groups.map(({ huePosition }, position): Mark => {
    const fill = groups.includes(position) ? hueAt(huePosition) : 'EMPTY_CELL';
    return {
      type: 'rect',
      x: x + position * (cell.width + cell.gap),
      y,
      width: cell.width,
      height: cell.height,
      radius: 1,
      fill,
    };
  });
}
