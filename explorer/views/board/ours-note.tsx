import type { BoardData } from '../../../src/drawing/board/board-data.ts';
import { useOurs } from '../../state/ours.ts';
import { words } from '../../words/words.ts';

/** How many of the roles that a board shows somebody of our team has. */
export function OursNote({ data }: { readonly data: BoardData }) {
  const ours = useOurs();
  const shown = data.sections.flatMap(({ columns }) =>
    columns.flatMap(({ boxes }) => boxes.flatMap(({ roles }) => roles)),
  );
  const ids = new Set(shown.map(({ id }) => id));
  const own = [...ids].filter((id) => ours(id).length > 0).length;
  return <p class="ours-note">{words.team.board.note(own, ids.size)}</p>;
}
