import { aboutGraph } from '../about.ts';
import {
  communityAttribute,
  describedNodes,
  edgeAttributes,
  nodeAttributes,
  textsOf,
  type Attribute,
  type DescribedNode,
} from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import { channelsOf } from '../color-channels.ts';
import type { ColumnType } from '../columns.ts';
import { edgeId, isDirected, type ExchangedGraph, type NodeDrawing } from '../exchanged-graph.ts';
import type { Direction, FileFormat } from '../file-format.ts';
import { xmlText } from '../../text/xml-text.ts';

const versions = [
  { version: '1.3', namespace: 'http://gexf.net/1.3' },
  { version: '1.2', namespace: 'http://www.gexf.net/1.2draft' },
] as const;

/**
 * GEXF, as Gephi and networkx read it:
 * - Gephi drops undirected edges without a word from a file whose default type of edges is directed, and networkx refuses a
 *   file with both types. So all edges have the default type, unless `mixed` is requested, which leaves the default out.
 * - networkx needs all three coordinates of a position, and colors as r, g and b.
 */
export const gexf: FileFormat = {
  ending: 'gexf',
  mediaType: 'application/gexf+xml; charset=utf-8',
  name: 'GEXF',
  readers: 'Gephi, Gephi Lite, networkx',
  parameters: {
    direction: ['directed', 'undirected', 'mixed'],
    version: versions.map(({ version }) => version),
  },
  write: (graph, { direction = 'directed', version }) =>
    inChunks(linesOf(graph, direction, versions.find((each) => each.version === version) ?? versions[0])),
};

const types: Readonly<Record<ColumnType, string>> = {
  TEXT: 'string',
  // Of liststring, readers make different things: networkx a text, Gephi a list that its filters do not take.
  TEXTS: 'string',
  INTEGER: 'integer',
  DECIMAL: 'double',
  BOOLEAN: 'boolean',
};

const attributesOfNodes: readonly Attribute<DescribedNode>[] = [...nodeAttributes, communityAttribute];

function* linesOf(
  graph: ExchangedGraph,
  direction: Direction,
  { version, namespace }: (typeof versions)[number],
): Generator<string> {
  const defaultType = direction === 'mixed' ? '' : ` defaultedgetype="${direction}"`;
  yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="${namespace}" xmlns:viz="${namespace}/viz" version="${version}">
<meta><creator>Rolegraph</creator><description>${xmlText(aboutGraph(graph))}</description></meta>
<graph mode="static"${defaultType}>
${declared('node', attributesOfNodes)}${declared('edge', edgeAttributes)}<nodes>
`;
  for (const described of describedNodes(graph)) {
    const { node, drawing } = described;
    const drawn = drawing === undefined ? '' : drawnTexts(drawing);
    yield `<node id="${xmlText(node.id)}" label="${xmlText(node.label)}">${values(attributesOfNodes, described)}${drawn}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  for (const edge of graph.edges) {
    const { source, target, weight } = edge;
    const type = direction === 'mixed' ? ` type="${isDirected(edge) ? 'directed' : 'undirected'}"` : '';
    const ends = `source="${xmlText(source.id)}" target="${xmlText(target.id)}"`;
    yield `<edge id="${xmlText(edgeId(edge))}" ${ends}${type} weight="${weight}">${values(edgeAttributes, edge)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function declared<Item>(of: 'node' | 'edge', attributes: readonly Attribute<Item>[]): string {
  const each = attributes.map(({ name, type }) => `<attribute id="${name}" title="${name}" type="${types[type]}"/>\n`);
  return `<attributes class="${of}" mode="static">\n${each.join('')}</attributes>\n`;
}

function values<Item>(attributes: readonly Attribute<Item>[], item: Item): string {
  let texts = '';
  for (const [name, text] of textsOf(attributes, item)) texts += `<attvalue for="${name}" value="${xmlText(text)}"/>`;
  return `<attvalues>${texts}</attvalues>`;
}

function drawnTexts({ x, y, size, color }: NodeDrawing): string {
  const [r, g, b] = channelsOf(color);
  return `<viz:size value="${size}"/><viz:position x="${x}" y="${y}" z="0"/><viz:color r="${r}" g="${g}" b="${b}"/>`;
}
