import { useEffect } from 'preact/hooks';
import type { Failure } from '../state/failure.ts';
import { signIn } from '../state/session.ts';
import { words } from '../words/words.ts';
import { UnknownNames } from './names/unknown-names.tsx';
import { ToBoard } from './to-board.tsx';

const sentences = {
  UNREACHABLE: words.states.unreachable,
  REFUSED: words.states.refused,
  SIGNED_OUT: words.states.signedOut,
  FAILED: words.states.failed,
};

interface FailureNoteProps {
  readonly failure: Failure;
  readonly retry: () => void;
}

/**
 * What failed, what can be done, and the id under which the log of the server has it. Where the server could not be reached, it is
 * tried again as soon as the browser is online; where the sign-in has ended, the reader can sign in; of an address that it refuses, each name that the catalog does not have is said.
 */
export function FailureNote({ failure, retry }: FailureNoteProps) {
  const note = <Note failure={failure} retry={retry} />;
  return failure.kind === 'REFUSED' ? <UnknownNames>{note}</UnknownNames> : note;
}

function Note({ failure, retry }: FailureNoteProps) {
  const { kind, requestId } = failure;
  useEffect(() => {
    if (kind !== 'UNREACHABLE') return;
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
    };
  });
  const detail = adviceOf(failure);
  return (
    <div class="note" role="alert">
      <h2>{sentences[kind]}</h2>
      {detail !== '' && <p>{detail}</p>}
      {requestId !== null && kind !== 'SIGNED_OUT' && <p class="fine">{words.states.request(requestId)}</p>}
      <WayOut kind={kind} retry={retry} />
    </div>
  );
}

function adviceOf({ kind, message }: Failure): string {
  switch (kind) {
    case 'UNREACHABLE':
      return words.states.unreachableAdvice;
    case 'SIGNED_OUT':
      return words.states.signedOutAdvice;
    case 'REFUSED':
    case 'FAILED':
      return message;
  }
}

function WayOut({ kind, retry }: { readonly kind: Failure['kind']; readonly retry: () => void }) {
  if (kind === 'REFUSED') return <ToBoard />;
  const isSignedOut = kind === 'SIGNED_OUT';
  return (
    <button type="button" class="button" onClick={isSignedOut ? signIn : retry}>
      {isSignedOut ? words.states.signIn : words.states.retry}
    </button>
  );
}
