import type { ComponentChildren } from 'preact';
import type { Asked } from '../../state/answers.ts';
import { words } from '../../words/words.ts';
import { FailureNote } from '../failure-note.tsx';

interface AskedPartProps<Data> {
  readonly asked: Asked<Data>;
  readonly draw: (data: Data) => ComponentChildren;
}

/** A picture that has an answer of its own. The one before stays until the new one is there. */
export function AskedPart<Data>({ asked, draw }: AskedPartProps<Data>) {
  if (asked.status === 'FAILED') return <FailureNote failure={asked.failure} retry={asked.retry} />;
  if (asked.data !== undefined) return <>{draw(asked.data)}</>;
  return (
    <div class="skeleton" aria-busy="true">
      <p class="unseen">{words.states.loading}</p>
    </div>
  );
}
