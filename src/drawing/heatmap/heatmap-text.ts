import { itemAt } from '../../collections/item-at.ts';
import { grouped, visibleText } from '../../text/quoted-text.ts';
import { endedLines, padded, paddedBefore, terminalLines, terminalWidth } from '../../text/terminal-width.ts';
import { oneText } from '../sentences.ts';
import { hasEmptyCells, heatmapAnswer, omissionOf } from './heatmap-answer.ts';
import { levelOf, pairAt, sharingMost, type HeatmapData } from './heatmap-data.ts';

/** The shades of a cell, from nothing to most. */
const shades = [' ', '░', '▒', '▓', '█'];
/** The part of the line that the names of groups may take. */
const labelPart = 0.3;
/** Between the names and the cells. */
const gap = 2;

/**
 * The matrix as lines of a terminal without colors, each ended by a line feed. Rows have numbers, which head the columns; each cell
 * is a shade and a number.
 *
 * @param columns the width of the terminal, at least 20: no line is wider. Groups for which there is no room are left out.
 */
export function heatmapText(data: HeatmapData, columns: number): string {
  const { title, lead, heading, legend } = heatmapAnswer(data);
  const first = oneText([`${title}.`, lead]);
  if (data.groups.length < 2) return endedLines(terminalLines(visibleText(first), columns));
  const { lines, shown } = matrixLines(data, columns);
  const dots = hasEmptyCells(data) ? 'A dot: none. ' : '';
  const shadesLegend = `${dots}${shades.slice(1).join('')} from few shared roles to most.`;
  const texts = [first, `${heading}:`].map((text) => terminalLines(visibleText(text), columns));
  const remarks = [`${legend} ${shadesLegend}`, ...omissionOf(data, shown)];
  return endedLines([
    ...itemAt(texts, 0),
    '',
    ...itemAt(texts, 1),
    '',
    ...lines,
    '',
    ...remarks.flatMap((remark) => terminalLines(visibleText(remark), columns)),
  ]);
}

function matrixLines(data: HeatmapData, columns: number) {
  const { groups } = data;
  const natural = Math.max(...groups.map(({ label }) => terminalWidth(visibleText(label))));
  const numberWidth = String(groups.length).length;
  // A shade, the number and a space.
  const cell = Math.max(...groups.map(({ roleCount }) => grouped(roleCount).length), numberWidth) + 2;
  const room = columns - numberWidth - 1 - gap;
  const fitting = Math.floor((room - Math.min(natural, Math.floor(columns * labelPart))) / cell);
  const shown = sharingMost(data, Math.max(2, fitting));
  const labelWidth = Math.min(natural, Math.max(room - shown.length * cell, 2));
  const heads = shown.map((_, column) => paddedBefore(String(column + 1), cell - 1)).join(' ');
  const rows = shown.flatMap((index, row) => {
    const cells = shown.map((other) => cellText(data, index, other, cell - 1)).join(' ');
    const lines = terminalLines(visibleText(itemAt(groups, index).label), labelWidth);
    return lines.map((line, at) => {
      if (at > 0) return `${' '.repeat(numberWidth + 1)}${line}`;
      return `${paddedBefore(String(row + 1), numberWidth)} ${padded(line, labelWidth + gap)}${cells}`;
    });
  });
  return { lines: [`${' '.repeat(numberWidth + 1 + labelWidth + gap)}${heads}`, ...rows], shown: shown.length };
}

function cellText(data: HeatmapData, row: number, column: number, width: number): string {
  if (row === column) return paddedBefore(grouped(itemAt(data.groups, row).roleCount), width);
  const pair = pairAt(data, row, column);
  if (pair.sharedRoleCount === 0) return paddedBefore('·', width);
  const shade = itemAt(shades, levelOf(data, pair, shades.length - 1));
  return shade + paddedBefore(grouped(pair.sharedRoleCount), width - 1);
}
