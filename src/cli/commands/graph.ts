import { graphNodeKinds } from '../../analysis/graph-nodes.ts';
import type { EdgeKind } from '../../graph/nodes/edge-kind.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import { defaultSelection, selectedGraph, type SelectedGraph } from '../../graph/selection/graph-selection.ts';
import { runToCompletion } from '../../scheduling/steps.ts';
import { answerQuestion } from '../answer-question.ts';
import type { ExitCode } from '../exit-codes.ts';
import { scoreText, type Report, type ReportOptions } from '../output/report.ts';
import { rightAligned, type Table } from '../output/table.ts';
import { counted, type Terminal } from '../output/terminal.ts';

export interface GraphOptions extends ReportOptions {
  readonly depth?: number;
  readonly nodeKinds?: readonly NodeKind[];
  readonly edgeKinds?: readonly EdgeKind[];
  readonly minOverlap?: number;
  readonly maxNodes?: number;
}

const terms = {
  'select.depth': '--depth',
  'select.minOverlap': '--min-overlap',
  'select.maxNodes': '--max-nodes',
  'select.nodeKinds': '--node-kinds',
  'select.edgeKinds': '--edge-kinds',
};

/** `rolegraph graph`: the nodes and edges of a part of the graph, for drawing tools. */
export function graph(terminal: Terminal, words: readonly string[], options: GraphOptions): Promise<ExitCode> {
  return answerQuestion(terminal, options, terms, async ({ names, graph }) => {
    const { depth, nodeKinds, edgeKinds, minOverlap, maxNodes } = { ...defaultSelection, ...options };
    const roots = words.length === 0 ? null : (await names.nodes(words, graphNodeKinds)).map(({ id }) => id);
    const selection = { roots, depth, nodeKinds, edgeKinds, minOverlap, maxNodes };
    return graphReport(answerOf(runToCompletion(selectedGraph(graph, selection))), maxNodes);
  });
}

/** The answer of the GraphQL field `graph`. */
function answerOf({ nodes, edges, truncated }: SelectedGraph) {
  return {
    graph: {
      truncated,
      nodes: nodes.map(({ node, degree }) => ({ nodeId: node.id, kind: node.kind, label: node.label, degree })),
      edges: edges.map(({ kind, source, target, weight }) => ({ kind, source: source.id, target: target.id, weight })),
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
