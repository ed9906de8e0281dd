import { mostLength, pathsBetween, type Paths, type Through } from '../../analysis/paths/paths.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import type { Report, ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';

export interface PathOptions extends ReportOptions {
  /** The most steps that a path may have. */
  readonly max: number;
  /** How many paths are wanted. */
  readonly first: number;
  /** What they may go through, in lower case: "duties" or "any". */
  readonly through: keyof typeof throughOptions;
}

/** The values of --through. */
export const throughOptions = { duties: 'DUTIES', any: 'ANY' } as const satisfies Readonly<Record<string, Through>>;

const terms = { maxLength: '--max', first: '--first', from: '<from>', to: '<to>' };

/** `rolegraph path`: how two nodes of any kinds are connected. */
export function path(terminal: Terminal, from: string, to: string, options: PathOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const ends = await names.ends(from, to);
    const { max, first, through } = options;
    const asked = { ...ends, maxLength: max, through: throughOptions[through], first };
    return pathReport(answerOf(runToCompletion(pathsBetween(graph, asked))), options);
  });
}

/** The answer of the GraphQL field `paths`. */
function answerOf({ summary, truncated, through, lengthThroughDuties, lengthThroughAny, paths }: Paths) {
  return {
    paths: {
      summary,
      truncated,
      through,
      lengthThroughDuties,
      lengthThroughAny,
      paths: paths.map(({ edges, nodes, sentence }) => ({
        length: edges.length,
        nodes: nodes.map(({ id }) => ({ id })),
        sentence,
      })),
    },
  };
}

export function pathReport(
  data: ReturnType<typeof answerOf>,
  { max, first, through: asked }: Pick<PathOptions, 'max' | 'first' | 'through'>,
): Report {
  const { paths, summary, truncated, through, lengthThroughDuties, lengthThroughAny } = data.paths;
  const main: Table = {
    columns: [rightAligned('Steps'), 'Path', { heading: 'Ids', onlyCsv: true }],
    rows: paths.map(({ length, sentence, nodes }) => [length, sentence, nodes.map(({ id }) => id)]),
  };
  const isAllowed = (length: number | null): length is number =>
    length !== null && length > max && length <= mostLength;
  const [shortest] = paths;
  const hints =
    shortest === undefined
      ? [isAllowed(lengthThroughAny) && !truncated && `--max ${lengthThroughAny} shows it.`]
      : [
          throughOptions[asked] !== through &&
            isAllowed(lengthThroughDuties) &&
            `--max ${lengthThroughDuties} shows that.`,
          through === 'DUTIES' &&
            lengthThroughAny !== null &&
            lengthThroughAny < shortest.length &&
            '--through any shows that.',
          paths.length === first && 'There may be more (--first).',
        ];
  const more = hints.filter((hint) => hint !== false).join(' ');
  return { data, main, summary, parts: [main], more };
}
