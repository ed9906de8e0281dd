import { useEffect, useState } from 'preact/hooks';
import { askGraphql } from './ask.ts';
import { graphql } from './graphql.ts';

/*
 * All that a page shows is of one catalog. The revision of the first answer is the one that is shown. An answer of another revision
 * begins an epoch: everything that was known is forgotten, and each view asks again. While nothing is asked, the explorer looks now
 * and then whether there is a newer catalog, and offers to show it.
 */

const revisionQuery = graphql(`
  query Revision {
    catalog {
      revision
    }
  }
`);

/** How long a page that is looked at waits until it asks again whether there is a newer catalog, in milliseconds. */
const watchInterval = 60_000;

interface CatalogState {
  /** Of what is shown; null before the first answer. */
  readonly shown: string | null;
  /** Whether the server has another one by now. */
  readonly isOutdated: boolean;
  /** Grows when everything has to be asked again. */
  readonly epoch: number;
}

let state: CatalogState = { shown: null, isOutdated: false, epoch: 0 };
const changed = new EventTarget();

function setState(next: CatalogState): void {
  state = next;
  changed.dispatchEvent(new Event('change'));
}

/** Notes of which revision an answer is that is about to be shown. */
export function noteRevision(revision: string): void {
  if (state.shown === revision) return;
  const isFirst = state.shown === null;
  setState({ shown: revision, isOutdated: false, epoch: isFirst ? state.epoch : state.epoch + 1 });
}

/** Shows the newer catalog. */
export function showNewerCatalog(): void {
  setState({ shown: null, isOutdated: false, epoch: state.epoch + 1 });
}

async function look(signal: AbortSignal): Promise<void> {
  const { shown } = state;
  if (shown === null || state.isOutdated || document.visibilityState !== 'visible') return;
  try {
    const { revision } = await askGraphql(revisionQuery, {}, signal);
    if (state.shown === shown && revision !== shown) setState({ ...state, isOutdated: true });
  } catch {
    // The next view that asks says so.
  }
}

/** Which catalog is shown, and whether it is still the newest. */
export function useCatalogState(): CatalogState {
  const [current, setCurrent] = useState(state);
  useEffect(() => {
    const update = () => {
      setCurrent(state);
    };
    update();
    changed.addEventListener('change', update);
    return () => {
      changed.removeEventListener('change', update);
    };
  }, []);
  return current;
}

/** Looks for a newer catalog for as long as a component is shown. */
export function useCatalogWatch(): void {
  useEffect(() => {
    const ended = new AbortController();
    const lookNow = () => {
      void look(ended.signal);
    };
    const timer = setInterval(lookNow, watchInterval);
    document.addEventListener('visibilitychange', lookNow);
    return () => {
      ended.abort();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookNow);
    };
  }, []);
}
