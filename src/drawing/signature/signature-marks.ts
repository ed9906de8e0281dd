import { hueAt, type Mark, type TextStyle } from '../scene/scene.ts';
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
const countStyle: TextStyle = { size: 11, color: 'MUTED' };
/** From the middle of a figure to its baseline, as a multiple of the size of the font. */
const halfFigureHeight = 0.36;

/**
 * A signature as a row of small cells, one for each pillar, filled with the hue of the pillar where the role appears; with more
 * than eight pillars, the number of pillars in which the role appears. The position of a cell says the same as its hue.
 */
export function signatureMarks(signature: Signature, { x, y, height = 10 }: SignaturePlace): SignatureDrawing {
  const { filled, count, pillarCount } = signature;
  if (pillarCount === 0) return { marks: [], width: 0 };
  const title = signatureText(signature);
  if (filled === null) {
    const text = String(count);
    const baseline = y + height / 2 + countStyle.size * halfFigureHeight;
    return {
      marks: [{ type: 'group', title, marks: [{ type: 'text', text, x, y: baseline, ...countStyle }] }],
      width: signatureWidth(signature),
    };
  }
  const cellWidth = Math.round(height / 2);
  const cells = filled.map((isFilled, position): Mark => {
    const fill = isFilled ? hueAt(position) : 'EMPTY_CELL';
    return { type: 'rect', x: x + position * (cellWidth + gap), y, width: cellWidth, height, radius: 1, fill };
  });
  return { marks: [{ type: 'group', title, marks: cells }], width: signatureWidth(signature, height) };
}

/** How wide `signatureMarks` draws a signature, in pixels. */
export function signatureWidth({ filled, count, pillarCount }: Signature, height = 10): number {
  if (pillarCount === 0) return 0;
  if (filled === null) return textWidth(String(count), countStyle.size);
  return filled.length * (Math.round(height / 2) + gap) - gap;
}
