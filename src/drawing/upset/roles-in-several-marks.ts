import type { Steps } from '../../scheduling/steps.ts';
import { inFittingColumns, listCard, type ListCard } from '../list-card.ts';
import type { EntryPlace } from '../scene/columns.ts';
import { hueAt, type Mark, type Placed, type TextStyle } from '../scene/scene.ts';
import { textBlock } from '../text/text-block.ts';
import { labelsInWords, moreInSeveral, rolesInSeveral, type RolesInSeveral } from './roles-in-several.ts';
import { manyOf } from './upset-answer.ts';
import type { UpsetData } from './upset-data.ts';

const groupStyle: TextStyle = { size: 12, color: 'MUTED' };
const roleStyle: TextStyle = { size: 13, color: 'INK' };

/** The most entries, and the most names of each. */
const mostListed = 24;
const mostNames = 12;
/** With more groups than this, cells say nothing at a glance. */
const mostCells = 8;
const cell = { width: 5, height: 10, gap: 2 } as const;
const leastColumnWidth = 260;
const belowList = 10;

/** The names of the roles in several groups, as a list on a card; nothing if there is no such role. */
export function* rolesInSeveralMarks(data: UpsetData, card: ListCard): Steps<Placed> {
  const listed = rolesInSeveral(data).slice(0, mostListed);
  if (listed.length === 0) return { marks: [], height: 0 };
  const more = moreInSeveral(data, listed);
  return yield* listCard(card, `Roles in several ${manyOf(data)}`, function* (place) {
    const list = yield* inFittingColumns(listed, place, leastColumnWidth, (roles, entry) =>
      entryMarks(data, roles, entry),
    );
    if (more === undefined) return list;
    const y = list.end + belowList;
    const block = textBlock(more, { ...place, y }, groupStyle);
    return { marks: [...list.marks, ...block.marks], end: y + block.height };
  });
}

/** The groups of some roles, as cells and in words, and below them the roles. */
function entryMarks(data: UpsetData, roles: RolesInSeveral, { x, y, width }: EntryPlace): Placed {
  const cells = data.groupCount > mostCells || roles.groups === null ? [] : cellMarks(data, roles.groups, x, y + 3);
  const beside = cells.length === 0 ? 0 : cells.length * (cell.width + cell.gap) + 6;
  const place = { x: x + beside, width: width - beside };
  const heading = textBlock(roles.heading, { ...place, y }, groupStyle);
  const names = textBlock(labelsInWords(roles, mostNames), { ...place, y: y + heading.height + 1 }, roleStyle);
  return { marks: [...cells, ...heading.marks, ...names.marks], height: heading.height + 1 + names.height };
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
