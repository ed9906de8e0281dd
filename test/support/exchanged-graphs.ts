import {
  defaultBaseIri,
  exchangedGraph,
  type ExchangedGraph,
  type NodeDrawing,
  type ToldOfGraph,
} from '../../src/exchange/exchanged-graph.ts';
import { itemAt } from '../../src/collections/item-at.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import type { Node } from '../../src/graph/nodes/node.ts';
import { defaultSelection, selectedGraph, type GraphSelection } from '../../src/graph/selection/graph-selection.ts';
import { indexesOf } from '../../src/graph/indexes/indexes.ts';
import type { GraphTexts, TextKeys } from '../../src/graph/structure/graph-data.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { FileFormat, FormatOptions } from '../../src/exchange/file-format.ts';

/** The whole graph of a catalog, for several selections of it. */
export function catalogGraphOf(catalog: Catalog): CatalogGraph {
  const { structure } = graphOfCatalog(catalog);
  return runToCompletion(CatalogGraph.inSteps(structure, indexesOf(structure)));
}

/** A part of a catalog's graph, as formats take it. */
export function selectedOf(
  graph: CatalogGraph,
  selection: Partial<GraphSelection> = {},
  told: Partial<ToldOfGraph> = {},
): ExchangedGraph {
  const selected = runToCompletion(selectedGraph(graph, { ...defaultSelection, ...selection }));
  return exchangedGraph(graph, selected, {
    title: 'A selection',
    cut: null,
    importedAt: new Date('2026-11-30T12:34:56Z'),
    address: null,
    baseIri: defaultBaseIri,
    texts: () => Promise.reject(new Error('this test has no texts')),
    ...told,
  });
}

/** The same of a catalog that is needed only once. */
export function exchangedOf(
  catalog: Catalog,
  selection: Partial<GraphSelection> = {},
  told: Partial<ToldOfGraph> = {},
): ExchangedGraph {
  return selectedOf(catalogGraphOf(catalog), selection, { texts: textsOf(catalog), ...told });
}

/** The texts of a catalog, as a store gives them. */
export function textsOf(catalog: Catalog): (keys: TextKeys) => Promise<GraphTexts> {
  const { texts } = graphOfCatalog(catalog);
  return (keys) =>
    Promise.resolve({
      responsibilitySummaries: keys.responsibilitySummaries.map((index) =>
        itemAt(texts.responsibilitySummaries, index),
      ),
      roleSummaries: keys.roleSummaries.map((index) => itemAt(texts.roleSummaries, index)),
      appearances: keys.appearances.map((index) => itemAt(texts.appearances, index)),
    });
}

/** Some drawing, which depends on the node only. */
export function someDrawingOf({ id, kind }: Node): NodeDrawing {
  const hash = Array.from(id).reduce((sum, character) => (31 * sum + character.charCodeAt(0)) % 1_000, 7);
  return {
    x: hash - 500,
    y: ((hash * 7) % 1_000) - 499.5,
    size: 10 + (hash % 5),
    color: colorOf(kind),
    community: hash % 4,
  };
}

function colorOf(kind: Node['kind']): string {
  return kind === 'ROLE' ? '#0072b2' : '#d55e00';
}

/** The whole file of a format that needs nothing from the store. */
export function fileOf(format: FileFormat, graph: ExchangedGraph, options: FormatOptions = {}): Buffer {
  const parts = format.write(graph, options);
  if (!(Symbol.iterator in parts)) throw new Error(`${format.name} is written asynchronously`);
  return Buffer.concat(Array.from(parts, (part) => Buffer.from(part)));
}

/** The whole file of any format. */
export async function wholeFileOf(
  format: FileFormat,
  graph: ExchangedGraph,
  options: FormatOptions = {},
): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of format.write(graph, options)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
