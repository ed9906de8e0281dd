import { aboutGraph } from '../about.ts';
import {
  describedNodes,
  drawingAttributes,
  edgeAttributes,
  nodeAttributes,
  textsOf,
  type Attribute,
  type DescribedNode,
} from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import type { ColumnType } from '../columns.ts';
import { edgeId, isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import type { Direction, FileFormat } from '../file-format.ts';
import { xmlText } from '../../text/xml-text.ts';
import type { Edge } from '../../graph/selection/edges.ts';

/**
 * GraphML, as Gephi, networkx and igraph read it. Gephi shows the id of a key as the title of its column, so ids are names.
 * A file can use an id only once, and igraph ignores keys that are declared for nodes and edges alike. So the kind of an edge
 * is called `edgeKind` here.
 */
export const graphml: FileFormat = {
  ending: 'graphml',
  mediaType: 'application/graphml+xml; charset=utf-8',
  name: 'GraphML',
  readers: 'networkx, igraph, Gephi',
  parameters: { direction: ['directed', 'undirected', 'mixed'] },
  write: (graph, { direction = 'directed' }) => inChunks(linesOf(graph, direction)),
};

const types: Readonly<Record<ColumnType, string>> = {
  TEXT: 'string',
  TEXTS: 'string',
  INTEGER: 'int',
  DECIMAL: 'double',
  BOOLEAN: 'boolean',
};

const dataOfNodes: readonly Attribute<DescribedNode>[] = [
  { name: 'label', type: 'TEXT', of: ({ node }) => node.label },
  ...nodeAttributes,
  ...drawingAttributes,
];

const dataOfEdges: readonly Attribute<Edge>[] = [
  { name: 'weight', type: 'DECIMAL', of: ({ weight }) => weight },
  ...edgeAttributes.map((each) => (each.name === 'kind' ? { ...each, name: 'edgeKind' } : each)),
];

function* linesOf(graph: ExchangedGraph, direction: Direction): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys('node', dataOfNodes)}${keys('edge', dataOfEdges)}<graph edgedefault="${direction === 'undirected' ? 'undirected' : 'directed'}">
<desc>${xmlText(aboutGraph(graph))}</desc>
`;
  for (const described of describedNodes(graph)) {
    yield `<node id="${xmlText(described.node.id)}">${data(dataOfNodes, described)}</node>\n`;
  }
  for (const edge of graph.edges) {
    const ends = `source="${xmlText(edge.source.id)}" target="${xmlText(edge.target.id)}"`;
    const directed = direction === 'mixed' ? ` directed="${isDirected(edge)}"` : '';
    yield `<edge id="${xmlText(edgeId(edge))}" ${ends}${directed}>${data(dataOfEdges, edge)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

function keys<Item>(owner: 'node' | 'edge', attributes: readonly Attribute<Item>[]): string {
  return attributes
    .map(({ name, type }) => `<key id="${name}" for="${owner}" attr.name="${name}" attr.type="${types[type]}"/>\n`)
    .join('');
}

function data<Item>(attributes: readonly Attribute<Item>[], item: Item): string {
  let texts = '';
  for (const [name, text] of textsOf(attributes, item)) texts += `<data key="${name}">${xmlText(text)}</data>`;
  return texts;
}
