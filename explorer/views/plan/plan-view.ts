import { words } from '../../words/words.ts';
import { lazyView } from '../lazy-view.tsx';

/** Who should be invited so that everything chosen is covered. */
export const PlanView = lazyView(words.plan.question, async () => {
  const { PlanPage } = await import('./plan-page.tsx');
  return PlanPage;
});
