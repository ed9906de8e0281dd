import { describedNodes, edgeObject, nodeObject } from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import type { ExchangedGraph } from '../exchanged-graph.ts';
import { mostDrawn, type FileFormat } from '../file-format.ts';
import { jsonList } from '../json-list.ts';

/** `nodes` and `links`, as the examples of d3-force have them: links name the ids of their nodes. */
export const d3Json: FileFormat = {
  ending: 'd3.json',
  mediaType: 'application/json; charset=utf-8',
  name: 'JSON for d3',
  readers: 'd3-force',
  parameters: {},
  most: mostDrawn,
  write: (graph) => inChunks(textsOf(graph)),
};

function* textsOf(graph: ExchangedGraph): Generator<string> {
  const { catalog, title, cut, edges } = graph;
  yield `{"catalog":${JSON.stringify(catalog)},"title":${JSON.stringify(title)},"cut":${JSON.stringify(cut)},"nodes":`;
  yield* jsonList(describedNodes(graph).map(nodeObject));
  yield ',"links":';
  yield* jsonList(edges.values().map(edgeObject));
  yield '}\n';
}
