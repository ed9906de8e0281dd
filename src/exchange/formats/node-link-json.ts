import { describedNodes, edgeObject, nodeObject } from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat } from '../file-format.ts';
import { jsonList } from '../json-list.ts';

/**
 * JSON in node-link form, as networkx reads it. Edges are written twice: networkx up to 3.3 looks for them in `links`, and
 * newer ones in `edges`. There are no two edges between the same nodes, so the graph is none with parallel edges.
 */
export const nodeLinkJson: FileFormat = {
  ending: 'json',
  mediaType: 'application/json; charset=utf-8',
  name: 'JSON in node-link form',
  readers: 'networkx (node_link_graph), and whatever reads JSON',
  parameters: { direction: ['directed', 'undirected'] },
  write: (graph, { direction = 'directed' }) => inChunks(textsOf(graph, direction === 'directed')),
};

function* textsOf(graph: ExchangedGraph, directed: boolean): Generator<string> {
  const { catalog, title, cut, edges } = graph;
  yield `{"directed":${directed},"multigraph":false,"graph":${JSON.stringify({ title, cut, catalog })},"nodes":`;
  yield* jsonList(describedNodes(graph).map(nodeObject));
  for (const name of ['edges', 'links']) {
    yield `,"${name}":`;
    yield* jsonList(edges.values().map(edgeObject));
  }
  yield '}\n';
}
