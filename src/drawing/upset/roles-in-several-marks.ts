import type { Steps } from '../../scheduling/steps.ts';
import { inFittingColumns, listCard, type ListCard } from '../list-card.ts';
import type { EntryPlace } from '../scene/columns.ts';
import type { Color, Placed, TextStyle } from '../scene/scene.ts';
import { mostCells } from '../signature/signature.ts';
import { cellMarks, cellsWidth } from '../signature/signature-marks.ts';
import { textBlock } from '../text/text-block.ts';
import { groupColor } from './group-color.ts';
import { labelsInWords, moreInSeveral, rolesInSeveral, type RolesInSeveral } from './roles-in-several.ts';
import { manyOf } from './upset-answer.ts';
import type { UpsetData } from './upset-data.ts';

const groupStyle: TextStyle = { size: 12, color: 'MUTED' };
const roleStyle: TextStyle = { size: 13, color: 'INK' };

/** The most entries, and the most names of each. */
const mostListed = 24;
const mostNames = 12;
const cellsGap = 8;
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
  const cells = cellMarks(fillsOf(data, roles), { x, y: y + 3 });
  const cellsRoom = cells.length === 0 ? 0 : cellsWidth(cells.length) + cellsGap;
  const place = { x: x + cellsRoom, width: width - cellsRoom };
  const heading = textBlock(roles.heading, { ...place, y }, groupStyle);
  const names = textBlock(labelsInWords(roles, mostNames), { ...place, y: y + heading.height + 1 }, roleStyle);
  return { marks: [...cells, ...heading.marks, ...names.marks], height: heading.height + 1 + names.height };
}

/** The colors of the cells that say in which of the compared groups roles are; none where cells would say nothing at a glance. */
function fillsOf(data: UpsetData, { groups }: RolesInSeveral): readonly Color[] {
  if (groups === null || data.groupCount > mostCells) return [];
  return data.groups.map((group, at) => (groups.includes(at) ? groupColor(group) : 'EMPTY_CELL'));
}
