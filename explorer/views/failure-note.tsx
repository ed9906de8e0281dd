import { useEffect } from 'preact/hooks';
import type { Failure } from '../state/failure.ts';
import { words } from '../words/words.ts';
import { UnknownNames } from './names/unknown-names.tsx';
import { ToBoard } from './to-board.tsx';

const sentences = {
  UNREACHABLE: words.states.unreachable,
  REFUSED: words.states.refused,
  FAILED: words.states.failed,
};

interface FailureNoteProps {
  readonly failure: Failure;
  readonly retry: () => void;
}

/**
 * What failed, what can be done, and the id under which the log of the server has it. Where the server could not be reached, it is
 * tried again as soon as the browser is online; of an address that it refuses, each name that the catalog does not have is said.
 */
export function FailureNote({ failure, retry }: FailureNoteProps) {
  const note = <Note failure={failure} retry={retry} />;
  return failure.kind === 'REFUSED' ? <UnknownNames>{note}</UnknownNames> : note;
}

function Note({ failure, retry }: FailureNoteProps) {
  const { kind, message, requestId } = failure;
  useEffect(() => {
    if (kind !== 'UNREACHABLE') return;
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
    };
  });
  const detail = kind === 'UNREACHABLE' ? words.states.unreachableAdvice : message;
  return (
    <div class="note" role="alert">
      <h2>{sentences[kind]}</h2>
      {detail !== '' && <p>{detail}</p>}
      {requestId !== null && <p class="fine">{words.states.request(requestId)}</p>}
      {kind === 'REFUSED' ? (
        <ToBoard />
      ) : (
        <button type="button" class="button" onClick={retry}>
          {words.states.retry}
        </button>
      )}
    </div>
  );
}
