import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { resolveName } from '../../../src/graph/names/resolved-name.ts';
import { nodeKinds, type NodeKind } from '../../../src/graph/nodes/node-kind.ts';
import { ownNameOf } from '../../../src/graph/nodes/node.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { catalogWith, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

const graph = CatalogGraph.of(
  graphOfCatalog(
    catalogWith({
      pillars: [
        { slug: 'security', name: 'Security' },
        { slug: 'cost', name: 'Cost Optimization' },
        { slug: 'green', name: 'Sustainability' },
      ],
      organizationTypes: [
        { slug: 'msp', name: 'Managed Service Provider' },
        { slug: 'vendor', name: 'Vendor' },
      ],
      categories: [
        { slug: 'infra', name: 'Infrastructure & Network', pillar: 'security' },
        { slug: 'arch', name: 'Architecture', pillar: 'cost' },
        { slug: 'arch', name: 'Architecture', pillar: 'green' },
        { slug: 'support', name: 'Support', organizationTypes: ['msp', 'vendor'], relation: 'inside' },
      ],
      topics: [
        { slug: 'resilience', name: 'Resilience' },
        { slug: 'security', name: 'Security' },
      ],
      roles: [
        { slug: 'sre', title: 'Site Reliability Engineer', alternateTitles: ['Reliability Engineer', 'Build Lead'] },
        { slug: 're', title: 'Reliability Engineer' },
        { slug: 'ci', title: 'CI/CD Engineer', alternateTitles: ['Build Lead'] },
      ],
    }),
  ).structure,
);

/** What a text means: an id, several, or none. */
function meant(given: string, kinds: readonly NodeKind[]): string {
  const resolved = resolveName(graph, given, kinds);
  switch (resolved.kind) {
    case 'FOUND':
      return resolved.node.id;
    case 'AMBIGUOUS':
      return resolved.nodes.map(({ id }) => id).join(', ');
    case 'OTHER_KIND':
      return `is a ${resolved.node.kind}`;
    case 'RETIRED':
      return 'retired';
    case 'UNKNOWN':
      return 'unknown';
  }
}

const groups = ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] as const;

describe('a group', () => {
  test.each([
    ['its id', 'pillar:security', 'pillar:security'],
    ['its name', ' cost-OPTIMIZATION', 'pillar:cost'],
    ['its slug', 'MSP', 'organization-type:msp'],
    ['its kind and name', 'Organization type: Vendor', 'organization-type:vendor'],
    ['its kind and slug', 'pillar:Green', 'pillar:green'],
    ['the name of a category', 'infrastructure and network', 'category:security/infra'],
    ['a category and its owner', 'Architecture (Sustainability)', 'category:green/arch'],
    ['a category and all its owners', 'Support (Managed Service Provider and Vendor)', 'category:msp/support'],
    ['a category and one of its owners', 'support (vendor)', 'category:msp/support'],
    ['the names of the owner and the category', 'Cost Optimization/Architecture', 'category:cost/arch'],
    ['the slugs of any owner and the category', 'vendor/support', 'category:msp/support'],
    ['the kind and names of the owner and the category', 'category:Sustainability/architecture', 'category:green/arch'],
    ['a name that several categories have', 'architecture', 'category:cost/arch, category:green/arch'],
    ['the id of something else', 'topic:resilience', 'is a TOPIC'],
    ['the title of something else', 'reliability engineer', 'is a ROLE'],
    ['a name that nothing has', 'Secrity', 'unknown'],
    ['an owner without the category', 'security/architecture', 'unknown'],
    ['nothing', '', 'unknown'],
    ['no letter', '—/:', 'unknown'],
  ])('by %s: %j', (_how, given, expected) => {
    expect(meant(given, groups)).toBe(expected);
  });
});

test('a role is found by its own title before alternate ones of others', () => {
  expect(meant('Reliability Engineer', ['ROLE'])).toBe('role:re');
  expect(meant('build lead', ['ROLE'])).toBe('role:ci, role:sre');
  expect(meant('CI/CD engineer', ['ROLE'])).toBe('role:ci');
});

test('a name that nodes of several kinds have means the one whose kind is wanted', () => {
  expect(meant('Security', groups)).toBe('pillar:security');
  expect(meant('Security', ['TOPIC', 'RESPONSIBILITY'])).toBe('topic:security');
  expect(meant('Security', ['TOPIC', 'PILLAR'])).toBe('topic:security, pillar:security');
});

test('a long text of colons and slashes means nothing, and takes no long time', () => {
  expect(meant('pillar:'.repeat(20_000), groups)).toBe('unknown');
  expect(meant('/'.repeat(100_000), groups)).toBe('unknown');
});

test('an id means its node in every catalog, and a title or name a node that has it', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const any = CatalogGraph.of(graphOfCatalog(catalog).structure);
      for (const node of any.nodes()) {
        expect(resolveName(any, node.id, nodeKinds)).toEqual({ kind: 'FOUND', node });
        if (node.kind === 'APPEARANCE') continue;
        const resolved = resolveName(any, ownNameOf(node), [node.kind]);
        if (resolved.kind === 'FOUND') expect(resolved.node).toBe(node);
        else expect(resolved.kind === 'AMBIGUOUS' && resolved.nodes).toContain(node);
      }
    }),
  );
});
