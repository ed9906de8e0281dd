import { nodeColumns, type Value } from '../columns.ts';
import { inChunks } from '../chunks.ts';
import { edgeId, isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat } from '../file-format.ts';

/** `nodes` and `links`, as the examples of d3-force have them: links name the ids of their nodes. */
export const d3Json: FileFormat = {
  ending: 'd3.json',
  mediaType: 'application/json; charset=utf-8',
  name: 'JSON for d3',
  readers: 'd3-force, Observable Plot',
  parameters: [],
  write: (graph) => inChunks(textsOf(graph)),
};

function* textsOf(graph: ExchangedGraph): Generator<string> {
  const { catalog, title, cut, nodes, edges, drawingOf } = graph;
  yield `{"catalog":${JSON.stringify(catalog)},"title":${JSON.stringify(title)},"cut":${JSON.stringify(cut)},"nodes":[`;
  for (const [index, { node, degree }] of nodes.entries()) {
    const { id, kind, label } = node;
    const values: Record<string, Value> = {};
    for (const column of nodeColumns) {
      const value = column.of(node);
      if (value !== null) values[column.name] = value;
    }
    yield `${index === 0 ? '' : ','}\n${JSON.stringify({ id, label, kind, degree, ...values, ...drawingOf?.(node) })}`;
  }
  yield '\n],"links":[';
  for (const [index, edge] of edges.entries()) {
    const { kind, source, target, weight } = edge;
    const link = {
      id: edgeId(edge),
      source: source.id,
      target: target.id,
      kind,
      weight,
      directed: isDirected(edge),
    };
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(link)}`;
  }
  yield '\n]}\n';
}
