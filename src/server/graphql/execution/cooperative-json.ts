import type { Task } from '../../../scheduling/task.ts';

/** The most pieces that a value is cut into: those of ten megabytes take a fraction of a millisecond each. */
const mostPieces = 512;

/**
 * Makes the JSON of a large value in slices, as JSON.stringify does. Every part of the value must be valid in JSON.
 *
 * @returns the bytes of the JSON in pieces: joining and encoding ten megabytes of text would hold the event loop.
 */
export async function cooperativeJson(value: unknown, task: Task): Promise<readonly Buffer[]> {
  const encoded: Buffer[] = [];
  for (const text of pieces(value, mostPieces)) {
    encoded.push(Buffer.from(text));
    if (task.isSliceOver()) await task.yieldSlice(undefined, 0);
  }
  return encoded;
}

/** @param most how many pieces to cut the value into at most; with 1, it is left to JSON.stringify, which is faster. */
function* pieces(value: unknown, most: number): Generator<string> {
  if (most < 2 || typeof value !== 'object' || value === null) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* piecesOfList(value, most);
  else yield* piecesOfObject(Object.entries(value), most);
}

function* piecesOfList(items: readonly unknown[], most: number): Generator<string> {
  yield '[';
  if (items.length < most) {
    for (const [index, item] of items.entries()) {
      if (index > 0) yield ',';
      yield* pieces(item, most / items.length);
    }
  } else {
    const run = Math.ceil(items.length / most);
    for (let start = 0; start < items.length; start += run) {
      if (start > 0) yield ',';
      yield JSON.stringify(items.slice(start, start + run)).slice(1, -1);
    }
  }
  yield ']';
}

function* piecesOfObject(members: readonly (readonly [string, unknown])[], most: number): Generator<string> {
  yield '{';
  for (const [index, [name, value]] of members.entries()) {
    yield `${index > 0 ? ',' : ''}${JSON.stringify(name)}:`;
    yield* pieces(value, most / members.length);
  }
  yield '}';
}
