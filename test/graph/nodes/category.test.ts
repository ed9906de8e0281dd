import { describe, expect, test } from 'vitest';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { catalogWith } from '../../support/catalogs/small-catalogs.ts';

describe('the label of a category', () => {
  const graph = CatalogGraph.of(
    graphOfCatalog(
      catalogWith({
        pillars: [
          { slug: 'cost', name: 'Cost' },
          { slug: 'green', name: 'Sustainability' },
        ],
        organizationTypes: [
          { slug: 'msp', name: 'MSP' },
          { slug: 'vendor', name: 'Vendor' },
        ],
        categories: [
          { slug: 'arch', name: 'Architecture & Engineering', pillar: 'cost' },
          { slug: 'arch', name: 'Architecture and engineering', pillar: 'green' },
          {
            slug: 'arch',
            name: 'Architecture & Engineering',
            organizationTypes: ['vendor', 'msp'],
            relation: 'inside',
          },
          { slug: 'only', name: 'Only here', pillar: 'cost' },
        ],
      }),
    ).structure,
  );
  const labelOf = (id: string) => graph.node(id)?.label;

  test('is its name if no other category has that name', () => {
    expect(labelOf('category:cost/only')).toBe('Only here');
  });

  test('adds the owners if another category has the name, however it is spelled', () => {
    expect(labelOf('category:cost/arch')).toBe('Architecture & Engineering (Cost)');
    expect(labelOf('category:green/arch')).toBe('Architecture and engineering (Sustainability)');
    expect(labelOf('category:vendor/arch')).toBe('Architecture & Engineering (MSP and Vendor)');
  });

  test('leaves the name as it is', () => {
    expect(graph.categories.map(({ name }) => name)).toEqual([
      'Architecture & Engineering',
      'Architecture and engineering',
      'Architecture & Engineering',
      'Only here',
    ]);
  });
});
