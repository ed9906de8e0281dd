import type { Color } from '../scene/scene.ts';
import { darkPalette, lightPalette, type Palette } from './palettes.ts';

/** Light or dark colors, or those that the reader's system is set to. */
export type Theme = 'LIGHT' | 'DARK' | 'AUTO';

/** What a class does, e.g. fills with the accent. */
export interface ColorUse {
  readonly property: 'fill' | 'stroke';
  readonly color: Color;
}

/** The name of a class, e.g. "fill-soft-accent". */
export function colorClass({ property, color }: ColorUse): string {
  return `${property}-${color.toLowerCase().replaceAll('_', '-')}`;
}

/**
 * The rules of the classes. With AUTO, the light rules are first and the dark ones in a media query, so that a program that
 * does not know media queries draws the light ones.
 */
export function colorRules(theme: Theme, uses: readonly ColorUse[]): string {
  const rulesOf = (palette: Palette) =>
    uses.map((use) => `.${colorClass(use)}{${use.property}:${palette[use.color]}}\n`).join('');
  if (theme !== 'AUTO') return rulesOf(theme === 'LIGHT' ? lightPalette : darkPalette);
  return `${rulesOf(lightPalette)}@media (prefers-color-scheme:dark){\n${rulesOf(darkPalette)}}\n`;
}
