/** Red, green and blue of a color such as "#0072b2", each from 0 to 255. */
export function channelsOf(color: string): readonly [number, number, number] {
  const at = (start: number) => Number.parseInt(color.slice(start, start + 2), 16);
  return [at(1), at(3), at(5)];
}
