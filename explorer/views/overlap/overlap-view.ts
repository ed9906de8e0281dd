import { words } from '../../words/words.ts';
import { lazyView } from '../lazy-view.tsx';

/** What groups or roles share. */
export const OverlapView = lazyView(words.overlap.title, async () => {
  const { OverlapContent } = await import('./overlap-content.tsx');
  return OverlapContent;
});
