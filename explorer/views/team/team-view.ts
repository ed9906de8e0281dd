import { words } from '../../words/words.ts';
import { lazyView } from '../lazy-view.tsx';

/** The team, what it covers, and what it leaves open. */
export const TeamView = lazyView(words.team.title, async () => {
  const { TeamPage } = await import('./team-page.tsx');
  return TeamPage;
});
