import type { Steps } from '../../scheduling/steps.ts';
import type { Drawing, DrawingOptions } from '../picture.ts';
import { cardGap, cardMark, cardPadding } from '../scene/card.ts';
import type { TextStyle } from '../scene/scene.ts';
import { oneText } from '../sentences.ts';
import { textBlock } from '../text/text-block.ts';
import { rolesInSeveralMarks } from './roles-in-several-marks.ts';
import { upsetAnswer, upsetRemarks } from './upset-answer.ts';
import type { UpsetData } from './upset-data.ts';
import { upsetLayout } from './upset-layout.ts';
import { upsetMarks } from './upset-marks.ts';

const headingStyle: TextStyle = { size: 15, weight: 'BOLD', color: 'INK' };
const legendStyle: TextStyle = { size: 12, color: 'MUTED' };
/** The list of roles is next to the plot if it has this width, and below it otherwise. */
const leastListWidth = 320;

/**
 * The combinations of groups that roles are in, as UpSet draws them (Lex and others, 2014): a column for each combination, with a
 * bar of the number of its roles and a filled circle for each of its groups; and the names of the roles in several groups.
 */
export function* upsetDrawing(data: UpsetData, { width }: DrawingOptions): Steps<Drawing> {
  const { title, lead, heading, legend } = upsetAnswer(data);
  const describe = (...more: readonly string[]) => oneText([`${title}.`, lead, ...more]);
  if (data.combinations.length === 0) {
    const remarks = upsetRemarks(data, 0, data.groupCount);
    return { title, lead, description: describe(...remarks), marks: [], height: 0, remarks };
  }
  const padding = cardPadding(width);
  const layout = yield* upsetLayout(data, width - 2 * padding);
  const nextWidth = width - layout.width - 2 * padding - cardGap;
  const isNextTo = data.combinations.some(({ groups }) => groups.length > 1) && nextWidth >= leastListWidth;
  const plotWidth = isNextTo ? layout.width + 2 * padding : width;

  const inner = { x: padding, width: plotWidth - 2 * padding };
  const headingBlock = textBlock(heading, { ...inner, y: padding }, headingStyle);
  const legendBlock = textBlock(legend, { ...inner, y: padding + headingBlock.height + 2 }, legendStyle);
  const plotY = padding + headingBlock.height + 2 + legendBlock.height + 16;
  const plot = yield* upsetMarks(data, layout, padding, plotY);
  const plotHeight = plotY + layout.height + padding;
  const list = isNextTo
    ? yield* rolesInSeveralMarks(data, {
        x: plotWidth + cardGap,
        y: 0,
        width: nextWidth,
        padding,
        heightOfNext: plotHeight,
      })
    : yield* rolesInSeveralMarks(data, { x: 0, y: plotHeight + cardGap, width, padding, heightOfNext: 0 });

  const cardHeight = isNextTo ? Math.max(plotHeight, list.height) : plotHeight;
  const card = { x: 0, y: 0, width: plotWidth, height: cardHeight };
  const remarks = upsetRemarks(data, layout.columns, layout.rows.length);
  return {
    title,
    lead,
    description: describe(`${heading}, as an UpSet plot.`, legend, ...remarks),
    marks: [cardMark(card), ...headingBlock.marks, ...legendBlock.marks, ...plot, ...list.marks],
    height: cardHeight + (isNextTo || list.height === 0 ? 0 : cardGap + list.height),
    remarks,
  };
}
