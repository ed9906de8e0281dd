import { cleanText } from '../../text/clean-text.ts';
import type { Mark, Placed, TextStyle } from '../scene/scene.ts';
import { graphemesOf } from './graphemes.ts';
import { LineWidth, textWidth } from './text-width.ts';

/** The height of a line, as a multiple of the size of its font. */
export const lineHeight = 1.35;

/** From the upper edge of a line to its baseline, as a multiple of the size of its font. */
export const ascentOfLine = 1.05;

/** From the middle of a figure or letter to its baseline, as a multiple of the size of its font. */
export const halfFigureHeight = 0.36;

/** All white space at which a line may end: all but spaces that say that it must not (NBSP, figure space, narrow NBSP). */
const spaces = /[\s--[\u00a0\u2007\u202f\ufeff]]+/v;

/** Between the parts of a word such as "CI/CD" or "on-call", behind the hyphen or slash. A sign at the start, as in "-x", stays. */
const withinWord = /(?<=[\p{L}\p{M}\p{N}][\-\u2010\u2013\u2014\/])(?=[\p{L}\p{N}])/v;

/** Wrapped text as marks. The height is that of all lines, with the space between them. */
export interface TextBlock extends Placed {
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

/** A text in lines, as `wrappedText` makes them. With anchor "middle" or "end", x is the middle or the end of each line. */
export function textBlock(text: string, { x, y, width, anchor = 'start' }: BlockPlace, style: TextStyle): TextBlock {
  const lines = wrappedText(text, width, style);
  const step = style.size * lineHeight;
  const marks = lines.map((line, index): Mark => {
    const baseline = y + index * step + style.size * ascentOfLine;
    return { type: 'text', text: line, x, y: baseline, anchor, ...style };
  });
  const widest = Math.max(0, ...lines.map((line) => textWidth(line, style.size, style.weight)));
  return { marks, height: lines.length * step, width: widest };
}

/**
 * The lines of a text, none of which is wider than `width`: it is wrapped at white space, then behind hyphens and slashes, and a
 * part of a word that is wider than a line is broken between graphemes (what readers take for one character). Only a single
 * grapheme may be wider than a line. Nothing is left out, except that white space is one space, or the end of a line. Control
 * characters and halves of surrogate pairs become U+FFFD, and the text NFC, which our font has. An empty text is one empty line.
 */
export function wrappedText(text: string, width: number, style: TextStyle): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (candidate: string) => textWidth(candidate, style.size, style.weight) <= width;
  const append = (part: string, separator: string) => {
    const longer = line === '' ? part : line + separator + part;
    if (fits(longer)) {
      line = longer;
      return;
    }
    if (line !== '') lines.push(line);
    line = part;
    if (fits(part)) return;
    const pieces = brokenWord(part, width, style);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  };

  for (const word of cleanText(text).normalize('NFC').split(spaces)) {
    if (word === '') continue;
    const [first = '', ...rest] = word.split(withinWord);
    append(first, ' ');
    for (const part of rest) append(part, '');
  }
  lines.push(line);
  return lines;
}

/** A word in pieces that fit into a width, each as long as possible; a grapheme that does not fit is a piece of its own. */
function brokenWord(word: string, width: number, { size, weight }: TextStyle): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let line = new LineWidth(weight);
  for (const grapheme of graphemesOf(word)) {
    if (piece !== '' && line.widthWith(grapheme) * size > width) {
      pieces.push(piece);
      piece = '';
      line = new LineWidth(weight);
    }
    line.append(grapheme);
    piece += grapheme;
  }
  return [...pieces, piece];
}
