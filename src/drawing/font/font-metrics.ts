import type { FontWeight } from '../scene/scene.ts';

/** A file of the font: letters of Latin alphabets, punctuation and signs, or Greek, Cyrillic and Vietnamese letters. */
export type FontPart = 'LATIN' | 'OTHER';

/** What is needed to measure texts in one file of the font. Lengths are in units of the font. */
export interface FontMetrics {
  readonly part: FontPart;
  readonly weight: FontWeight;
  readonly unitsPerEm: number;
  /** Above the baseline. */
  readonly ascent: number;
  /** Below the baseline. */
  readonly descent: number;
  readonly characters: string;
  /** Of each character. */
  readonly advances: readonly number[];
  /** Of each character, its row in `kerning` where it is the left of two. */
  readonly rows: readonly number[];
  /** Of each character, its column in `kerning` where it is the right of two. */
  readonly columns: readonly number[];
  /** What is added between two characters. In each row, columns and their values in turn; the others are 0. */
  readonly kerning: readonly (readonly number[])[];
}
