import { raciTableOf } from '../../analysis/raci/raci-table.ts';
import { once } from '../../collections/memoize.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import { mostInCell } from '../output/listed-items.ts';
import { moreText, type Report, type ReportOptions } from '../output/report.ts';
import { shortNames } from '../output/short-names.ts';
import { gap, naturalWidths, shownTable, type Table } from '../output/table.ts';
import { isTerminal, type Terminal } from '../output/terminal.ts';
import { raciAnswerOf, type RaciAnswer } from '../raci/raci-answer.ts';
import {
  byCategory,
  linesTable,
  listOf,
  matrixOf,
  rolesTable,
  sourcesTable,
  withFindings,
} from '../raci/raci-tables.ts';

export interface RaciOptions extends ReportOptions {
  readonly about?: readonly string[];
  readonly role?: readonly string[];
  readonly findings?: true;
  readonly lines?: true;
  readonly form?: 'matrix' | 'list';
}

/** `rolegraph raci`: who is responsible, accountable, consulted and informed, and what is wrong with that. */
export function raci(terminal: Terminal, words: readonly string[], options: RaciOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, {}, async ({ names, graph, stored }) => {
    const table = runToCompletion(
      raciTableOf(graph, {
        groups: words.length === 0 ? undefined : await names.distinctGroups(words),
        about: options.about && (await names.activities(options.about)),
        roles: options.role && (await names.roles(options.role)),
      }),
    );
    const columns = isTerminal(terminal.stdout) ? terminal.stdout.columns : 0;
    const answer = await raciAnswerOf(table, stored, {
      onlyFaulty: options.findings === true,
      withQuotes: listsLines(options) || options.json === true,
    });
    return raciReport(answer, options, columns > 0 ? columns : Infinity);
  });
}

/** Who asks about some activities wants to know where it says so. */
function listsLines({ lines, about }: RaciOptions): boolean {
  return lines === true || about !== undefined;
}

/** Above this many roles, a matrix has too many columns, where no width of a terminal says so. */
const mostColumns = { plain: 30, markdown: 20, csv: 100 } as const;
/** The least width that leaves activities readable. */
const leastWidthOfActivities = 20;
/** Most findings that are printed in words. */
const mostFindings = 20;

const legend = 'R responsible (does it), A accountable (answers for it), C consulted (before), I informed (after).';

/** @param width the width of the terminal; Infinity elsewhere. */
function raciReport(data: RaciAnswer, options: RaciOptions, width: number): Report {
  const { raci } = data;
  const { nodes: rows } = raci.rows;
  const hasLetter = new Set(rows.flatMap(({ roles }) => roles.edges.map(({ node }) => node.id)));
  const roles = raci.roles.edges.filter(({ node }) => hasLetter.has(node.id));
  const short = shortNames(roles.map(({ node }) => node));
  const isShort = options.markdown !== true && options.csv !== true;
  const headings = isShort ? short : roles.map(({ node }) => node.label);
  // Made only where it may be shown: a catalog may have thousands of roles, and a cell for each in every row.
  const matrix = once(() => withFindings(rows, matrixOf(rows, roles, headings)));
  const form = options.form ?? fittingForm(matrix, roles.length, options, width);
  const isMatrix = form !== 'list';
  const list = (most: number) => withFindings(rows, listOf(rows, raci.checks, most));
  const most = options.markdown === true ? Infinity : mostInCell;
  const shown = form === 'matrix' ? matrix() : isMatrix ? matrixOf(rows, roles, short) : list(most);
  const messages = raci.checks.filter(({ isChecked, activityCount }) => !isChecked || activityCount > 0);
  const advice = raci.findings.nodes.slice(0, options.markdown === true ? Infinity : mostFindings);
  const lines = listsLines(options) ? linesTable(rows) : undefined;
  return {
    data,
    main: lines ?? (isMatrix ? matrix() : list(Infinity)),
    summary: raci.summary,
    parts: [
      rows.length === 0 && options.findings === true ? 'No activity has findings.' : '',
      // Of a single activity, the findings below say it all.
      messages
        .filter(({ isChecked }) => !isChecked || rows.length > 1)
        .map(({ message }) => `- ${message}`)
        .join('\n'),
      byCategory(shown),
      isMatrix && rows.length > 0 ? legend : '',
      isMatrix && isShort ? rolesTable(roles, short) : '',
      advice.map(({ message }) => `- ${message}`).join('\n'),
      moreText(raci.findings.totalCount, advice.length),
      ...(lines === undefined ? [] : [lines, sourcesTable(rows)]),
    ],
  };
}

/**
 * What can be read: a matrix if its columns leave room for the activities, without the column of findings if need be, which
 * are listed below; or else a list. A few activities that were asked for are a list, too.
 */
function fittingForm(
  matrix: () => Table,
  roleCount: number,
  { about, csv, markdown }: RaciOptions,
  width: number,
): 'matrix' | 'matrix without findings' | 'list' {
  if (about !== undefined && csv !== true) return 'list';
  const most = csv === true ? mostColumns.csv : markdown === true ? mostColumns.markdown : mostColumns.plain;
  if (roleCount > most) return 'list';
  if (csv === true || markdown === true || width === Infinity) return 'matrix';
  // The first column that is shown is that of the activities.
  const [, ...others] = naturalWidths(shownTable(matrix()));
  const widths = others.map((each) => gap.length + each);
  const room = (shown: readonly number[]) => width - shown.reduce((sum, each) => sum + each, 0);
  if (room(widths) >= leastWidthOfActivities) return 'matrix';
  return room(widths.slice(0, roleCount)) >= leastWidthOfActivities ? 'matrix without findings' : 'list';
}
