import type { Steps } from '../scheduling/steps.ts';
import type { Part } from './file-format.ts';

/** Does work in steps while a file is written: each step gives out an empty part, so that other requests get a turn. */
export function* withPauses<T>(steps: Steps<T>): Generator<Part, T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield '';
  }
}
