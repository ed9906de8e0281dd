/** How many of the things counted are in one set, in another, in both, and at all. */
export interface Counts {
  readonly inBoth: number;
  readonly inFirst: number;
  readonly inSecond: number;
  readonly inAll: number;
}

/** How many would be in both sets if one told nothing of the other. */
export function expectedInBoth({ inFirst, inSecond, inAll }: Counts): number {
  return inAll === 0 ? 0 : (inFirst * inSecond) / inAll;
}

/**
 * How much being in one of two sets tells of being in the other, from 0 (nothing, or less than nothing) to below 1.
 *
 * The normalized pointwise mutual information, ln(P(both) / (P(first) P(second))) / -ln P(both) (Bouma, Normalized
 * (Pointwise) Mutual Information in Collocation Extraction, 2009), which is 1 for two sets that are one, times the
 * discount of Pantel and Lin (Discovering Word Senses from Text, 2002): both / (both + 1) times smaller / (smaller + 1).
 * Without that, what was seen once or twice would stand above what was seen often.
 */
export function association(counts: Counts): number {
  const { inBoth, inFirst, inSecond, inAll } = counts;
  // In both are at most all; where they are, nothing is told.
  if (inBoth <= expectedInBoth(counts) || inBoth >= inAll) return 0;
  const information = Math.log(inBoth / expectedInBoth(counts)) / -Math.log(inBoth / inAll);
  const smaller = Math.min(inFirst, inSecond);
  return information * (inBoth / (inBoth + 1)) * (smaller / (smaller + 1));
}
