import type { Steps } from '../../scheduling/steps.ts';
import { firstInWords } from '../../text/in-words.ts';
import type { Drawing, DrawingOptions } from '../picture.ts';
import { cardGap, cardMark, cardPadding } from '../scene/card.ts';
import type { Mark, TextStyle } from '../scene/scene.ts';
import { oneText } from '../sentences.ts';
import { textBlock } from '../text/text-block.ts';
import { hasEmptyCells, heatmapAnswer, namesOfPair, omissionOf, type HeatmapAnswer } from './heatmap-answer.ts';
import type { HeatmapData } from './heatmap-data.ts';
import { heatmapLayout } from './heatmap-layout.ts';
import { matrixMarks } from './matrix-marks.ts';
import { sharedRolesMarks } from './shared-roles-marks.ts';
import { strongestPairsMarks } from './strongest-pairs-marks.ts';

const headingStyle: TextStyle = { size: 15, weight: 'BOLD', color: 'INK' };
const legendStyle: TextStyle = { size: 12, color: 'MUTED' };
/** The most names of roles in the description. */
const mostNames = 20;
/** Of more groups than these, pairs are listed instead of the roles of the strongest pair. */
const mostForRoles = 8;
/** The list is next to the matrix if it has this width, and below it otherwise. */
const leastListWidth = 300;

/**
 * How many roles every two groups share as a matrix; and as a list, the roles of the pair that shares the most or, of many groups,
 * the pairs that share the most.
 */
export function* heatmapDrawing(data: HeatmapData, { width }: DrawingOptions): Steps<Drawing> {
  const answer = heatmapAnswer(data);
  const { title, lead } = answer;
  if (data.groups.length < 2) {
    return { title, lead, description: `${title}. ${lead}`, marks: [], height: 0, remarks: [] };
  }
  const padding = cardPadding(width);
  const layout = yield* heatmapLayout(data, width - 2 * padding);
  const nextWidth = width - layout.width - 2 * padding - cardGap;
  const isNextTo = data.strongest !== null && nextWidth >= leastListWidth;
  const matrixWidth = isNextTo ? layout.width + 2 * padding : width;

  const inner = { x: padding, width: matrixWidth - 2 * padding };
  const heading = textBlock(answer.heading, { ...inner, y: padding }, headingStyle);
  const matrix = yield* matrixMarks(data, layout, padding, padding + heading.height + 12);
  const legendY = padding + heading.height + 12 + layout.height + 12;
  const legendText = hasEmptyCells(data) ? `${answer.legend} An empty cell: none.` : answer.legend;
  const legend = textBlock(legendText, { ...inner, y: legendY }, legendStyle);
  const matrixHeight = legendY + legend.height + padding;
  const listMarks = data.groups.length > mostForRoles ? strongestPairsMarks : sharedRolesMarks;
  const list = isNextTo
    ? yield* listMarks(data, {
        x: matrixWidth + cardGap,
        y: 0,
        width: nextWidth,
        padding,
        heightOfNext: matrixHeight,
      })
    : yield* listMarks(data, { x: 0, y: matrixHeight + cardGap, width, padding, heightOfNext: 0 });

  const card = {
    x: 0,
    y: 0,
    width: matrixWidth,
    height: isNextTo ? Math.max(matrixHeight, list.height) : matrixHeight,
  };
  const marks: readonly Mark[] = [cardMark(card), ...heading.marks, ...matrix, ...legend.marks, ...list.marks];
  const below = isNextTo || list.height === 0 ? 0 : cardGap + list.height;
  const remarks = omissionOf(data, layout.shown.length);
  return {
    title,
    lead,
    description: descriptionOf(data, answer, remarks),
    marks,
    height: card.height + below,
    remarks,
  };
}

function descriptionOf(data: HeatmapData, answer: HeatmapAnswer, remarks: readonly string[]): string {
  const { title, lead, heading, legend } = answer;
  return oneText([`${title}.`, lead, sharedRolesInWords(data), `${heading}, as a matrix.`, legend, ...remarks]);
}

/** The names of the roles of the strongest pair, as a sentence. */
function sharedRolesInWords(data: HeatmapData): string {
  const { strongest } = data;
  if (strongest === null) return '';
  const labels = strongest.roles.map(({ label }) => label);
  return `In ${namesOfPair(data, strongest)}: ${firstInWords(labels, strongest.sharedRoleCount, mostNames)}.`;
}
