import type { FileFormat } from './file-format.ts';
import { cypherScript } from './formats/cypher.ts';
import { csvZip, edgesCsv, nodesCsv } from './formats/csv.ts';
import { d3Json } from './formats/d3-json.ts';
import { jsonLd } from './formats/json-ld.ts';
import { turtle } from './formats/turtle.ts';
import { xlsx } from './formats/xlsx.ts';

/** Every form of file, in the order in which people are shown them. */
export const fileFormats: readonly FileFormat[] = [
  d3Json,
  nodesCsv,
  edgesCsv,
  csvZip,
  xlsx,
  turtle,
  jsonLd,
  cypherScript,
];
