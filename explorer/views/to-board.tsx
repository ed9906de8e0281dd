import { noFilter } from '../state/address/board-address.ts';
import { Link } from '../state/link.tsx';
import { words } from '../words/words.ts';

/** A way out of an address that leads nowhere. */
export function ToBoard() {
  return (
    <p>
      <Link to={{ name: 'BOARD', filter: noFilter }} class="text-link">
        {words.states.toBoard}
      </Link>
    </p>
  );
}
