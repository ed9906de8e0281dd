const longest = 200;
/** Comparing with more candidates would take longer than a suggestion is worth. */
const mostCandidates = 20_000;

/**
 * The candidate that was probably meant: the one with the smallest edit distance (changed, added or removed characters).
 * The distance may be at most 1 for texts shorter than 3 characters, 2 below 9 characters, otherwise 3. Compares with the
 * first 20,000 candidates only.
 *
 * @returns undefined if no candidate is that near.
 */
export function nearestText(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > longest) return undefined;
  let most = text.length < 3 ? 1 : text.length < 9 ? 2 : 3;
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

/** ` (did you mean "…"?)`, or an empty text if no candidate is near. */
export function suggestion(text: string, candidates: Iterable<string>): string {
  const nearest = nearestText(text, candidates);
  return nearest === undefined ? '' : ` (did you mean "${nearest}"?)`;
}

/** The Levenshtein distance of two texts of at most 200 characters, or most + 1 if it is greater than most. */
function editDistance(from: string, to: string, most: number): number {
  if (to.length > longest || Math.abs(from.length - to.length) > most) return most + 1;
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line++) {
    const next = [line];
    let least = line;
    for (let column = 1; column <= to.length; column++) {
      const changed = (row[column - 1] ?? 0) + (from[line - 1] === to[column - 1] ? 0 : 1);
      const distance = Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1);
      next.push(distance);
      least = Math.min(least, distance);
    }
    if (least > most) return most + 1;
    row = next;
  }
  return row[to.length] ?? 0;
}
