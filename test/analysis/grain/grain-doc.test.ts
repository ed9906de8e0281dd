import { grainReport } from '../../../src/analysis/grain/grain-report.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { testDocument } from '../../support/engines/documented-queries.ts';

/** The figures of the catalog that ships, as docs/catalog-reference.md shows them. */
async function figures(): Promise<string> {
  const graph = CatalogGraph.of(graphOfCatalog(await shippedCatalog()).structure);
  const { duties, lonelyRoles, pairsOfGroups, topics } = grainReport(graph);
  const countOf = (wanted: string) => duties.filter(({ sharing }) => sharing === wanted).length;
  const sum = pairsOfGroups.PILLAR.reduce((all, { sharedDutyCount }) => all + sharedDutyCount, 0);
  const sizes = topics.map(({ dutyCount }) => dutyCount);
  return [
    '| Figure | Number |',
    '| --- | ---: |',
    `| responsibilities | ${duties.length} |`,
    `| shared across lines | ${countOf('ACROSS_LINES')} |`,
    `| shared in one place only | ${countOf('ONE_PLACE')} |`,
    `| of one role | ${countOf('ONE_ROLE')} |`,
    `| lonely roles, of ${graph.roles.length} | ${lonelyRoles.length} |`,
    `| responsibilities that pairs of pillars share, in sum | ${sum} |`,
    `| responsibilities of a topic, of ${sizes.length} topics | ${Math.min(...sizes)} to ${Math.max(...sizes)} |`,
  ].join('\n');
}

testDocument('docs/catalog-reference.md', { 'figures of the grain': figures });
