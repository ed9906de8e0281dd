import { useEffect, useState } from 'preact/hooks';
import { askGraphql } from './ask.ts';
import { graphql } from './graphql.ts';
import { lookRegularly } from './look-regularly.ts';
import { isOffered } from './offers.ts';

/*
 * All that a page shows is of one catalog. The revision of the first answer is the one that is shown. An answer of another revision
 * is asked for again, because it may be a late one, or one of a server that does not have the new catalog yet, where several servers
 * answer. If the second answer has the same revision, an epoch begins: everything that was known is forgotten, and each view asks
 * again. An answer to a question of an earlier epoch is dropped, whatever its revision is. While nothing is asked, the explorer looks
 * now and then whether there is a newer catalog, and offers to show it.
 */

const revisionQuery = graphql(`
  query Revision {
    catalog {
      revision
    }
  }
`);

/**
 * How long a page that is looked at waits until it asks again whether there is a newer catalog, in milliseconds. Somebody who edits
 * the files that the server imports looks at the page after each save.
 */
const watchInterval = () => (isOffered('findings') ? 2_000 : 60_000);

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

/** What is to be done with an answer. */
export type Verdict =
  /** It is of the catalog that is shown. */
  | 'SHOW'
  /** It is of another catalog, and may be late: ask again. */
  | 'ASK_AGAIN'
  /** It is of another catalog; everything is asked again, or was so already. */
  | 'DROP';

/**
 * Decides whether an answer may be shown, before anything keeps it.
 *
 * @param epoch in which the question was asked.
 * @param isSure whether an answer to the same question had the same revision before: then the catalog is another one.
 */
export function verdictOn(revision: string, epoch: number, isSure: boolean): Verdict {
  if (epoch !== state.epoch) return 'DROP';
  if (state.shown === revision) return 'SHOW';
  if (state.shown === null) {
    setState({ ...state, shown: revision });
    return 'SHOW';
  }
  if (!isSure) return 'ASK_AGAIN';
  setState({ shown: revision, isOutdated: false, epoch: state.epoch + 1 });
  return 'DROP';
}

/** The epoch of now, for what is asked outside of a view's questions. */
export function currentEpoch(): number {
  return state.epoch;
}

/** Shows the newer catalog. */
export function showNewerCatalog(): void {
  setState({ shown: null, isOutdated: false, epoch: state.epoch + 1 });
}

async function look(signal: AbortSignal): Promise<void> {
  const { shown } = state;
  if (shown === null || state.isOutdated) return;
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
  useEffect(() => lookRegularly(look, watchInterval()), []);
}
