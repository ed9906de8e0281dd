import type { BoardBox, BoardData } from './board-data.ts';

/** The boxes of all columns of a board. */
export function boxesOn({ sections }: BoardData): readonly BoardBox[] {
  return sections.flatMap(({ columns }) => columns.flatMap(({ boxes }) => boxes));
}
