import { words } from '../../words/words.ts';
import { lazyView } from '../lazy-view.tsx';

/** What connects two things. */
export const PathsView = lazyView(words.paths.question, async () => {
  const { PathsPage } = await import('./paths-page.tsx');
  return PathsPage;
});
