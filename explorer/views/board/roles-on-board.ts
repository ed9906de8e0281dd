import type { BoardData, BoardRole } from '../../../src/drawing/board/board-data.ts';
import { boxesOn } from '../../../src/drawing/board/boxes-on.ts';

/** The roles that have a chip on a board, each once, by their ids. */
export function rolesOnBoard(data: BoardData): ReadonlyMap<string, BoardRole> {
  return new Map(boxesOn(data).flatMap(({ roles }) => roles.map((role) => [role.id, role] as const)));
}
