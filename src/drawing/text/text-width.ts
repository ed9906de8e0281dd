import type { FontWeight } from '../scene/scene.ts';

/** The width of one line of text, in the unit of the size. */
export function textWidth(text: string, size: number, weight: FontWeight = 'REGULAR'): number {
  return [...text].length * size * (weight === 'BOLD' ? 0.6 : 0.56);
}
