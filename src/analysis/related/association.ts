/** How many of the things counted are in one set, in another, in both, and at all. */
export interface Counts {
  readonly inBoth: number;
  readonly inFirst: number;
  readonly inSecond: number;
  readonly inAll: number;
}

/** How many would be in both sets if the two were independent. */
export function expectedInBoth({ inFirst, inSecond, inAll }: Counts): number {
  return inAll === 0 ? 0 : (inFirst * inSecond) / inAll;
}

/**
 * Whether both sets have at least 1.5 times as many as expected by chance. Where a catalog is small, or a set has nearly all,
 * most pairs have a little more than expected, of which nobody can make anything.
 */
export function isNotable({ inBoth, inFirst, inSecond, inAll }: Counts): boolean {
  return 2 * inBoth * inAll >= 3 * inFirst * inSecond;
}

/**
 * How strongly two sets are associated, from 0 (as expected by chance, or less) to below 1.
 *
 * The normalized pointwise mutual information, ln(P(both) / (P(first) P(second))) / -ln P(both) (Bouma, Normalized
 * (Pointwise) Mutual Information in Collocation Extraction, 2009), which is 1 for two equal sets, times the
 * discount of Pantel and Lin (Discovering Word Senses from Text, 2002): both / (both + 1) times smaller / (smaller + 1).
 * Without it, what was seen once or twice would rank above what was seen often.
 */
export function association(counts: Counts): number {
  const { inBoth, inFirst, inSecond, inAll } = counts;
  // Where all are in both, the logarithm of P(both) is 0, and nothing can be learned.
  if (inBoth <= expectedInBoth(counts) || inBoth >= inAll) return 0;
  const information = Math.log(inBoth / expectedInBoth(counts)) / -Math.log(inBoth / inAll);
  const smaller = Math.min(inFirst, inSecond);
  return information * (inBoth / (inBoth + 1)) * (smaller / (smaller + 1));
}
