import { useEffect, useRef, useState } from 'preact/hooks';
import { Failure } from '../../state/failure.ts';
import { words } from '../../words/words.ts';

/** How something that was to be taken along ended. */
export type Outcome =
  | { readonly kind: 'DONE'; readonly text: string }
  /** A text that the browser does not let the page copy. */
  | { readonly kind: 'BY_HAND'; readonly text: string };

/** What is said of the last thing that was to be taken along; null if there was none. */
export type Said = Outcome | { readonly kind: 'WORKING' } | { readonly kind: 'FAILED'; readonly text: string } | null;

const takeAlong = words.takeAlong;

/** What is said now, and what does something and then says how it ended. Only the last one is waited for. */
export function useOutcome() {
  const [outcome, setOutcome] = useState<Said>(null);
  const last = useRef(0);
  const act = (action: () => Promise<Outcome>) => {
    const number = ++last.current;
    const say = (said: Said) => {
      if (number === last.current) setOutcome(said);
    };
    setOutcome({ kind: 'WORKING' });
    action()
      .then(say)
      .catch((error: unknown) => {
        say({ kind: 'FAILED', text: takeAlong.failed(detailOf(error)) });
      });
  };
  return { outcome, act };
}

function detailOf(error: unknown): string {
  if (!(error instanceof Failure)) return takeAlong.tryAgain;
  if (error.kind === 'UNREACHABLE') return takeAlong.unreachable;
  const id = error.requestId === null ? '' : words.states.request(error.requestId);
  return [error.message === '' ? takeAlong.tryAgain : error.message, id].filter((text) => text !== '').join(' ');
}

/** Says what was taken along, or what is to be done. */
export function OutcomeNote({ outcome }: { readonly outcome: Said }) {
  return (
    <>
      <p class="take-along-said" role="status" aria-busy={outcome?.kind === 'WORKING'}>
        {textOf(outcome)}
      </p>
      {outcome?.kind === 'BY_HAND' && <CopyByHand text={outcome.text} />}
    </>
  );
}

function textOf(outcome: Said): string {
  switch (outcome?.kind) {
    case undefined:
      return '';
    case 'WORKING':
      return takeAlong.working;
    case 'BY_HAND':
      return takeAlong.byHand;
    case 'DONE':
    case 'FAILED':
      return outcome.text;
  }
}

/** A text that is selected already, so that one press of keys copies it. */
function CopyByHand({ text }: { readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
    // Selecting shows the end.
    if (area.current !== null) area.current.scrollTop = 0;
  }, [text]);
  return (
    <textarea class="field by-hand" ref={area} readOnly rows={6} aria-label={takeAlong.byHandLabel} value={text} />
  );
}
