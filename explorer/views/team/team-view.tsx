import type { TeamQuestion } from '../../state/address/team-address.ts';
import { useLoaded } from '../../state/loaded.ts';
import type { Frame } from '../../state/questions/frame-questions.ts';
import { words } from '../../words/words.ts';
import { usePageTitle } from '../page-title.ts';

interface TeamViewProps {
  readonly question: TeamQuestion;
  readonly frame: Frame | undefined;
}

async function loadPage() {
  const { TeamPage } = await import('./team-page.tsx');
  return TeamPage;
}

/** The team, what it covers, and what it leaves open. It is loaded when somebody asks for it. */
export function TeamView(props: TeamViewProps) {
  const Page = useLoaded(loadPage);
  if (Page !== undefined) return <Page {...props} />;
  return <Loading />;
}

function Loading() {
  usePageTitle(words.team.title);
  return (
    <>
      <h1>{words.team.title}</h1>
      <p class="lead" aria-busy="true">
        {words.states.loading}
      </p>
    </>
  );
}
