import type { Mark, TextStyle } from '../scene/scene.ts';
import { textWidth } from './text-width.ts';

/** The height of a line, as a multiple of the size of its font. */
export const lineHeight = 1.35;

/** Wrapped text as marks. */
export interface TextBlock {
  readonly marks: readonly Mark[];
  /** Of all lines, with the space between them. */
  readonly height: number;
  /** Of the longest line. */
  readonly width: number;
}

export interface BlockPlace {
  readonly x: number;
  /** The upper edge of the first line. */
  readonly y: number;
  /** The width that no line exceeds. */
  readonly width: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/**
 * A text, wrapped at its spaces, and within words that are longer than a line. Nothing is cut. With anchor "middle" or "end", x is
 * the middle or the end of each line.
 */
export function textBlock(text: string, { x, y, width, anchor = 'start' }: BlockPlace, style: TextStyle): TextBlock {
  const lines = wrappedText(text, width, style);
  const step = style.size * lineHeight;
  const marks = lines.map((line, index): Mark => {
    const baseline = y + index * step + style.size * 1.05;
    return { type: 'text', text: line, x, y: baseline, anchor, ...style };
  });
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, style.size, style.weight)));
  return { marks, height: lines.length * step, width: widest };
}

/** The lines of a text that is wrapped as `textBlock` does. */
export function wrappedText(text: string, width: number, { size, weight }: TextStyle): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  return lines;
}
