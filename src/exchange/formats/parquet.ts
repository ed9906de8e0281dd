import {
  describedNodes,
  drawingAttributes,
  edgeAttributes,
  nodeAttributes,
  type Attribute,
  type DescribedNode,
} from '../attributes.ts';
import { edgeId, type ExchangedGraph } from '../exchanged-graph.ts';
import type { FileFormat } from '../file-format.ts';
import { parquetFile } from '../parquet-file.ts';
import { zipped } from '../zip.ts';
import type { Edge } from '../../graph/selection/edges.ts';

/** The nodes and the edges as typed tables, for analysis. */
export const parquetZip: FileFormat = {
  ending: 'parquet.zip',
  mediaType: 'application/zip',
  name: 'Parquet of the nodes and edges, zipped',
  readers: 'pandas, DuckDB, Polars, Spark',
  parameters: {},
  most: { nodes: 200_000, edges: 500_000 },
  write: (graph) =>
    zipped(
      [
        { name: 'nodes.parquet', parts: parquetFile(nodeColumns, describedNodes(graph), aboutOf(graph)) },
        { name: 'edges.parquet', parts: parquetFile(edgeColumns, graph.edges, aboutOf(graph)) },
      ],
      graph.importedAt,
    ),
};

const nodeColumns: readonly Attribute<DescribedNode>[] = [
  { name: 'id', type: 'TEXT', of: ({ node }) => node.id },
  { name: 'label', type: 'TEXT', of: ({ node }) => node.label },
  ...nodeAttributes,
  ...drawingAttributes,
];

const edgeColumns: readonly Attribute<Edge>[] = [
  { name: 'id', type: 'TEXT', of: edgeId },
  { name: 'source', type: 'TEXT', of: ({ source }) => source.id },
  { name: 'target', type: 'TEXT', of: ({ target }) => target.id },
  { name: 'weight', type: 'DECIMAL', of: ({ weight }) => weight },
  ...edgeAttributes,
];

/** What readers find as the metadata of the schema. */
function aboutOf({ catalog, title, cut }: ExchangedGraph): Readonly<Record<string, string>> {
  const { name, version, revision } = catalog;
  return { catalog: name, version, revision, selection: title, ...(cut !== null && { cut }) };
}
