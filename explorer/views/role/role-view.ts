import { words } from '../../words/words.ts';
import { lazyView } from '../lazy-view.tsx';

/** One role. */
export const RoleView = lazyView(words.kinds.ROLE, async () => {
  const { RolePage } = await import('./role-page.tsx');
  return RolePage;
});
