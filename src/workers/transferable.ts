import { isMarkedAsUntransferable } from 'node:worker_threads';

/** The memory behind all arrays of numbers and bytes in a value, as far as it can be transferred to another thread. */
export function transferable(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    // Node.js keeps small buffers of many owners in one piece of memory, which stays.
    if (value.buffer instanceof ArrayBuffer && !isMarkedAsUntransferable(value.buffer)) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) transferable(part, found);
  }
  return found;
}
