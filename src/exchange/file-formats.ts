import type { FileFormat } from './file-format.ts';
import { csvZip, edgesCsv, nodesCsv } from './formats/csv.ts';
import { cypherScript } from './formats/cypher.ts';
import { cytoscapeJson } from './formats/cytoscape-json.ts';
import { d3Json } from './formats/d3-json.ts';
import { dot } from './formats/dot.ts';
import { gexf } from './formats/gexf.ts';
import { graphml } from './formats/graphml.ts';
import { graphologyJson } from './formats/graphology-json.ts';
import { jsonLd } from './formats/json-ld.ts';
import { mermaid } from './formats/mermaid.ts';
import { nodeLinkJson } from './formats/node-link-json.ts';
import { parquetZip } from './formats/parquet.ts';
import { turtle } from './formats/turtle.ts';
import { vault } from './formats/vault.ts';
import { xlsx } from './formats/xlsx.ts';

/** Every form of file, in the order in which people are shown them. */
export const fileFormats: readonly FileFormat[] = [
  gexf,
  graphml,
  nodeLinkJson,
  cytoscapeJson,
  graphologyJson,
  d3Json,
  nodesCsv,
  edgesCsv,
  csvZip,
  xlsx,
  parquetZip,
  dot,
  mermaid,
  turtle,
  jsonLd,
  cypherScript,
  vault,
];
