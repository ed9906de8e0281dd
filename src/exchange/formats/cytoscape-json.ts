import { aboutGraph } from '../about.ts';
import { describedNodes, edgeObject, nodeObject, type DescribedNode } from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import { isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import { mostDrawn, type FileFormat } from '../file-format.ts';
import { jsonList } from '../json-list.ts';
import type { Edge } from '../../graph/selection/edges.ts';

/**
 * The JSON of Cytoscape.js and of Cytoscape, which reads the labels of nodes from `name`, and the kinds of edges from
 * `interaction`. networkx takes its nodes from `value`, and needs the two flags: a graph in which all edges are overlaps has no direction. Classes are the kind and, of edges, whether they have a direction, so that a style can leave arrows out:
 * `.ROLE`, `.OVERLAPS_WITH`, `.undirected`.
 */
export const cytoscapeJson: FileFormat = {
  ending: 'cyjs',
  mediaType: 'application/json; charset=utf-8',
  name: 'Cytoscape JSON',
  readers: 'Cytoscape.js, Cytoscape, networkx (cytoscape_graph)',
  parameters: {},
  most: mostDrawn,
  write: (graph) => inChunks(textsOf(graph)),
};

function* textsOf(graph: ExchangedGraph): Generator<string> {
  const { catalog, title, cut, edges } = graph;
  // Cytoscape would show null as the text "null".
  const data = { name: title, description: aboutGraph(graph), catalog, ...(cut === null ? {} : { cut }) };
  yield `{"data":${JSON.stringify(data)},"directed":${edges.kinds.some((kind) => isDirected({ kind }))},"multigraph":false,"elements":{"nodes":`;
  yield* jsonList(describedNodes(graph).map(nodeElement));
  yield ',"edges":';
  yield* jsonList(edges.values().map(edgeElement));
  yield '}}\n';
}

function nodeElement(described: DescribedNode) {
  const { node, drawing } = described;
  return {
    data: { ...nodeObject(described), name: node.label, value: node.id },
    ...(drawing === undefined ? {} : { position: { x: drawing.x, y: drawing.y } }),
    classes: node.kind,
  };
}

function edgeElement(edge: Edge) {
  return {
    data: { ...edgeObject(edge), interaction: edge.kind },
    classes: `${edge.kind} ${isDirected(edge) ? 'directed' : 'undirected'}`,
  };
}
