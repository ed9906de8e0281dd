import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanText } from '../../src/text/clean-text.ts';
import { isDirected, type ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';
import { refusalOf, type Direction, type FileFormat, type FormatOptions } from '../../src/exchange/file-format.ts';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import { dotWeight } from '../../src/exchange/formats/dot.ts';
import type { GraphSelection } from '../../src/graph/selection/graph-selection.ts';
import { hostileCatalog } from '../../test/support/catalogs/hostile-catalog.ts';
import { shippedCatalog } from '../../test/support/catalogs/shipped-catalog.ts';
import {
  catalogGraphOf,
  exchangedOf,
  selectedOf,
  someDrawingOf,
  textsOf,
  wholeFileOf,
} from '../../test/support/exchanged-graphs.ts';

/** What a file contains, or what a reader found in it. */
export interface Contents {
  readonly nodes: number;
  readonly edges: number;
  /** How many of them have a direction. */
  readonly directed: number;
  /** The sum of all weights. */
  readonly weight: number;
  /** Of all nodes, sorted. */
  readonly labels: readonly string[];
}

/** What a reader chooses its files by. */
export interface FileForm {
  readonly ending: string;
  readonly options: FormatOptions;
}

export interface WrittenFile extends FileForm {
  readonly path: string;
  /** Its format, selection and options, for people. */
  readonly title: string;
  readonly written: Contents;
}

const selections: readonly { readonly name: string; readonly selection: Partial<GraphSelection> }[] = [
  { name: 'everything', selection: { minOverlap: 0, maxNodes: 10_000 } },
  { name: 'roles', selection: { nodeKinds: ['ROLE'], edgeKinds: ['OVERLAPS_WITH'], minOverlap: 0.25 } },
  { name: 'pillars', selection: { nodeKinds: ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] } },
  { name: 'bipartite', selection: { nodeKinds: ['ROLE', 'PILLAR'], edgeKinds: ['APPEARS_IN'] } },
  { name: 'one role', selection: { roots: ['role:devops-engineer'], depth: 2, maxNodes: 60 } },
];

/**
 * Writes five selections of the catalog that ships, and the hostile catalog, in every form with every option.
 *
 * @param isRead whether anybody reads the file; if not, it is not written.
 */
export async function writeFiles(folder: string, isRead: (file: FileForm) => boolean): Promise<readonly WrittenFile[]> {
  const catalog = await shippedCatalog();
  const shipped = catalogGraphOf(catalog);
  const texts = textsOf(catalog);
  const graphs = selections.map(({ name, selection }) => ({
    name,
    graph: selectedOf(shipped, selection, { title: name, drawingOf: someDrawingOf, texts }),
  }));
  const cut = 'A limit of 500 nodes -- "maxNodes" -- left out </desc> */ & 12 nodes.';
  const hostile = exchangedOf(hostileCatalog, {}, { title: 'graph "of" \n*/ [all] \\', cut });
  mkdirSync(folder, { recursive: true });
  const files: WrittenFile[] = [];
  for (const { name, graph } of [...graphs, { name: 'hostile', graph: hostile }]) {
    for (const format of fileFormats.filter((each) => refusalOf(each, graph) === null)) {
      for (const options of optionsOf(format)) {
        if (!isRead({ ending: format.ending, options })) continue;
        files.push(await writeFile(folder, name, format, graph, options));
      }
    }
  }
  return files;
}

/** Each value of each option of a format, with the defaults of the others. */
function optionsOf({ parameters }: FileFormat): readonly FormatOptions[] {
  const directions = (parameters.direction ?? []).map((direction) => ({ direction }));
  const versions = (parameters.version ?? []).map((version) => ({ version }));
  return [{}, ...directions.slice(1), ...versions.slice(1)];
}

async function writeFile(
  folder: string,
  name: string,
  format: FileFormat,
  graph: ExchangedGraph,
  options: FormatOptions,
): Promise<WrittenFile> {
  const { ending, parameters } = format;
  const told = [options.direction, options.version].filter((option) => option !== undefined);
  const title = [`${name}.${ending}`, ...told].join(' ');
  const path = join(folder, `${[name, ...told].join('-').replaceAll(' ', '-')}.${ending}`);
  writeFileSync(path, await wholeFileOf(format, graph, options));
  // Of formats that do not take it, files say of each edge what is true.
  const direction = options.direction ?? parameters.direction?.[0] ?? 'mixed';
  return { path, title, ending, options, written: contentsOf(graph, ending, direction) };
}

/** What a reader should find. Formats of JSON have texts as they are; the others replace what they cannot have. */
function contentsOf(graph: ExchangedGraph, ending: string, direction: Direction): Contents {
  // A workbook has the roles and the overlaps; what else is in it has other forms.
  const isWorkbook = ending === 'xlsx';
  const nodes = graph.nodes.filter(({ kind }) => !isWorkbook || kind === 'ROLE');
  const edges = [...graph.edges].filter(({ kind }) => !isWorkbook || kind === 'OVERLAPS_WITH');
  const weights = edges.map((edge) => (ending === 'dot' ? dotWeight(edge) : edge.weight));
  const directed = { directed: edges, undirected: [], mixed: edges.filter(isDirected) }[direction];
  return {
    nodes: nodes.length,
    edges: edges.length,
    directed: directed.length,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
    labels: nodes.map(({ label }) => shownLabel(label, ending)).sort(),
  };
}

function shownLabel(label: string, ending: string): string {
  if (/(?:json|cyjs)$/.test(ending)) return label;
  const clean = cleanText(label);
  if (ending.includes('csv')) return /^[=+\-@\t\r]/.test(clean) ? `'${clean}` : clean;
  if (ending === 'xlsx') return clean.replaceAll(/\r\n?/g, '\n').replaceAll('\ufffd', '□');
  if (ending === 'dot') return clean.replaceAll(/\r\n?/g, '\n');
  return ending === 'mmd' ? clean.replaceAll(/\s+/g, ' ') : clean;
}
