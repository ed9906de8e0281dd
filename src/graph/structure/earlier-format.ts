import { catalogOfGraph } from './catalog-of-graph.ts';
import { graphFormat, type GraphData } from './graph-data.ts';
import { graphOfCatalog } from './graph-of-catalog.ts';

/**
 * The graph of a catalog that was stored in an earlier format, as an import makes it now. What is derived at import is
 * derived again from what the catalog states: the orders of roles and responsibilities, which format 1 has by sort keys
 * without base letters ("Łódź" after "Zebra"), and with them every index of a node. The revision does not change.
 *
 * Takes as long as deriving the graph in an import. It is done each time that such a catalog is opened, until it is replaced:
 * servers may have the right to read only, and several may open it at the same time.
 */
export function inCurrentFormat(data: GraphData, format: number): GraphData {
  return format === graphFormat ? data : graphOfCatalog(catalogOfGraph(data), data.structure.revision);
}
