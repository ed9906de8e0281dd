import type { BoardData } from '../../../src/drawing/board/board-data.ts';
import { useOurs } from '../../state/ours.ts';
import { words } from '../../words/words.ts';
import { rolesOnBoard } from './roles-on-board.ts';

/** How many of the roles that a board shows somebody of our team has. */
export function OursNote({ data }: { readonly data: BoardData }) {
  const ours = useOurs();
  const roles = rolesOnBoard(data);
  const own = [...roles.keys()].filter((id) => ours(id).length > 0).length;
  return <p class="ours-note">{words.team.board.note(own, roles.size)}</p>;
}
