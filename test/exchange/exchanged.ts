import { exchangedGraph, type ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { defaultSelection, selectedGraph, type GraphSelection } from '../../src/graph/selection/graph-selection.ts';
import { indexesOf } from '../../src/graph/indexes/indexes.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { FileFormat, FormatOptions } from '../../src/exchange/file-format.ts';

/** A part of a catalog's graph, as formats take it. */
export function exchangedOf(catalog: Catalog, selection: Partial<GraphSelection> = {}): ExchangedGraph {
  const { structure } = graphOfCatalog(catalog);
  const graph = runToCompletion(CatalogGraph.inSteps(structure, indexesOf(structure)));
  const selected = runToCompletion(selectedGraph(graph, { ...defaultSelection, ...selection }));
  return exchangedGraph(graph, selected, { title: 'A selection', cut: null });
}

/** The whole file. */
export function fileOf(format: FileFormat, graph: ExchangedGraph, options: FormatOptions = {}): Buffer {
  return Buffer.concat(Array.from(format.write(graph, options), (part) => Buffer.from(part)));
}
