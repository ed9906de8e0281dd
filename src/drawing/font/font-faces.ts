import type { FontWeight } from '../scene/scene.ts';
import { glyphOf } from './font.ts';
import type { FontPart } from './font-metrics.ts';

/** The files of the font as WOFF2, in base64. */
export type SvgFonts = Readonly<Record<FontWeight, Readonly<Record<FontPart, string>>>>;

/** The font, and what readers' systems have for letters that it lacks. The name is that in the files. */
export const fontFamilies = 'Inter, system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif';

const weights = [
  ['REGULAR', 400],
  ['BOLD', 700],
] as const;
const parts = ['LATIN', 'OTHER'] as const;

/**
 * The rules of CSS that carry the font: of its files, those that have one of some characters.
 *
 * @param charactersOf the characters that are drawn in a weight.
 */
export function fontFaceRules(fonts: SvgFonts, charactersOf: (weight: FontWeight) => Iterable<string>): string {
  return weights
    .flatMap(([weight, number]) => {
      const used = new Set(Array.from(charactersOf(weight), (character) => glyphOf(character, weight)?.part));
      return parts.filter((part) => used.has(part)).map((part) => faceRule(number, fonts[weight][part]));
    })
    .join('');
}

function faceRule(weight: number, base64: string): string {
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${base64}) format("woff2")}\n`;
}
