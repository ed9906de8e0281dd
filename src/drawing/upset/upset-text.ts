import { itemAt } from '../../collections/item-at.ts';
import { grouped, visibleText } from '../../text/quoted-text.ts';
import { endedLines, padded, paddedBefore, terminalLines, terminalWidth } from '../../text/terminal-width.ts';
import { oneText } from '../sentences.ts';
import { labelsInWords, moreInSeveral, rolesInSeveral } from './roles-in-several.ts';
import { upsetAnswer, upsetRemarks } from './upset-answer.ts';
import type { Combination, UpsetData } from './upset-data.ts';
import { rowsOf } from './upset-layout.ts';

/** The height of the longest bar, in lines, and the blocks for parts of a line. */
const barLines = 5;
const blocks = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** The part of the line that the names of groups may take. */
const labelPart = 0.3;
/** Between the names, the numbers and the columns. */
const gap = 2;
/** The most entries of the list of roles, and the most names of each. */
const mostListed = 10;
const mostNames = 5;

/**
 * The plot as lines of a terminal without colors, each ended by a line feed: bars with their numbers, and below them a row of
 * circles for each group.
 *
 * @param columns the width of the terminal, at least 30: no line is wider. Combinations for which there is no room are left out.
 */
export function upsetText(data: UpsetData, columns: number): string {
  const { title, lead, heading, legend } = upsetAnswer(data);
  const wrapped = (text: string) => terminalLines(visibleText(text), columns);
  const first = wrapped(oneText([`${title}.`, lead]));
  if (data.combinations.length === 0) {
    return endedLines([...first, ...upsetRemarks(data, 0, data.groupCount).flatMap(wrapped)]);
  }
  const plot = plotLines(data, columns);
  const listed = rolesInSeveral(data).slice(0, mostListed);
  const list = listed.map((roles) => `${roles.heading}: ${labelsInWords(roles, mostNames)}`);
  const more = moreInSeveral(data, listed);
  return endedLines([
    ...first,
    '',
    ...wrapped(`${heading}:`),
    '',
    ...plot.lines,
    '',
    ...(list.length === 0 ? [] : [...[...list, ...(more === undefined ? [] : [more])].flatMap(wrapped), '']),
    ...[legend, ...upsetRemarks(data, plot.columns, plot.rows)].flatMap(wrapped),
  ]);
}

function plotLines(data: UpsetData, columns: number) {
  const labels = data.groups.map(({ label }) => visibleText(label));
  const sizes = data.groups.map(({ roleCount }) => grouped(roleCount));
  const natural = Math.max(...labels.map(terminalWidth));
  const sizeWidth = Math.max(...sizes.map(terminalWidth));
  // Each column has a space before it, so that circles and numbers do not touch.
  const widths = data.combinations.map(({ exclusiveRoleCount }) => terminalWidth(grouped(exclusiveRoleCount)) + 1);
  const shown = fittingColumns(
    widths,
    columns - Math.min(natural, Math.floor(columns * labelPart)) - gap - sizeWidth - 1,
  );
  const used = widths.slice(0, shown).reduce((sum, width) => sum + width, 0);
  const labelWidth = Math.max(2, Math.min(natural, columns - gap - sizeWidth - 1 - used));
  const left = ' '.repeat(labelWidth + gap + sizeWidth + 1);
  const combinations = data.combinations.slice(0, shown);
  const inColumns = (textOf: (combination: Combination) => string) =>
    combinations.map((combination, at) => paddedBefore(textOf(combination), itemAt(widths, at))).join('');
  const greatest = itemAt(combinations, 0).exclusiveRoleCount;
  const bars = Array.from({ length: barLines }, (_, line) => {
    const below = barLines - 1 - line;
    return left + inColumns(({ exclusiveRoleCount }) => blockAt(exclusiveRoleCount / greatest, below));
  });
  const counts = left + inColumns(({ exclusiveRoleCount }) => grouped(exclusiveRoleCount));
  const positions = rowsOf(data, shown);
  const rows = positions.flatMap((position) => {
    const circles = inColumns(({ groups }) => circleAt(groups, position));
    const between = inColumns(({ groups }) => (goesOn(groups, position) ? '│' : ''));
    return terminalLines(itemAt(labels, position), labelWidth).map((line, at) => {
      if (at > 0) return `${padded(line, left.length)}${between}`;
      const size = paddedBefore(itemAt(sizes, position), sizeWidth);
      return `${padded(line, labelWidth)}${' '.repeat(gap)}${size} ${circles}`;
    });
  });
  return { lines: [...bars, counts, ...rows], columns: shown, rows: positions.length };
}

/** How many columns have room, at least one. */
function fittingColumns(widths: readonly number[], room: number): number {
  let used = 0;
  const end = widths.findIndex((width) => (used += width) > room);
  return end === -1 ? widths.length : Math.max(end, 1);
}

/** What a bar, as a part of the longest, has in a line, counted from the bottom. Every bar is seen. */
function blockAt(part: number, line: number): string {
  const eighths = Math.max(1, Math.round(part * barLines * 8));
  return itemAt(blocks, Math.min(Math.max(eighths - line * 8, 0), 8));
}

/** A filled circle for a group of the combination, a line between two of them, and an empty circle elsewhere. */
function circleAt(groups: readonly number[], position: number): string {
  if (groups.includes(position)) return '●';
  return goesOn(groups, position) ? '│' : '○';
}

/** Whether the line of a combination goes on below a row. */
function goesOn(groups: readonly number[], position: number): boolean {
  return (groups[0] ?? Infinity) <= position && position < (groups.at(-1) ?? -1);
}
