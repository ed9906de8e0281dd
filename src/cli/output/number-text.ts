/** A score of 0 to 1 with three decimals, e.g. "0.076"; JSON has the exact number. */
export function scoreText(score: number): string {
  return score.toFixed(3);
}

/** A share of 0 to 1 in percent, e.g. "12.5%". */
export function percentText(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
