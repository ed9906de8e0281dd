import { useEffect, useState } from 'preact/hooks';
import { words } from '../../words/words.ts';
import type { PlanPage, PlanPageProps } from './plan-page.tsx';

let loaded: typeof PlanPage | undefined;

/** Who should be invited so that everything chosen is covered. It is loaded when it is first opened. */
export function PlanView(props: PlanPageProps) {
  const [Page, setPage] = useState(() => loaded);
  useEffect(() => {
    if (Page !== undefined) return;
    void import('./plan-page.tsx').then((module) => {
      loaded = module.PlanPage;
      setPage(() => module.PlanPage);
    });
  }, []);
  if (Page !== undefined) return <Page {...props} />;
  return (
    <>
      <h1>{words.plan.question}</h1>
      <p class="lead" aria-busy="true">
        {words.states.loading}
      </p>
    </>
  );
}
