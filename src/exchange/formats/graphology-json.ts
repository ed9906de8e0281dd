import { describedNodes, edgeObject, nodeObject, type DescribedNode } from '../attributes.ts';
import { inChunks } from '../chunks.ts';
import { isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat } from '../file-format.ts';
import { jsonList } from '../json-list.ts';
import type { Edge } from '../../graph/selection/edges.ts';

/**
 * What `graph.import` of graphology takes; sigma draws it as it is. No attribute is called `type`, which sigma takes for the
 * name of a program that draws the node. Sigma refuses nodes without a position, so they stand on a circle for as long as
 * the layout is not known.
 */
export const graphologyJson: FileFormat = {
  ending: 'graphology.json',
  mediaType: 'application/json; charset=utf-8',
  name: 'Graphology JSON',
  readers: 'graphology, sigma',
  parameters: {},
  write: (graph) => inChunks(textsOf(graph)),
};

const options = { type: 'mixed', multi: false, allowSelfLoops: false };
const radius = 500;

function* textsOf(graph: ExchangedGraph): Generator<string> {
  const { catalog, title, cut, nodes, edges } = graph;
  const layout = graph.drawingOf === undefined ? 'CIRCLE' : 'FORCE';
  const attributes = { title, cut, catalog, layout };
  yield `{"options":${JSON.stringify(options)},"attributes":${JSON.stringify(attributes)},"nodes":`;
  yield* jsonList(describedNodes(graph).map(withPlace(nodes.length)), keyedNode);
  yield ',"edges":';
  yield* jsonList(edges, keyedEdge);
  yield '}\n';
}

interface PlacedNode extends DescribedNode {
  readonly place: { readonly x: number; readonly y: number };
}

function withPlace(count: number) {
  return (described: DescribedNode, index: number): PlacedNode => {
    const angle = (2 * Math.PI * index) / count;
    const { x, y } = described.drawing ?? { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    return { ...described, place: { x, y } };
  };
}

function keyedNode(placed: PlacedNode) {
  const { id: key, ...attributes } = nodeObject(placed);
  return { key, attributes: { ...attributes, ...placed.place } };
}

function keyedEdge(edge: Edge) {
  const { id: key, source, target, ...attributes } = edgeObject(edge);
  return { key, source, target, attributes, ...(isDirected(edge) ? {} : { undirected: true }) };
}
