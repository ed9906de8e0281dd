import { aboutGraph } from '../about.ts';
import {
  communityAttribute,
  describedNodes,
  nodeAttributes,
  textsOf,
  type Attribute,
  type DescribedNode,
} from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import { cleanText } from '../../text/clean-text.ts';
import { channelsOf } from '../color-channels.ts';
import { isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import { mostDrawn, type FileFormat } from '../file-format.ts';
import type { Edge } from '../../graph/selection/edges.ts';

/**
 * DOT, as Graphviz, Gephi and pydot read it:
 * - Gephi finds no nodes after a statement such as `graph [...]`, `node [...]` or `edge [...]`, so there are statements of
 *   nodes and edges only.
 * - Everything is in quotes: ids have colons, which separate ports, and titles may be words such as "graph".
 * - `dot` takes only whole numbers as weights. Overlaps, which have scores from 0 to 1, have ten times the score as their
 *   weight, the score as their width, and as it is in `score`. An overlap has no arrow.
 */
export const dot: FileFormat = {
  ending: 'dot',
  mediaType: 'text/vnd.graphviz; charset=utf-8',
  name: 'DOT',
  readers: 'Graphviz, Gephi, pydot',
  parameters: {},
  most: mostDrawn,
  write: (graph) => inChunks(linesOf(graph)),
};

const attributesOfNodes: readonly Attribute<DescribedNode>[] = [...nodeAttributes, communityAttribute];

function* linesOf(graph: ExchangedGraph): Generator<string> {
  // A comment ends at the first "*/" of its text.
  yield `/* ${cleanText(aboutGraph(graph)).replaceAll('*/', '* /')} */\ndigraph ${quoted(graph.title)} {\n`;
  for (const described of describedNodes(graph)) {
    yield `${quoted(described.node.id)} [${attributesOfNode(described)}];\n`;
  }
  for (const edge of graph.edges) {
    yield `${quoted(edge.source.id)} -> ${quoted(edge.target.id)} [${attributesOfEdge(edge)}];\n`;
  }
  yield '}\n';
}

function attributesOfNode(described: DescribedNode): string {
  const { node, drawing } = described;
  let texts = `label=${quoted(shownText(node.label))}`;
  for (const [name, text] of textsOf(attributesOfNodes, described)) texts += `, ${name}=${quoted(text)}`;
  if (drawing === undefined) return texts;
  return `${texts}, pos="${drawing.x},${drawing.y}", color="${hueSaturationValue(drawing.color)}"`;
}

function attributesOfEdge(edge: Edge): string {
  const { kind, weight } = edge;
  if (isDirected(edge)) return `kind="${kind}", weight="${weight}"`;
  const width = (0.5 + 4.5 * weight).toFixed(2);
  return `kind="${kind}", weight="${dotWeight(edge)}", score="${weight}", penwidth="${width}", dir="none"`;
}

/** The weight that an edge has in DOT: a whole number. */
export function dotWeight(edge: Edge): number {
  return isDirected(edge) ? edge.weight : Math.max(1, Math.round(10 * edge.weight));
}

/** A color in the form that Gephi, too, reads right: to it, "#0072b2" is transparent. */
function hueSaturationValue(color: string): string {
  const [red, green, blue] = channelsOf(color);
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  let sixths = 0;
  if (range > 0) {
    if (most === red) sixths = (6 + (green - blue) / range) % 6;
    else if (most === green) sixths = 2 + (blue - red) / range;
    else sixths = 4 + (red - green) / range;
  }
  const saturation = most === 0 ? 0 : range / most;
  return [sixths / 6, saturation, most / 255].map((number) => number.toFixed(4)).join(',');
}

/**
 * A text in quotes. A backslash is doubled, because one before the closing quote would take it away. Readers make other line
 * breaks of CR, so there is LF only.
 */
function quoted(text: string): string {
  const escaped = cleanText(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/["\\]/g, String.raw`\$&`);
  return `"${escaped}"`;
}

/** A text as a label shows it: Graphviz replaces entities of HTML in labels. */
function shownText(text: string): string {
  return text.replaceAll(/&(?=#?\w+;)/g, '&amp;');
}
