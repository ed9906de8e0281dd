/**
 * The most values (texts, numbers, lists, objects) in a piece, whose JSON is made in a fraction of a millisecond. Of a long text,
 * each part of some length counts as a value.
 */
const pieceSize = 1_000;
const lengthOfValue = 64;

/**
 * The JSON of a value, as JSON.stringify makes it, in texts of about a piece each, so that whoever joins them can pause between two.
 * Every part of the value must be valid in JSON; properties that are undefined are left out.
 */
export function jsonPieces(value: unknown): Generator<string> {
  return piecesOf(value, sizeOf(value));
}

/** How many values a value has in it, itself included; for a large one, some number above the size of a piece. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 1 + Math.floor(value.length / lengthOfValue);
  if (typeof value !== 'object' || value === null) return 1;
  let size = 1;
  for (const part of Object.values(value)) {
    size += sizeOf(part);
    if (size > pieceSize) break;
  }
  return size;
}

/** A small value is left to JSON.stringify, which is faster. */
function* piecesOf(value: unknown, size: number): Generator<string> {
  if (typeof value !== 'object' || value === null || size <= pieceSize) yield JSON.stringify(value);
  else if (Array.isArray(value)) yield* piecesOfList(value);
  else yield* piecesOfObject(value);
}

/** Small items are put together until they fill a piece. */
function* piecesOfList(items: readonly unknown[]): Generator<string> {
  let [start, filled] = [0, 0];
  const put = (end: number) => `${start > 0 ? ',' : ''}${JSON.stringify(items.slice(start, end)).slice(1, -1)}`;
  yield '[';
  for (const [index, item] of items.entries()) {
    const size = sizeOf(item);
    if (filled + size > pieceSize && index > start) {
      yield put(index);
      [start, filled] = [index, 0];
    }
    filled += size;
    if (size > pieceSize) {
      if (index > 0) yield ',';
      yield* piecesOf(item, size);
      [start, filled] = [index + 1, 0];
    }
  }
  if (start < items.length) yield put(items.length);
  yield ']';
}

function* piecesOfObject(object: object): Generator<string> {
  const entries: readonly [string, unknown][] = Object.entries(object);
  yield '{';
  for (const [index, [name, value]] of entries.filter(([, each]) => each !== undefined).entries()) {
    yield `${index > 0 ? ',' : ''}${JSON.stringify(name)}:`;
    yield* piecesOf(value, sizeOf(value));
  }
  yield '}';
}
