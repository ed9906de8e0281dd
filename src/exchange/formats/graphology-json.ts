import { describedNodes, edgeObject, nodeObject, type DescribedNode } from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import { isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import { mostDrawn, type FileFormat } from '../file-format.ts';
import { jsonList } from '../json-list.ts';
import type { Edge } from '../../graph/selection/edges.ts';

/**
 * What `graph.import` of graphology takes; sigma draws it as it is. No attribute is called `type`, which sigma takes for the
 * name of a program that draws the node. Sigma refuses nodes without a position, and shows no labels of nodes without a
 * size, so they stand on a circle, all of one size, for as long as the layout is not known.
 */
export const graphologyJson: FileFormat = {
  ending: 'graphology.json',
  mediaType: 'application/json; charset=utf-8',
  name: 'Graphology JSON',
  readers: 'graphology, sigma',
  parameters: {},
  most: mostDrawn,
  write: (graph) => inChunks(textsOf(graph)),
};

const options = { type: 'mixed', multi: false, allowSelfLoops: false };
const radius = 500;
const size = 8;

function* textsOf(graph: ExchangedGraph): Generator<string> {
  const { catalog, title, cut, nodes, edges } = graph;
  const layout = graph.drawingOf === undefined ? 'CIRCLE' : 'FORCE';
  const attributes = { title, cut, catalog, layout };
  yield `{"options":${JSON.stringify(options)},"attributes":${JSON.stringify(attributes)},"nodes":`;
  yield* jsonList(describedNodes(graph).map((described, index) => keyedNode(described, index / nodes.length)));
  yield ',"edges":';
  yield* jsonList(edges.values().map(keyedEdge));
  yield '}\n';
}

/** A node and, if it has no drawing, its place on the circle as a part of a turn. */
function keyedNode(described: DescribedNode, turn: number) {
  const { id: key, ...attributes } = nodeObject(described);
  return { key, attributes: described.drawing === undefined ? { ...attributes, ...placeAt(turn) } : attributes };
}

function placeAt(turn: number) {
  const [x, y] = [Math.cos(2 * Math.PI * turn), Math.sin(2 * Math.PI * turn)].map((part) => Math.round(radius * part));
  return { x, y, size };
}

function keyedEdge(edge: Edge) {
  const { id: key, source, target, ...attributes } = edgeObject(edge);
  return { key, source, target, attributes, ...(isDirected(edge) ? {} : { undirected: true }) };
}
