import type { Task } from '../../../scheduling/task.ts';
import { jsonPieces } from '../../../text/json-pieces.ts';

/** Length of the texts that are encoded together, in characters. */
const bufferLength = 64 * 1024;

/**
 * Makes the JSON of a large value in slices, as JSON.stringify does. Every part of the value must be valid in JSON.
 *
 * @returns the bytes of the JSON in pieces: joining and encoding ten megabytes of text would hold the event loop.
 */
export async function cooperativeJson(value: unknown, task: Task): Promise<readonly Buffer[]> {
  const encoded: Buffer[] = [];
  let text = '';
  for (const piece of jsonPieces(value)) {
    text += piece;
    if (text.length >= bufferLength) {
      encoded.push(Buffer.from(text));
      text = '';
    }
    if (task.isSliceOver()) await task.yieldSlice(undefined, 0);
  }
  encoded.push(Buffer.from(text));
  return encoded;
}
