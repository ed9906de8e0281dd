import type { Steps } from '../../scheduling/steps.ts';
import { inChunks } from '../../text/chunks.ts';
import { xmlText } from '../../text/xml-text.ts';
import { fontFaceRules, fontFamilies, type SvgFonts } from '../font/font-faces.ts';
import type { Scene } from '../scene/scene.ts';
import { colorRules, type Theme } from './color-rules.ts';
import { decimals } from './decimals.ts';
import { MarkWriter } from './mark-writer.ts';

export interface SvgOptions {
  readonly theme: Theme;
  /** The files of the font, of which the SVG carries those that it needs; null for a picture in a font that readers have. */
  readonly fonts: SvgFonts | null;
}

/**
 * A scene as the text of an SVG file, which needs no other file. The same scene gives the same bytes. Title and description
 * are read aloud to people who do not see the picture; each group has its own title, and the id of its node as `data-node`.
 */
export function* svgInSteps(scene: Scene, { theme, fonts }: SvgOptions): Steps<string> {
  const writer = new MarkWriter();
  const elements: string[] = [];
  for (const chunk of inChunks(writer.elementsOf(scene.marks))) {
    elements.push(chunk);
    yield;
  }
  const [width, height] = [decimals(scene.width), decimals(scene.height)];
  const fontRules = fonts === null ? '' : fontFaceRules(fonts, (weight) => writer.charactersOf(weight));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" aria-labelledby="picture-title picture-description" font-family="${xmlText(fontFamilies)}">\n`,
    `<title id="picture-title">${xmlText(scene.title)}</title>\n`,
    `<desc id="picture-description">${xmlText(scene.description)}</desc>\n`,
    `<style>\n${colorRules(theme, writer.uses)}${fontRules}</style>\n`,
    ...elements,
    '</svg>\n',
  ].join('');
}
