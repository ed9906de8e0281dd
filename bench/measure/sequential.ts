import { send, type Call } from './client.ts';

/** How long and how often each operation is measured. */
export interface Effort {
  /** The warm-up of each operation at each server, in milliseconds. */
  readonly warmUp: number;
  /** The number of rounds over all servers, so that one slow moment does not decide. */
  readonly rounds: number;
  /** The limits of one round at one server: the number of answers, and the time in milliseconds. */
  readonly answersARound: number;
  readonly millisecondsARound: number;
  /** All rounds together, at one server, in milliseconds; three answers there are at least. */
  readonly longest: number;
  /** How many times each server is put under load, in turns, and how long each time, in milliseconds. */
  readonly loads: number;
  readonly load: number;
}

/** Repeats a request until a server is warm. */
export async function warmUp(call: Call, { warmUp: time }: Effort): Promise<void> {
  const end = performance.now() + time;
  let sent = 0;
  do {
    await send(call);
    sent++;
  } while (performance.now() < end && sent < 2_000);
}

/** Times of one request at a time, in milliseconds, of each call; the calls take turns. */
export async function sequentialTimes(calls: readonly Call[], effort: Effort): Promise<readonly (readonly number[])[]> {
  const turns = calls.map((call) => ({ call, times: new Array<number>(), spent: 0 }));
  for (let round = 0; round < effort.rounds; round++) {
    for (const turn of rotated(turns, round)) {
      if (turn.spent > effort.longest && turn.times.length >= 3) continue;
      const started = performance.now();
      for (let answer = 0; answer < effort.answersARound; answer++) {
        turn.times.push((await send(turn.call)).milliseconds);
        if (performance.now() - started > effort.millisecondsARound) break;
      }
      turn.spent += performance.now() - started;
    }
  }
  return turns.map(({ times }) => times);
}

/** Rotates the order, so that no server always follows the same one. */
export function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const first = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
