import { ArgumentError } from '../../graph/argument-error.ts';
import { drawingsIn } from '../../graph/layout/node-drawing.ts';
import { itemAt } from '../../collections/item-at.ts';
import { readConfig } from '../../config/config.ts';
import { cutOf, titleOf } from '../../exchange/described-selection.ts';
import { defaultBaseIri, exchangedGraph } from '../../exchange/exchanged-graph.ts';
import { refusalOf, type Direction, type FileFormat, type FormatOptions } from '../../exchange/file-format.ts';
import { fileFormats } from '../../exchange/file-formats.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import { nodeKinds as allKinds, type NodeKind } from '../../graph/nodes/node-kind.ts';
import {
  defaultSelection,
  queryLimits,
  selectedGraph,
  type GraphSelection,
  type SelectedGraph,
} from '../../graph/selection/graph-selection.ts';
import { views, type View } from '../../graph/selection/views.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { counted, inWords } from '../../text/in-words.ts';
import { suggestion } from '../../text/nearest-text.ts';
import { quoted, visibleText } from '../../text/quoted-text.ts';
import { answerQuestion, withCatalog } from '../answer-question.ts';
import { UsageError } from '../command-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';
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
  readonly formatVersion?: string;
  readonly bom?: true;
}

const terms = {
  'select.depth': '--depth',
  'select.minOverlap': '--min-overlap',
  'select.maxNodes': '--max-nodes',
  'select.nodeKinds': '--node-kinds',
  'select.edgeKinds': '--edge-kinds',
  nodeKinds: '--node-kinds',
  edgeKinds: '--edge-kinds',
  minOverlap: '--min-overlap',
  maxNodes: '--max-nodes',
};

/** `rolegraph graph`: the nodes and edges of a part of the graph, as a list or as a file for drawing tools. */
export function graph(terminal: Terminal, words: readonly string[], options: GraphOptions): Promise<ExitCode> {
  const format = formatOf(options);
  if (format === undefined) {
    for (const { option, given } of optionsOfFiles(options)) {
      if (given !== undefined) throw new UsageError(`${option} is for files only. Give --format or --output, too.`);
    }
    return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
      const selection = await selectionOf(names, words, options, defaultSelection.maxNodes);
      return graphReport(answerOf(runToCompletion(selectedGraph(graph, selection))), selection.maxNodes);
    });
  }
  return writeGraph(terminal, { words, options, format, what: 'the graph' });
}

interface FileOfGraph {
  /** The names of the roots. */
  readonly words: readonly string[];
  readonly options: GraphOptions;
  readonly format: FileFormat;
  /** What the file is, for messages. */
  readonly what: string;
}

/** Writes a part of the graph to a file or to standard output, as the address of the same selection gives it. */
export function writeGraph(terminal: Terminal, { words, options, format, what }: FileOfGraph): Promise<ExitCode> {
  const formatOptions = formatOptionsOf(options, format);
  return withCatalog(terminal, terms, async ({ stored, graph, names }) => {
    const selection = await selectionOf(names, words, options, fileLimits.mostNodes);
    const selected = runToCompletion(selectedGraph(graph, selection, fileLimits));
    const refusal = refusalOf(format, selected);
    // As an error of arguments, so that they are called as the options are.
    if (refusal !== null) throw new ArgumentError('maxNodes', refusal);
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
    await writeFileParts(terminal, what, options.output, format.write(exchanged, formatOptions));
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
  const roots = words.length === 0 ? null : (await names.nodes(words, allKinds)).map(({ id }) => id);
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

/** The options that say something about the form of a file, by the names of the parameters of an address. */
function optionsOfFiles({ direction, formatVersion, bom }: GraphOptions) {
  return [
    { name: 'direction', option: '--direction', given: direction },
    { name: 'version', option: '--format-version', given: formatVersion },
    { name: 'bom', option: '--bom', given: bom },
  ] as const;
}

/** @throws UsageError for an option that the format does not take. */
function formatOptionsOf(options: GraphOptions, { ending, parameters }: FileFormat): FormatOptions {
  for (const { name, option, given } of optionsOfFiles(options)) {
    const allowed: readonly (string | boolean)[] = parameters[name] ?? [];
    if (given === undefined || allowed.includes(given)) continue;
    const advice = allowed.length === 0 ? `Leave the option out.` : `Allowed: ${allowed.join(', ')}.`;
    throw new UsageError(
      `${ending} cannot have ${given === true ? option : `${option} ${visibleText(given)}`}. ${advice}`,
    );
  }
  const { direction, formatVersion: version, bom } = options;
  return {
    ...(direction !== undefined && { direction }),
    ...(version !== undefined && { version }),
    ...(bom === true && { bom }),
  };
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
