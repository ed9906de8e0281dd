import { itemAt } from '../../collections/item-at.ts';
import { repeatInSteps, type Steps } from '../../scheduling/steps.ts';
import type { TextStyle } from '../scene/scene.ts';
import { lineHeight, wrappedText } from './text-block.ts';
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

/** How many texts are wrapped between two yields: each may have 400 characters. */
const wrappedPerStep = 4;

/** The heights of some texts, each wrapped to a width, in pixels. */
export function* textHeights(texts: readonly string[], width: number, style: TextStyle): Steps<readonly number[]> {
  const heights: number[] = [];
  const wrap = (index: number) => {
    heights.push(wrappedText(itemAt(texts, index), width, style).length * style.size * lineHeight);
  };
  yield* repeatInSteps(texts.length, wrap, wrappedPerStep);
  return heights;
}
