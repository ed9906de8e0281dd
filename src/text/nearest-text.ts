const longest = 200;
/** Comparing with more candidates would take longer than a suggestion is worth. */
const mostCandidates = 20_000;

/**
 * The candidate that was probably meant: the one with the smallest edit distance (changed, added, removed or transposed
 * characters).
 * The distance may be at most that of mostEdits. Compares with the first 20,000 candidates only.
 *
 * @returns undefined if no candidate is that near.
 */
export function nearestText(text: string, candidates: Iterable<string>): string | undefined {
  let most = mostEdits(text);
  let nearest: string | undefined;
  let seen = 0;
  for (const candidate of candidates) {
    seen++;
    if (seen > mostCandidates) break;
    const distance = editDistance(text, candidate, most);
    if (distance > most || (distance === most && nearest !== undefined)) continue;
    nearest = candidate;
    most = distance;
    if (distance === 0) break;
  }
  return nearest;
}

/** How many edits a text may be away from another that was probably meant: 1 below 6 characters, 2 below 9, otherwise 3. */
export function mostEdits({ length }: string): number {
  return length < 6 ? 1 : length < 9 ? 2 : 3;
}

/** ` (did you mean "…"?)`, or an empty text if no candidate is near. */
export function suggestion(text: string, candidates: Iterable<string>): string {
  const nearest = nearestText(text, candidates);
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
}

/** Three rows of the table of distances, which all calls share: making them would take longer than most comparisons. */
const rows = [new Int32Array(longest + 1), new Int32Array(longest + 1), new Int32Array(longest + 1)] as const;

/**
 * The edit distance of two texts, in which two transposed characters count as one edit (optimal string alignment); most + 1 if
 * it is greater than most, or if a text has more than 200 characters.
 *
 * Only the cells at most `most` away from the diagonal are computed: all others are greater than most (Ukkonen, Algorithms
 * for Approximate String Matching, 1985).
 */
export function editDistance(from: string, to: string, most: number): number {
  const tooMany = most + 1;
  if (from.length > longest || to.length > longest || Math.abs(from.length - to.length) > most) return tooMany;
  let [before, row, next]: readonly [Int32Array, Int32Array, Int32Array] = rows;
  for (let column = 0; column <= Math.min(to.length, tooMany); column++) row[column] = column;
  for (let line = 1; line <= from.length; line++) {
    const first = Math.max(1, line - most);
    const last = Math.min(to.length, line + most);
    // The cells next to the computed ones have values of earlier lines.
    if (last === line + most) row[last] = tooMany;
    next[first - 1] = first === 1 ? line : tooMany;
    let least = first === 1 ? line : tooMany;
    const character = from.charCodeAt(line - 1);
    for (let column = first; column <= last; column++) {
      const other = to.charCodeAt(column - 1);
      const changed = (row[column - 1] ?? 0) + (character === other ? 0 : 1);
      let distance = Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
      const isTransposed =
        line > 1 && column > 1 && character === to.charCodeAt(column - 2) && from.charCodeAt(line - 2) === other;
      if (isTransposed) distance = Math.min(distance, (before[column - 2] ?? 0) + 1);
      next[column] = distance;
      least = Math.min(least, distance);
    }
    if (least > most) return tooMany;
    [before, row, next] = [row, next, before];
  }
  return Math.min(row[to.length] ?? 0, tooMany);
}
