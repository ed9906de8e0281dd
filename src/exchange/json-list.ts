/** A list in JSON, an item on each line, so that it need not be in memory as a whole and people can look for a line. */
export function* jsonList(items: Iterable<object>): Generator<string> {
  let before = '[\n';
  for (const item of items) {
    yield `${before}${JSON.stringify(item)}`;
    before = ',\n';
  }
  yield before === '[\n' ? '[]' : '\n]';
}
