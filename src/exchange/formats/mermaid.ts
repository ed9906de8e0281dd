import { aboutGraph } from '../about.ts';
import { describedNodes } from '../attributes.ts';
import { inChunks } from '../../text/chunks.ts';
import { cleanText } from '../../text/clean-text.ts';
import { isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat } from '../file-format.ts';
import type { NodeKind } from '../../graph/nodes/node-kind.ts';
import type { Node } from '../../graph/nodes/node.ts';

/** The most characters that Mermaid reads, but for some that are kept free. */
const longestText = 49_500;
/** The most characters of a sentence at the top, of which there are two. */
const longestSentence = 600;
/** What a node and an edge have besides labels, at most: `n499["…"]`, `n499,` in its class, and `n498 --> n499`. */
const nodeLength = 16;
const edgeLength = 14;

/**
 * A Mermaid flowchart. Mermaid draws at most 500 edges and 50,000 characters unless the page that shows it allows more, which
 * nobody can say in the file. Nodes are called n0, n1 and so on, because ids such as `end` and colons break the syntax.
 */
export const mermaid: FileFormat = {
  ending: 'mmd',
  mediaType: 'text/vnd.mermaid; charset=utf-8',
  name: 'Mermaid',
  readers: 'GitHub, GitLab, Obsidian, mermaid.live',
  parameters: {},
  most: { nodes: 500, edges: 500 },
  write: (graph) => inChunks(textsOf(graph)),
};

function* textsOf(graph: ExchangedGraph): Generator<string> {
  const { title, cut, nodes, edges } = graph;
  const left = longestText - 2 * longestSentence - edges.length * edgeLength;
  const longestLabel = Math.floor(left / nodes.length) - nodeLength;
  const texts = nodes.map((node) => labelOf(node.label, longestLabel));
  yield `---\ntitle: ${JSON.stringify(titleOf(cut === null ? title : `${title}. ${cut}`))}\n---\n`;
  yield `flowchart LR\n%% ${sentence(aboutGraph(graph))}\n`;
  if (texts.some(({ isShortened }) => isShortened)) yield '%% Long labels are shortened; they end in "…".\n';
  const names = new Map<Node, string>();
  const ofKinds = new Map<NodeKind, string[]>();
  const colors = new Map<NodeKind, string>();
  for (const [index, { node, drawing }] of [...describedNodes(graph)].entries()) {
    const name = `n${index}`;
    names.set(node, name);
    ofKinds.set(node.kind, [...(ofKinds.get(node.kind) ?? []), name]);
    if (drawing !== undefined) colors.set(node.kind, drawing.color);
    yield `${name}["${texts[index]?.text ?? ''}"]\n`;
  }
  for (const edge of edges) {
    yield `${names.get(edge.source)} ${isDirected(edge) ? '-->' : '---'} ${names.get(edge.target)}\n`;
  }
  for (const [kind, named] of ofKinds) yield `class ${named.join(',')} ${kind}\n`;
  for (const [kind, color] of colors) yield `classDef ${kind} stroke:${color},stroke-width:2px\n`;
}

function oneLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ');
}

/** A title, which Mermaid takes for HTML and shows as it is written: "<b>" would be missing, and "&" would be "&amp;". */
function titleOf(text: string): string {
  return sentence(text).replaceAll('&', 'and').replaceAll('<', '‹').replaceAll('>', '›');
}

function sentence(text: string): string {
  const line = oneLine(text);
  return line.length > longestSentence ? `${cleanText(line.slice(0, longestSentence))}…` : line;
}

/**
 * A label with what Mermaid or Markdown would take for something else as entities. Shortened if it has more characters than
 * there are for each label of a large drawing: 65 if it has 500 nodes and 500 edges.
 */
function labelOf(label: string, longestLabel: number): { text: string; isShortened: boolean } {
  const listMark = /^ ?(?:[-+]|\d+[.)])(?= )/.exec(oneLine(label))?.[0].length ?? 0;
  let text = '';
  for (const [index, character] of Array.from(oneLine(label)).entries()) {
    const isMark = index < listMark && /[-+.)]/.test(character);
    const written = isMark || special.test(character) ? entityOf(character) : character;
    if (text.length + written.length > longestLabel) return { text: `${text}…`, isShortened: true };
    text += written;
  }
  return { text, isShortened: false };
}

const special = /["#&;<>\\`*_~[\]{}|$%@=^:]/;
const named: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', '<': 'lt', '>': 'gt' };

function entityOf(character: string): string {
  return `#${named[character] ?? character.charCodeAt(0)};`;
}
