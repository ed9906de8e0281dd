import type { ServerResponse } from 'node:http';
import type { MemoryBudget } from '../../scheduling/memory-budget.ts';

/**
 * Holds memory of a budget for one exchange, until it is over: the answer is sent, or the client has disconnected.
 *
 * @returns takes more bytes; false if there are not as many left.
 */
export function holdUntilClosed(response: ServerResponse, memory: MemoryBudget): (bytes: number) => boolean {
  let held = 0;
  response.once('close', () => {
    memory.giveBack(held);
  });
  return (bytes) => {
    // What arrives after the end of the exchange is not kept.
    if (response.closed) return true;
    if (!memory.take(bytes)) return false;
    held += bytes;
    return true;
  };
}
