import { setImmediate as microtasksDone } from 'node:timers/promises';
import type { EventLoop } from '../../src/scheduling/scheduler.ts';
import type { Steps } from '../../src/scheduling/steps.ts';

/** An event loop whose clock and turns advance only when a test says so. */
export class FakeEventLoop implements EventLoop {
  #time = 0;
  #callbacks: (() => void)[] = [];

  readonly now = (): number => this.#time;

  readonly onNextTurn = (callback: () => void): void => {
    this.#callbacks.push(callback);
  };

  /** Whether anything has requested another turn. */
  get hasNextTurn(): boolean {
    return this.#callbacks.length > 0;
  }

  /** Advances the clock, as a computation does. */
  spend(milliseconds: number): void {
    this.#time += milliseconds;
  }

  /** Takes one turn, with all microtasks that follow. @returns for how long it held the event loop, in milliseconds. */
  async turn(): Promise<number> {
    const begun = this.#time;
    const callbacks = this.#callbacks;
    this.#callbacks = [];
    for (const callback of callbacks) callback();
    await microtasksDone();
    return this.#time - begun;
  }

  /** Takes turns until none is requested. @returns how many it took. */
  async turnsToTheEnd(most = 10_000): Promise<number> {
    let turns = 0;
    while (this.hasNextTurn && turns < most) {
      await this.turn();
      turns++;
    }
    return turns;
  }

  /** Work of the given number of steps, each of which takes the given time and begins with a call of `onStep`. */
  *work(steps: number, milliseconds: number, onStep: () => void = () => undefined): Steps<number> {
    for (let step = 0; step < steps; step++) {
      onStep();
      this.spend(milliseconds);
      if (step < steps - 1) yield;
    }
    return steps;
  }
}
