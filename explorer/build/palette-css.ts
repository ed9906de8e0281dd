import type { Plugin } from 'vite';
import { colorClass } from '../../src/drawing/svg/color-rules.ts';
import { darkPalette, lightPalette, type Palette } from '../../src/drawing/svg/palettes.ts';

const name = 'virtual:palette.css';

/**
 * The colors of src/drawing as a stylesheet: a custom property for each, e.g. `--soft-accent`, and the classes that marks of
 * pictures have, e.g. `fill-soft-accent`. So a picture has the same colors in a page as in a file. Print is always light.
 */
export function paletteCss(): Plugin {
  return {
    name: 'palette-css',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? stylesheet() : undefined),
  };
}

function stylesheet(): string {
  const properties = (palette: Palette) =>
    `:root{${Object.entries(palette)
      .map(([color, value]) => `${propertyOf(color)}:${value}`)
      .join(';')}}`;
  return [
    properties(lightPalette),
    `@media screen and (prefers-color-scheme:dark){${properties(darkPalette)}}`,
    ...colorsOf(lightPalette).flatMap((color) =>
      (['fill', 'stroke'] as const).map(
        (property) => `.${colorClass({ property, color })}{${property}:var(${propertyOf(color)})}`,
      ),
    ),
  ].join('\n');
}

function propertyOf(color: string): string {
  return `--${color.toLowerCase().replaceAll('_', '-')}`;
}

/** The names of the colors. */
function colorsOf(palette: Palette) {
  const isColor = (key: string): key is keyof Palette => key in palette;
  return Object.keys(palette).filter(isColor);
}
