import type { TextStyle } from '../scene/scene.ts';
import { textWidth } from './text-width.ts';

/** The width of the widest of some texts, each on one line, in pixels, rounded up; 0 without any. */
export function widestOf(texts: readonly string[], { size, weight }: TextStyle): number {
  return Math.ceil(texts.reduce((widest, text) => Math.max(widest, textWidth(text, size, weight)), 0));
}

/** The part of a picture that the names of its rows may take so that no word is broken. */
const mostOfWidth = 0.36;

/**
 * How wide the names of rows are wrapped: no wider than they are, nor than is wanted, unless a word would have to be broken.
 *
 * @param width of the whole picture.
 */
export function labelWidthFor(labels: readonly string[], style: TextStyle, wanted: number, width: number): number {
  const words = labels.flatMap((label) => label.split(' '));
  const unbroken = Math.min(widestOf(words, style), width * mostOfWidth);
  return Math.ceil(Math.min(widestOf(labels, style), Math.max(wanted, unbroken)));
}
