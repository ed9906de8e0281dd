import { exchangedGraph, type ExchangedGraph, type NodeDrawing } from '../../src/exchange/exchanged-graph.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import type { Node } from '../../src/graph/nodes/node.ts';
import { defaultSelection, selectedGraph, type GraphSelection } from '../../src/graph/selection/graph-selection.ts';
import { indexesOf } from '../../src/graph/indexes/indexes.ts';
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
  told: Partial<Pick<ExchangedGraph, 'title' | 'cut' | 'drawingOf'>> = {},
): ExchangedGraph {
  const selected = runToCompletion(selectedGraph(graph, { ...defaultSelection, ...selection }));
  return exchangedGraph(graph, selected, { title: 'A selection', cut: null, ...told });
}

/** The same of a catalog that is needed only once. */
export function exchangedOf(
  catalog: Catalog,
  selection: Partial<GraphSelection> = {},
  told: Partial<Pick<ExchangedGraph, 'title' | 'cut' | 'drawingOf'>> = {},
): ExchangedGraph {
  return selectedOf(catalogGraphOf(catalog), selection, told);
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

/** The whole file. */
export function fileOf(format: FileFormat, graph: ExchangedGraph, options: FormatOptions = {}): Buffer {
  return Buffer.concat(Array.from(format.write(graph, options), (part) => Buffer.from(part)));
}
