import { drawingsIn } from '../../graph/layout/node-drawing.ts';
import { graphNodeKinds } from '../../analysis/graph-nodes.ts';
import { itemAt } from '../../collections/item-at.ts';
import { readConfig } from '../../config/config.ts';
import { cutOf, titleOf } from '../../exchange/described-selection.ts';
import { defaultBaseIri, exchangedGraph } from '../../exchange/exchanged-graph.ts';
import { refusalOf, type Direction, type FileFormat, type FormatOptions } from '../../exchange/file-format.ts';
import { fileFormats } from '../../exchange/file-formats.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import {
  defaultSelection,
  queryLimits,
  selectedGraph,
  type GraphSelection,
  type SelectedGraph,
} from '../../graph/selection/graph-selection.ts';
import { views, type View } from '../../graph/selection/views.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { inWords } from '../../text/in-words.ts';
import { suggestion } from '../../text/nearest-text.ts';
import { quoted, visibleText } from '../../text/quoted-text.ts';
import { answerQuestion, withCatalog } from '../answer-question.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';
import { writeFileParts } from '../output/write-file.ts';
import type { CatalogNames } from '../names/catalog-names.ts';

export interface GraphOptions extends ReportOptions {
  readonly depth?: number;
  readonly nodeKinds?: readonly NodeKind[];
  readonly edgeKinds?: readonly EdgeKind[];
  readonly minOverlap?: number;
  readonly maxNodes?: number;
  /** The name of a view. */
  readonly view?: string;
  /** The ending of a format. */
  readonly format?: string;
  /** The file to write, instead of standard output. */
  readonly output?: string;
  readonly direction?: Direction;
  readonly bom?: true;
}

const terms = {
  'select.depth': '--depth',
  'select.minOverlap': '--min-overlap',
  'select.maxNodes': '--max-nodes',
  'select.nodeKinds': '--node-kinds',
  'select.edgeKinds': '--edge-kinds',
};

/** `rolegraph graph`: the nodes and edges of a part of the graph, as a list or as a file for drawing tools. */
export function graph(terminal: Terminal, words: readonly string[], options: GraphOptions): Promise<ExitCode> {
  const format = formatOf(options);
  if (format === undefined) {
    return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
      const selection = await selectionOf(names, words, options, defaultSelection.maxNodes);
      return graphReport(answerOf(runToCompletion(selectedGraph(graph, selection))), selection.maxNodes);
    });
  }
  return withCatalog(terminal, terms, async ({ stored, graph, names }) => {
    const selection = await selectionOf(names, words, options, fileLimits.mostNodes);
    const selected = runToCompletion(selectedGraph(graph, selection, fileLimits));
    const refusal = refusalOf(format, selected);
    if (refusal !== null) throw new UsageError(refusal);
    const cut = cutOf(selected, selection, { mostElements: Infinity, setting: '' });
    if (cut !== null) terminal.stderr.write(`${cut}\n`);
    const exchanged = exchangedGraph(graph, selected, {
      drawingOf: drawingsIn(graph, await stored.layout()),
      title: titleOf(graph, selection, viewOf(options)),
      cut,
      importedAt: stored.importedAt,
      address: null,
      baseIri: readConfig(terminal.env).baseIri ?? defaultBaseIri,
      texts: (keys) => stored.texts(keys),
    });
    await writeFileParts(
      terminal,
      'the graph',
      options.output,
      format.write(exchanged, formatOptionsOf(options, format)),
    );
  });
}

/** A file of the command line has no limit but the one that is given. */
const fileLimits = { ...queryLimits, mostNodes: 100_000_000 };

function viewOf({ view }: GraphOptions): View | undefined {
  return views.find(({ name }) => name === view);
}

async function selectionOf(
  names: CatalogNames,
  words: readonly string[],
  options: GraphOptions,
  mostByDefault: number,
): Promise<GraphSelection> {
  const { depth, nodeKinds, edgeKinds, minOverlap, maxNodes } = {
    ...defaultSelection,
    maxNodes: mostByDefault,
    ...viewOf(options)?.selection,
    ...options,
  };
  const roots = words.length === 0 ? null : (await names.nodes(words, graphNodeKinds)).map(({ id }) => id);
  return { roots, depth, nodeKinds, edgeKinds, minOverlap, maxNodes };
}

/** The format that is named or, without a name, the one that the file's name ends with; undefined if no file is wanted. */
function formatOf({ format, output }: GraphOptions): FileFormat | undefined {
  const endings = fileFormats.map(({ ending }) => ending);
  if (format !== undefined) {
    const named = fileFormats.find(({ ending }) => ending === format.toLowerCase());
    if (named !== undefined) return named;
    throw new UsageError(
      `There is no format ${quoted(format)}${suggestion(format, endings)}. The formats are ${inWords(endings, Infinity)}.`,
    );
  }
  if (output === undefined) return undefined;
  const found = fileFormats.filter(({ ending }) => output.toLowerCase().endsWith(`.${ending}`));
  const [longest] = found.sort((a, b) => b.ending.length - a.ending.length);
  if (longest !== undefined) return longest;
  throw new UsageError(
    `${visibleText(output)} does not end with a format. Give --format, one of ${endings.join(', ')}.`,
  );
}

/** @throws UsageError for an option that the format does not take. */
function formatOptionsOf({ direction, bom }: GraphOptions, { ending, parameters }: FileFormat): FormatOptions {
  const allowed: readonly string[] = parameters.direction ?? [];
  if (direction !== undefined && !allowed.includes(direction)) {
    const advice = allowed.length === 0 ? 'Leave the option out.' : `Allowed: ${allowed.join(', ')}.`;
    throw new UsageError(`${ending} cannot have --direction ${direction}. ${advice}`);
  }
  if (bom === true && parameters.bom === undefined) {
    throw new UsageError(`${ending} cannot have a byte order mark. Leave --bom out.`);
  }
  return { ...(direction !== undefined && { direction }), ...(bom === true && { bom }) };
}

/** The answer of the GraphQL field `graph`. */
function answerOf({ nodes, degrees, edges, truncated }: SelectedGraph) {
  return {
    graph: {
      truncated,
      nodes: nodes.map(({ id, kind, label }, index) => ({ nodeId: id, kind, label, degree: itemAt(degrees, index) })),
      edges: Array.from(edges, ({ kind, source, target, weight }) => ({
        kind,
        source: source.id,
        target: target.id,
        weight,
      })),
    },
  };
}

function graphReport(data: ReturnType<typeof answerOf>, maxNodes: number): Report {
  const { nodes, edges, truncated } = data.graph;
  const labels = new Map(nodes.map(({ nodeId, label }) => [nodeId, label]));
  const main: Table = {
    columns: ['Source', 'Kind', 'Target', rightAligned('Weight')],
    rows: edges.map(({ kind, source, target, weight }) => [source, kind, target, weight]),
  };
  const drawn: Table = {
    columns: ['From', 'Edge', 'To', rightAligned('Weight')],
    rows: edges.map(({ kind, source, target, weight }) => [
      labels.get(source) ?? source,
      kind,
      labels.get(target) ?? target,
      Number.isInteger(weight) ? weight : scoreText(weight),
    ]),
  };
  const size = `${counted(nodes.length, 'node')} and ${counted(edges.length, 'edge')}.`;
  const cut = truncated ? ` The selection reaches more than ${maxNodes} nodes; --max-nodes allows more.` : '';
  return { data, main, summary: `${size}${cut}`, parts: [drawn] };
}
