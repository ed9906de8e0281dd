import { aboutGraph } from '../about.ts';
import { describedNodes, drawingAttributes, nodeAttributes, type DescribedNode } from '../attributes.ts';
import { csvRows, type CsvColumn } from '../csv-rows.ts';
import { edgeId, isDirected, type ExchangedGraph } from '../exchanged-graph.ts';
import type { Direction, FileFormat, FormatOptions, FormatParameters } from '../file-format.ts';
import { zipped } from '../zip.ts';
import type { Edge } from '../../graph/selection/edges.ts';

const mediaType = 'text/csv; charset=utf-8';
const readers = 'Gephi (Import spreadsheet), Excel, Power BI, Google Sheets, pandas';

const bom: FormatParameters = { bom: [false, true] };
/** Gephi takes Type row by row, so by default each edge says what is true of it. */
const edgeParameters: FormatParameters = { ...bom, direction: ['mixed', 'directed', 'undirected'] };

/** The nodes, a row each. The first two columns are called as Gephi wants them, the others as in all formats. */
export const nodesCsv: FileFormat = {
  ending: 'nodes.csv',
  mediaType,
  name: 'CSV of the nodes',
  readers,
  parameters: bom,
  write: nodeRows,
};

/** The edges, a row each, with the columns that Gephi knows: it shows Kind as the kind of an edge. */
export const edgesCsv: FileFormat = {
  ending: 'edges.csv',
  mediaType,
  name: 'CSV of the edges',
  readers,
  parameters: edgeParameters,
  write: edgeRows,
};

/** Both tables, and a text that says what they are. */
export const csvZip: FileFormat = {
  ending: 'csv.zip',
  mediaType: 'application/zip',
  name: 'CSV of the nodes and edges, zipped',
  readers,
  parameters: edgeParameters,
  write: (graph, options) =>
    zipped(
      [
        { name: 'nodes.csv', parts: nodeRows(graph, options) },
        { name: 'edges.csv', parts: edgeRows(graph, options) },
        { name: 'about.txt', parts: [`${aboutGraph(graph)}\n`] },
      ],
      graph.importedAt,
    ),
};

const nodeColumns: readonly CsvColumn<DescribedNode>[] = [
  { name: 'Id', of: ({ node }) => node.id },
  { name: 'Label', of: ({ node }) => node.label },
  ...nodeAttributes,
  ...drawingAttributes,
];

function nodeRows(graph: ExchangedGraph, options: FormatOptions) {
  return csvRows(nodeColumns, describedNodes(graph), options.bom ?? false);
}

function edgeRows({ edges }: ExchangedGraph, options: FormatOptions) {
  return csvRows(edgeColumns(options.direction ?? 'mixed'), edges, options.bom ?? false);
}

function edgeColumns(direction: Direction): readonly CsvColumn<Edge>[] {
  const typeOf = (edge: Edge) => (direction === 'directed' || isDirected(edge) ? 'Directed' : 'Undirected');
  return [
    { name: 'Source', of: ({ source }) => source.id },
    { name: 'Target', of: ({ target }) => target.id },
    { name: 'Type', of: (edge) => (direction === 'undirected' ? 'Undirected' : typeOf(edge)) },
    { name: 'Weight', of: ({ weight }) => weight },
    { name: 'Id', of: edgeId },
    { name: 'Kind', of: ({ kind }) => kind },
    // So that a spreadsheet can be read without looking up ids.
    { name: 'sourceLabel', of: ({ source }) => source.label },
    { name: 'targetLabel', of: ({ target }) => target.label },
  ];
}
