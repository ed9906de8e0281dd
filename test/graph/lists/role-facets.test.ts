import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { groupKinds } from '../../../src/graph/nodes/node-kind.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { groupFacets, topicFacets, type Facet } from '../../../src/graph/lists/role-facets.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { BruteForce } from '../../support/catalogs/brute-force.ts';
import { smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const plainly = (facets: readonly Facet<{ readonly id: string }>[]) =>
  facets.map(({ node, roleCount }) => [node.id, roleCount] as const);

/** What some roles of a list have, by how many these are; ids in the catalog's order. */
function plainFacets(ids: readonly string[], listed: readonly string[], holders: (id: string) => ReadonlySet<string>) {
  return (
    ids
      .map((id) => [id, listed.filter((role) => holders(id).has(role)).length] as const)
      .filter(([, count]) => count > 0)
      // Stable, so that equals stay in the catalog's order.
      .toSorted(([, a], [, b]) => b - a)
  );
}

test('facets count the roles of a list that have each group and topic: most first, none without a role', () => {
  fc.assert(
    fc.property(smallCatalogs, fc.nat({ max: 511 }), (catalog, mask) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      // Backwards: the order of the list is of no account.
      const roles = graph.roles.filter(({ index }) => ((mask >> index) & 1) === 1).toReversed();
      const listed = roles.map(({ id }) => id);
      for (const kind of groupKinds) {
        const groups = plain.groups.filter((group) => group.kind === kind).map(({ id }) => id);
        expect(plainly(runToCompletion(groupFacets(graph, roles, kind)))).toEqual(
          plainFacets(groups, listed, (group) => plain.rolesIn(group)),
        );
      }
      const topics = catalog.topics.map(({ slug }) => `topic:${slug}`);
      expect(plainly(runToCompletion(topicFacets(graph, roles)))).toEqual(
        plainFacets(topics, listed, (topic) => plain.performers(topic)),
      );
    }),
    { numRuns: 300 },
  );
});
