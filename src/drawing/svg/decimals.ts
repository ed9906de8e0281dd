/** A length as SVG has it, with at most two decimals: a hundredth of a pixel is more than anybody sees. */
export function decimals(length: number): string {
  if (!Number.isFinite(length)) throw new Error(`a mark has the length ${length}`);
  // Adding 0 makes 0 of -0.
  return String(Math.round(length * 100) / 100 + 0);
}
