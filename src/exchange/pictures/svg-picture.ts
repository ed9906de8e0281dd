import type { SvgFonts } from '../../drawing/font/font-faces.ts';
import { contentWidth, framedScene, type PictureFoot } from '../../drawing/frame.ts';
import { svgInSteps } from '../../drawing/svg/svg.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { PictureOptions } from './picture-formats.ts';
import type { Picture } from './picture-kind.ts';

/** A picture as SVG, with its size in pixels. */
export interface SvgPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A picture with its heading and foot, as SVG. */
export function* svgPicture(
  picture: Picture,
  { width, theme }: Pick<PictureOptions, 'width' | 'theme'>,
  foot: PictureFoot,
  fonts: SvgFonts,
): Steps<SvgPicture> {
  const drawing = yield* picture.drawing({ width: contentWidth(width) });
  yield;
  const scene = framedScene(drawing, { width, foot });
  yield;
  const svg = yield* svgInSteps(scene, { theme, fonts });
  return { svg, width: scene.width, height: scene.height };
}

/**
 * What a picture says about where it comes from.
 *
 * @param importedAt null for a picture that is the same on every day.
 */
export function footOf({ structure }: CatalogGraph, importedAt: Date | null, address: string): PictureFoot {
  const { name, version, revision } = structure;
  return { catalog: name, version, revision, date: importedAt?.toISOString().slice(0, 10) ?? null, address };
}
