import { mostLength, pathsBetween, type Paths } from '../../analysis/paths/paths.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import type { ExitCode } from '../exit-codes.ts';
import { answerQuestion } from '../answer-question.ts';
import type { Report, ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

export interface PathOptions extends ReportOptions {
  /** The most steps that a path may have. */
  readonly max: number;
  /** How many paths are wanted. */
  readonly first: number;
}

const terms = { maxLength: '--max', first: '--first', from: '<from>', to: '<to>' };

/** `rolegraph path`: how two nodes of any kinds are connected. */
export function path(terminal: Terminal, from: string, to: string, options: PathOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const ends = await names.ends(from, to);
    const asked = { ...ends, maxLength: options.max, first: options.first };
    return pathReport(answerOf(runToCompletion(pathsBetween(graph, asked))), options);
  });
}

/** The answer of the GraphQL field `paths`. */
function answerOf({ truncated, paths }: Paths) {
  return {
    paths: {
      truncated,
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
  { max, first }: Pick<PathOptions, 'max' | 'first'>,
): Report {
  const { paths, truncated } = data.paths;
  const main: Table = {
    columns: [rightAligned('Steps'), 'Path', { heading: 'Ids', onlyCsv: true }],
    rows: paths.map(({ length, sentence, nodes }) => [length, sentence, nodes.map(({ id }) => id)]),
  };
  const [shortest] = paths;
  const given = `No path of at most ${counted(max, 'step')} connects them`;
  const none = truncated
    ? 'The search was stopped because it had to follow too many edges. Try a smaller --max.'
    : `${given}${max < mostLength ? `; --max allows up to ${mostLength}` : ''}.`;
  const summary = shortest === undefined ? none : foundText(paths.length, shortest.length, first);
  return { data, main, summary, parts: [main] };
}

/** All paths of an answer are equally long; those that are left out are not counted. */
function foundText(count: number, length: number, first: number): string {
  const steps = `${counted(length, 'step')}${count === 1 ? '' : ' each'}`;
  if (count < first) {
    const all = count === 1 ? 'The only shortest path' : `The ${count} shortest paths`;
    return `${all}, ${steps}; longer ones are not listed.`;
  }
  const some = count === 1 ? 'The first of the shortest paths' : `The first ${count} of the shortest paths`;
  return `${some}, ${steps}; there may be more (--first), and longer ones are not listed.`;
}
