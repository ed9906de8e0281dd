import type { Asked } from '../state/answers.ts';
import { words } from '../words/words.ts';
import { FailureNote } from './failure-note.tsx';

/** What is shown in place of an answer that is not there yet, or that could not be had; nothing once there is one. */
export function Waiting({ answer }: { readonly answer: Asked<unknown> }) {
  if (answer.status === 'FAILED') return <FailureNote failure={answer.failure} retry={answer.retry} />;
  if (answer.data !== undefined) return null;
  return (
    <div class="skeleton" aria-busy="true">
      <p class="unseen">{words.states.loading}</p>
    </div>
  );
}
