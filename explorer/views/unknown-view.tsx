import { noFilter } from '../state/address/board-address.ts';
import { words } from '../words/words.ts';
import { Link } from '../state/link.tsx';
import { usePageTitle } from './page-title.ts';

/** For an address that nothing has. */
export function UnknownView() {
  usePageTitle(words.states.unknown);
  return (
    <div class="note">
      <h1>{words.states.unknown}</h1>
      <p>
        <Link to={{ name: 'BOARD', filter: noFilter }} class="text-link">
          {words.states.toBoard}
        </Link>
      </p>
    </div>
  );
}
