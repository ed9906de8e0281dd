import { itemAt } from '../../collections/item-at.ts';

/**
 * A point of the unit circle. Made without sine and cosine, whose last digits depend on the JavaScript engine: for t from 0 to
 * 1, ((1 - t²) / (1 + t²), 2t / (1 + t²)) is a quarter of the circle. The angle is right to some 1 %.
 *
 * @param turn the angle as a part of a whole turn, 0 to 1, not including 1.
 */
export function pointOnCircle(turn: number): readonly [x: number, y: number] {
  const quarter = Math.floor(turn * 4);
  const inQuarter = turn * 4 - quarter;
  // Near the tangent of half of the angle, and exact at both ends of the quarter.
  const t = inQuarter * (0.7854 + 0.2146 * inQuarter * inQuarter);
  const along = (1 - t * t) / (1 + t * t);
  const across = (2 * t) / (1 + t * t);
  const points = [
    [along, across],
    [-across, along],
    [-along, -across],
    [across, -along],
  ] as const;
  return itemAt(points, quarter);
}

/** The turn of an id, always the same one: its FNV-1a hash, mixed. */
export function turnOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  // The high bits depend little on the last characters of an id.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}
