import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../state/address/address.ts';
import { type Frame, frameAnswers } from '../state/questions/frame-questions.ts';
import { type Asked, useAnswer } from '../state/answers.ts';
import { showNewerCatalog, useCatalogState, useCatalogWatch } from '../state/catalog-watch.ts';
import { useView } from '../state/location.ts';
import { useIsOnline } from '../state/online.ts';
import { signIn, useHasSessionEnded } from '../state/session.ts';
import { words } from '../words/words.ts';
import { BoardView } from './board/board-view.tsx';
import { CatalogView } from './catalog/catalog-view.ts';
import { EmptyCatalog } from './catalog/empty-catalog.tsx';
import { OverlapView } from './overlap/overlap-view.ts';
import { PageFoot } from './page-foot.tsx';
import { PageHead } from './page-head.tsx';
import { PathsView } from './paths/paths-view.ts';
import { PlanView } from './plan/plan-view.ts';
import { RoleView } from './role/role-view.ts';
import { TeamOfLink } from './team/team-of-link.tsx';
import { TeamView } from './team/team-view.ts';
import { UnknownView } from './unknown-view.tsx';

/** The page: its head, the view at its address, its foot. */
export function App() {
  const { epoch } = useCatalogState();
  useCatalogWatch();
  // Another catalog is another page: nothing that is shown may be of the one before.
  return <Page key={epoch} />;
}

function Page() {
  const view = useView();
  const asked = useAnswer(frameAnswers, 'FRAME');
  useRetry(asked);
  const frame = asked.data;
  const main = useRef<HTMLElement>(null);
  useFocusOnView(view, main);
  return (
    <>
      <a class="skip" href="#content">
        {words.skipToContent}
      </a>
      <PageHead view={view} frame={frame} />
      <Notices />
      <main id="content" tabIndex={-1} ref={main}>
        {frame?.catalog.roleCount === 0 ? <EmptyCatalog /> : <CurrentView view={view} frame={frame} />}
      </main>
      <PageFoot frame={frame} />
    </>
  );
}

function CurrentView({ view, frame }: { readonly view: View; readonly frame: Frame | undefined }) {
  switch (view.name) {
    case 'BOARD':
      return <BoardView filter={view.filter} frame={frame} />;
    case 'ROLE':
      return <RoleView key={view.slug} slug={view.slug} frame={frame} />;
    case 'OVERLAP':
      return <OverlapView question={view.question} frame={frame} />;
    case 'PLAN':
      return <PlanView question={view.question} frame={frame} />;
    case 'TEAM':
      return <TeamView question={view.question} frame={frame} />;
    case 'PATHS':
      return <PathsView question={view.question} frame={frame} />;
    case 'CATALOG':
      return <CatalogView frame={frame} />;
    case 'UNKNOWN':
      return <UnknownView />;
  }
}

/** What is said above every view: that the page is offline, that nobody is signed in any more, that there is a newer catalog, or that a link brings a team. */
function Notices() {
  const { newer } = useCatalogState();
  const isOnline = useIsOnline();
  const hasEnded = useHasSessionEnded();
  return (
    <div role="status">
      <TeamOfLink />
      {!isOnline && <p class="notice">{words.states.offline}</p>}
      {hasEnded && (
        <p class="notice">
          {words.states.sessionEnded}{' '}
          <button type="button" class="button" onClick={signIn}>
            {words.states.signIn}
          </button>
        </p>
      )}
      {newer !== null && !hasEnded && (
        <p class="notice">
          {words.states.newerCatalog(newer)}{' '}
          <button type="button" class="button" onClick={showNewerCatalog}>
            {words.states.look}
          </button>
        </p>
      )}
    </div>
  );
}

/** How long to wait before the frame is asked for again, in milliseconds. */
const framePause = 3_000;

/** Asks again by itself. The view has failed, too, most often, and says so; without the frame, it would lack menus and names for good. */
function useRetry(asked: Asked<Frame>): void {
  useEffect(() => {
    if (asked.status !== 'FAILED') return;
    const timer = setTimeout(asked.retry, framePause);
    return () => {
      clearTimeout(timer);
    };
  }, [asked.status]);
}

/** Moves the focus to the content when another view opens, as a browser does for another page. */
function useFocusOnView(view: View, main: { readonly current: HTMLElement | null }): void {
  const page = view.name === 'ROLE' ? view.slug : view.name;
  const isFirst = useRef(true);
  // At once, or it would take the focus away from whoever types on.
  useLayoutEffect(() => {
    if (!isFirst.current) main.current?.focus({ preventScroll: true });
    isFirst.current = false;
  }, [page]);
}
