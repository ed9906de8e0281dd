import { words } from '../words/words.ts';
import { usePageTitle } from './page-title.ts';
import { ToBoard } from './to-board.tsx';

/** For an address that nothing has. */
export function UnknownView() {
  usePageTitle(words.states.unknown);
  return (
    <div class="note">
      <h1>{words.states.unknown}</h1>
      <ToBoard />
    </div>
  );
}
