import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparisonOfRoles, type RoleTraits } from '../../src/analysis/comparisons/role-comparison.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { roleOverlapOf } from '../../src/graph/overlaps/role-overlaps.ts';
import { BruteForce, pairsOf } from '../support/catalogs/brute-force.ts';
import { smallCatalogs } from '../support/catalogs/small-catalogs.ts';

/** Everything that a role has, each kind in its order. */
function plainTraits(plain: BruteForce, role: string) {
  const responsibilities = plain.responsibilities.map(({ id }) => id).filter((id) => plain.traitsOf(role).has(id));
  const topics = new Set(responsibilities.flatMap((id) => plain.topicsOf(id)));
  return {
    pillars: plain.groupsOf(role, 'PILLAR'),
    organizationTypes: plain.groupsOf(role, 'ORGANIZATION_TYPE'),
    categories: plain.groupsOf(role, 'CATEGORY'),
    topics: plain.catalog.topics.map(({ slug }) => `topic:${slug}`).filter((id) => topics.has(id)),
    responsibilities,
  };
}

type PlainTraits = ReturnType<typeof plainTraits>;

function filteredTraits(traits: PlainTraits, holds: (id: string) => boolean): PlainTraits {
  return {
    pillars: traits.pillars.filter(holds),
    organizationTypes: traits.organizationTypes.filter(holds),
    categories: traits.categories.filter(holds),
    topics: traits.topics.filter(holds),
    responsibilities: traits.responsibilities.filter(holds),
  };
}

function idsOf(traits: RoleTraits): PlainTraits {
  const ids = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);
  return {
    pillars: ids(traits.pillars),
    organizationTypes: ids(traits.organizationTypes),
    categories: ids(traits.categories),
    topics: ids(traits.topics),
    responsibilities: ids(traits.responsibilities),
  };
}

test('roles share what all of them have, and each brings what no other of them has', () => {
  const picks = fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(smallCatalogs, picks, (catalog, picked) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const roles = picked.flatMap((place) => graph.roles[place] ?? []);
      const [first] = roles;
      if (first === undefined || roles.length < 2) return;
      const sets = new Map(
        roles.map(({ id }) => [id, new Set(Object.values(plainTraits(plain, id)).flatMap((ids) => [...ids]))]),
      );
      const has = (role: string, trait: string) => sets.get(role)?.has(trait) === true;
      const comparison = comparisonOfRoles(graph, roles);
      expect(comparison.roles).toEqual(roles);
      expect(idsOf(comparison.shared)).toEqual(
        filteredTraits(plainTraits(plain, first.id), (trait) => roles.every(({ id }) => has(id, trait))),
      );
      expect(comparison.distinct.map(({ role }) => role)).toEqual(roles);
      for (const { role, traits } of comparison.distinct) {
        const others = roles.filter((other) => other !== role);
        expect(idsOf(traits)).toEqual(
          filteredTraits(plainTraits(plain, role.id), (trait) => others.every(({ id }) => !has(id, trait))),
        );
      }
      expect(comparison.overlaps).toEqual(pairsOf(roles).map(([a, b]) => roleOverlapOf(graph, a, b)));
    }),
    { numRuns: 300 },
  );
});
