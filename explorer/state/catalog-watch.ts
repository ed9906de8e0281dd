import { useEffect, useState } from 'preact/hooks';
import { askGraphql } from './ask.ts';
import type { NewerCatalog } from '../words/newer-catalog.ts';
import { type CatalogChange, newerThan } from './catalog-change.ts';
import { graphql } from './graphql.ts';
import { hearChanges } from './hear-changes.ts';
import { isOffered } from './offers.ts';
import { hasSessionEnded } from './session.ts';
import { pauseOf, whileSeen } from './while-seen.ts';

/*
 * All that a page shows is of one catalog. The revision of the first answer is the one that is shown. An answer of another revision
 * is asked for again, because it may be a late one, or one of a server that does not have the new catalog yet, where several servers
 * answer. If the second answer has the same revision, an epoch begins: everything that was known is forgotten, and each view asks
 * again. An answer to a question of an earlier epoch is dropped, whatever its revision is. While nothing is asked, the server tells the
 * explorer of imports, or the explorer asks now and then, and it offers to show the newer catalog.
 */

const revisionQuery = graphql(`
  query Revision {
    catalog {
      revision
      sequence
      importedBy
    }
  }
`);

/** The pause before the explorer connects again, in milliseconds. It doubles each time, up to the longest one. */
const firstPause = 1_000;

/**
 * The longest pause, in milliseconds: where the server cannot tell of imports, the explorer asks this often. Somebody who edits the
 * files that the server imports looks at the page after each save.
 */
const longestPause = () => (isOffered('findings') ? 2_000 : 60_000);

interface CatalogState {
  /** Of what is shown; null before the first answer. */
  readonly shown: string | null;
  /** Another one that the server has by now. */
  readonly newer: NewerCatalog | null;
  /** Grows when everything has to be asked again. */
  readonly epoch: number;
}

let state: CatalogState = { shown: null, newer: null, epoch: 0 };
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
  setState({ shown: revision, newer: null, epoch: state.epoch + 1 });
  return 'DROP';
}

/** The epoch of now, for what is asked outside of a view's questions. */
export function currentEpoch(): number {
  return state.epoch;
}

/** Shows the newer catalog. */
export function showNewerCatalog(): void {
  setState({ shown: null, newer: null, epoch: state.epoch + 1 });
}

/** The import that the server told of last. */
let told: Pick<CatalogChange, 'sequence' | 'revision'> | undefined;
/** The last one that was of the catalog that is shown. */
let toldOfShown: typeof told;

function onTold(change: CatalogChange): void {
  const { shown } = state;
  if (told?.revision === shown) toldOfShown = told;
  told = change;
  if (shown === null) return;
  // Content that comes back is what is shown already.
  if (change.revision === shown) {
    toldOfShown = change;
    if (state.newer !== null) setState({ ...state, newer: null });
    return;
  }
  const known = toldOfShown?.revision === shown ? toldOfShown.sequence : undefined;
  setState({ ...state, newer: newerThan(known, change) });
}

async function look(signal: AbortSignal): Promise<void> {
  const { epoch } = state;
  try {
    const { data, revision } = await askGraphql(revisionQuery, {}, signal);
    const { sequence, importedBy } = data.catalog;
    // What was told meanwhile is newer.
    const isLate = told !== undefined && told.sequence >= sequence && told.revision !== state.shown;
    if (epoch === state.epoch && !isLate) onTold({ sequence, revision, importedBy, counts: null });
  } catch {
    // The next view that asks says so.
  }
}

/** Hears of imports for as long as the page is seen. */
async function watch(signal: AbortSignal): Promise<void> {
  let pause = firstPause;
  while (!signal.aborted) {
    await firstShown(signal);
    await look(signal);
    if (hasSessionEnded()) return;
    if (isOffered('changes') && told !== undefined) {
      const end = await hearChanges(told.sequence, onTold, signal);
      if (end === 'LOST') pause = firstPause;
    } else pause = longestPause();
    // Not all pages at once, when the server starts again.
    await pauseOf(Math.min(pause, longestPause()) * (0.5 + Math.random() / 2), signal);
    pause *= 2;
  }
}

/** Waits for the first answer, whose catalog is shown. */
function firstShown(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const check = () => {
    if (state.shown === null && !signal.aborted) return;
    changed.removeEventListener('change', check);
    signal.removeEventListener('abort', check);
    resolve(undefined);
  };
  changed.addEventListener('change', check);
  signal.addEventListener('abort', check);
  check();
  return promise;
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

/** Hears of newer catalogs for as long as a component is shown. */
export function useCatalogWatch(): void {
  useEffect(() => whileSeen(watch), []);
}
