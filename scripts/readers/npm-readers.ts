import { readFileSync } from 'node:fs';
import cytoscape from 'cytoscape';
import { forceLink, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { Graph } from 'graphology';
import { z } from 'zod';
import { answersOf, type Reader } from './reader.ts';
import type { WrittenFile } from './written-files.ts';

const element = z.looseObject({ data: z.looseObject({ id: z.string() }) });
const elements = z.looseObject({ elements: z.strictObject({ nodes: z.array(element), edges: z.array(element) }) });
const attributes = z.looseObject({ label: z.string() });
const weighted = z.looseObject({ weight: z.number() });
const drawing = z.looseObject({
  nodes: z.array(z.looseObject({ id: z.string(), label: z.string() })),
  links: z.array(z.looseObject({ source: z.string(), target: z.string(), weight: z.number() })),
});

/** Libraries that run in Node.js. */
export const npmReaders: readonly Reader[] = [
  { name: 'cytoscape', reads: ({ ending }) => ending === 'cyjs', read: (files) => answersOf(files, readByCytoscape) },
  {
    name: 'graphology',
    reads: ({ ending }) => ending === 'graphology.json',
    read: (files) => answersOf(files, readByGraphology),
  },
  { name: 'd3', reads: ({ ending }) => ending === 'd3.json', read: (files) => answersOf(files, readByD3) },
];

function documentIn({ path }: WrittenFile): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readByCytoscape(file: WrittenFile) {
  const core = cytoscape({ headless: true });
  core.json(elements.parse(documentIn(file)));
  return {
    nodes: core.nodes().length,
    edges: core.edges().length,
    directed: core.edges('.directed').length,
    weight: sumOf(core.edges().map((edge) => weighted.parse(edge.data()).weight)),
    labels: core.nodes().map((node) => attributes.parse(node.data()).label),
  };
}

function readByGraphology(file: WrittenFile) {
  const graph = Graph.from(documentIn(file));
  return {
    nodes: graph.order,
    edges: graph.size,
    directed: graph.directedSize,
    weight: sumOf(graph.mapEdges((_, edge) => weighted.parse(edge).weight)),
    labels: graph.mapNodes((_, node) => attributes.parse(node).label),
  };
}

interface DrawnNode extends SimulationNodeDatum {
  readonly id: string;
}

/** As in the examples of d3-force, which throws if a link names an unknown node. */
function readByD3(file: WrittenFile) {
  const { nodes, links } = drawing.parse(documentIn(file));
  const drawn: DrawnNode[] = nodes.map(({ id }) => ({ id }));
  const force = forceLink<DrawnNode, SimulationLinkDatum<DrawnNode>>(links).id(({ id }) => id);
  forceSimulation(drawn).force('link', force).stop().tick();
  return {
    nodes: drawn.length,
    edges: force.links().length,
    weight: sumOf(links.map(({ weight }) => weight)),
    labels: nodes.map(({ label }) => label),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
