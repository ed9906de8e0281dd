import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from './ask.ts';
import { useCatalogState, verdictOn } from './catalog-watch.ts';
import { words } from '../words/words.ts';
import { Failure } from './failure.ts';

/** What a view knows of an answer. */
export type Asked<Data> =
  /** `data` is the answer to the question before, which stays until the new one is there; undefined for the first. */
  | { readonly status: 'LOADING'; readonly data: Data | undefined }
  | { readonly status: 'READY'; readonly data: Data }
  | {
      readonly status: 'FAILED';
      /** Never there, so that a view can take whatever there is without looking at the status. */
      readonly data?: undefined;
      readonly failure: Failure;
      readonly retry: () => void;
    };

/** How many answers are kept, so that Back is shown at once. */
const mostKept = 50;

/** How long to wait before an answer of another catalog is asked for again, in milliseconds. */
const pause = 200;

/** The answers to one kind of questions. */
export class Answers<Question, Data> {
  readonly #ask: (question: Question, signal: AbortSignal) => Promise<Answer<Data>>;
  readonly #kept = new Map<string, Answer<Data>>();

  constructor(ask: (question: Question, signal: AbortSignal) => Promise<Answer<Data>>) {
    this.#ask = ask;
  }

  /** The answer that is known already, if it is of the catalog that is shown. */
  known(question: Question, epoch: number): Answer<Data> | undefined {
    return this.#kept.get(keyOf(question, epoch));
  }

  /**
   * Asks, and keeps the answer.
   *
   * @returns undefined for an answer of another catalog than the one that is shown.
   */
  async ask(question: Question, epoch: number, signal: AbortSignal): Promise<Answer<Data> | undefined> {
    let before: string | undefined;
    for (;;) {
      const answer = await this.#ask(question, signal);
      const verdict = verdictOn(answer.revision, epoch, answer.revision === before);
      if (verdict === 'DROP') return undefined;
      if (verdict === 'SHOW') {
        this.#keep(keyOf(question, epoch), answer);
        return answer;
      }
      before = answer.revision;
      await new Promise((resolve) => setTimeout(resolve, pause));
      signal.throwIfAborted();
    }
  }

  #keep(key: string, answer: Answer<Data>): void {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, answer);
  }
}

/**
 * The data of an answer that no view keeps, e.g. for a file.
 *
 * @param epoch in which it was asked for.
 * @throws Failure if it is not of the catalog that is shown.
 */
export function ofShownCatalog<Data>({ data, revision }: Answer<Data>, epoch: number): Data {
  if (verdictOn(revision, epoch, true) !== 'SHOW') throw new Failure('FAILED', words.takeAlong.changed, null);
  return data;
}

function keyOf(question: unknown, epoch: number): string {
  return JSON.stringify([epoch, question]);
}

/**
 * The answer to a question, asked when the question changes.
 *
 * @param question null if there is none now; the answer before it is forgotten then.
 */
export function useAnswer<Question, Data>(answers: Answers<Question, Data>, question: Question | null): Asked<Data> {
  const { epoch } = useCatalogState();
  const key = keyOf(question, epoch);
  // What is shown stays known here, however many answers to other questions are kept by now.
  const shown = useRef<{ readonly key: string; readonly data: Data } | undefined>(undefined);
  const kept = question === null ? undefined : answers.known(question, epoch);
  if (question === null) shown.current = undefined;
  else if (kept !== undefined) shown.current = { key, data: kept.data };
  const isKnown = shown.current?.key === key;
  const [failed, setFailed] = useState<{ readonly key: string; readonly failure: Failure } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (question === null || isKnown) return;
    const ended = new AbortController();
    answers
      .ask(question, epoch, ended.signal)
      .then((answer) => {
        if (ended.signal.aborted) return;
        if (answer !== undefined) shown.current = { key, data: answer.data };
        setAttempt((count) => count + 1);
      })
      .catch((error: unknown) => {
        if (ended.signal.aborted) return;
        setFailed({ key, failure: error instanceof Failure ? error : new Failure('FAILED', '', null) });
      });
    return () => {
      ended.abort();
    };
    // The key stands for the question and the epoch.
  }, [key, attempt]);
  if (shown.current?.key === key) return { status: 'READY', data: shown.current.data };
  if (failed?.key === key) {
    const retry = () => {
      setFailed(null);
      setAttempt((count) => count + 1);
    };
    return { status: 'FAILED', failure: failed.failure, retry };
  }
  return { status: 'LOADING', data: shown.current?.data };
}
