import { hueAt, type Color, type Mark, type TextStyle } from '../scene/scene.ts';
import { halfFigureHeight } from '../text/text-block.ts';
import { textWidth } from '../text/text-width.ts';
import { signatureText, type Signature } from './signature.ts';

export interface SignaturePlace {
  readonly x: number;
  /** The upper edge of the cells. */
  readonly y: number;
  /** The height of the cells, in pixels; 10 where it is not given. The width of cells follows it. */
  readonly height?: number;
}

export interface SignatureDrawing {
  /** One group, whose title is the signature in words; none if the catalog has no pillars. */
  readonly marks: readonly Mark[];
  /** In pixels; 0 if the catalog has no pillars. */
  readonly width: number;
}

/** The space between two cells, in pixels. */
const gap = 2;
const usualHeight = 10;
const countStyle: TextStyle = { size: 11, color: 'MUTED' };

/**
 * A signature as a row of small cells, one for each pillar, filled with the hue of the pillar where the role appears; with more
 * than eight pillars, the number of pillars in which the role appears. The position of a cell says the same as its hue.
 */
export function signatureMarks(signature: Signature, place: SignaturePlace): SignatureDrawing {
  const marks = signatureCells(signature, place);
  const title = signatureText(signature);
  return {
    marks: marks.length === 0 ? [] : [{ type: 'group', title, marks }],
    width: signatureWidth(signature, place.height),
  };
}

/** What `signatureMarks` draws, without its title: for marks whose own title says the same. */
export function signatureCells({ filled, count, pillarCount }: Signature, place: SignaturePlace): readonly Mark[] {
  if (pillarCount === 0) return [];
  if (filled !== null) {
    const fills = filled.map((isFilled, position): Color => (isFilled ? hueAt(position) : 'EMPTY_CELL'));
    return cellMarks(fills, place);
  }
  const { x, y, height = usualHeight } = place;
  const baseline = y + height / 2 + countStyle.size * halfFigureHeight;
  return [{ type: 'text', text: String(count), x, y: baseline, ...countStyle }];
}

/** A row of small cells, filled with some colors. */
export function cellMarks(fills: readonly Color[], { x, y, height = usualHeight }: SignaturePlace): readonly Mark[] {
  const width = Math.round(height / 2);
  return fills.map((fill, position): Mark => {
    return { type: 'rect', x: x + position * (width + gap), y, width, height, radius: 1, fill };
  });
}

/** How wide `signatureMarks` draws a signature, in pixels. */
export function signatureWidth({ filled, count, pillarCount }: Signature, height = usualHeight): number {
  if (pillarCount === 0) return 0;
  return filled === null ? textWidth(String(count), countStyle.size) : cellsWidth(filled.length, height);
}

/** How wide `cellMarks` draws some cells, at least one, in pixels. */
export function cellsWidth(count: number, height = usualHeight): number {
  return count * (Math.round(height / 2) + gap) - gap;
}
