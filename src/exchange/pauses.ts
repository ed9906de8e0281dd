import type { Steps } from '../scheduling/steps.ts';

/** An empty part of a file, which gives other requests a turn. */
export type Pause = '';

/** Does work in steps while a file is written: each step gives out an empty part, so that other requests get a turn. */
export function* withPauses<T>(steps: Steps<T>): Generator<Pause, T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield '';
  }
}
