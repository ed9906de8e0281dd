import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { suggestedNodes } from '../../../src/graph/names/suggested-nodes.ts';
import { SearchIndex } from '../../../src/graph/search/search-index.ts';
import type { NodeKind } from '../../../src/graph/nodes/node-kind.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { summariesOf } from '../../../src/graph/summaries.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { catalogWith } from '../../support/catalogs/small-catalogs.ts';

const data = graphOfCatalog(
  catalogWith({
    pillars: [
      { slug: 'security', name: 'Security' },
      { slug: 'green', name: 'Sustainability' },
      { slug: 'cost', name: 'Cost Optimization' },
    ],
    categories: [
      { slug: 'lifecycle', name: 'Security Lifecycle', pillar: 'security' },
      { slug: 'arch', name: 'Architecture', pillar: 'cost' },
      { slug: 'arch', name: 'Architecture', pillar: 'green' },
    ],
    responsibilities: [{ slug: 'check-restores', name: 'Verify backups' }],
    roles: ['Lead', 'Leads', 'Leader', 'Load', 'Laed', 'Lewd', 'Data Protection Officer'].map((title) => ({
      slug: title.toLowerCase().replaceAll(' ', '-'),
      title,
    })),
  }),
);
const graph = CatalogGraph.of(data.structure);
const index = runToCompletion(SearchIndex.of(graph, summariesOf(data.texts)));
const groups = ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] as const;

const suggested = (given: string, kinds: readonly NodeKind[], searched: SearchIndex | undefined = index) =>
  runToCompletion(suggestedNodes(graph, searched, given, kinds)).nodes.map(({ id }) => id);

describe('suggestions', () => {
  test.each([
    ['a misspelled name', 'Secrity', ['pillar:security', 'category:security/lifecycle']],
    ['a misspelled id', 'pillar:secrity', ['pillar:security']],
    ['an id of another kind with the right name', 'topic:security', ['pillar:security', 'category:security/lifecycle']],
    ['a misspelled category after its owner', 'green/architectre', ['category:green/arch']],
    ['a misspelled id of a category', 'category:green/arhc', ['category:green/arch']],
    ['a beginning', 'Sustain', ['pillar:green']],
    ['nothing', '', []],
    ['no letter', '—', []],
    ['what is like nothing', 'Xyzzy', []],
    ['a text that is too long', 'x'.repeat(1_000), []],
  ])('for %s', (_what, given, ids) => {
    expect(suggested(given, groups).slice(0, ids.length || 5)).toEqual(ids);
  });

  test('are what synonyms of the words find, where nothing has a name like it or its words', () => {
    const duties = ['RESPONSIBILITY'] as const;
    expect(suggested('Inspector', duties)).toEqual(['responsibility:check-restores']);
    expect(suggested('audit', duties)).toEqual(['responsibility:check-restores']);
    expect(suggested('Vermin inspections', duties)).toEqual(['responsibility:check-restores']);
  });

  test('are the nearest first, then in the order of titles', () => {
    expect(suggested('Leadd', ['ROLE'], undefined)).toEqual(['role:lead', 'role:leads', 'role:leader']);
  });

  test('say how many of them are nearest: those spelled alike, or else those that begin alike, or else those with the words', () => {
    const nearest = (given: string) => {
      const { nodes, nearestCount } = runToCompletion(suggestedNodes(graph, index, given, groups));
      return nodes.slice(0, nearestCount).map(({ id }) => id);
    };
    expect(nearest('Secrity')).toEqual(['pillar:security']);
    expect(nearest('Secrity Life')).toEqual(['category:security/lifecycle']);
    expect(nearest('lifecycle of security')).toContain('category:security/lifecycle');
    expect(nearest('Xyzzy')).toEqual([]);
  });

  test('compare an id with slugs, too, as some differ from the names', () => {
    expect(suggested('responsibility:chek-restores', ['RESPONSIBILITY'])).toEqual(['responsibility:check-restores']);
  });

  test('have nothing of a search that leaves words out', () => {
    expect(suggested('Officer of the Xyzzy', ['ROLE'])).toEqual([]);
  });

  test('find a name by its words, and only by its spelling if there is no search index', () => {
    expect(suggested('officer for data protection', ['ROLE'])).toContain('role:data-protection-officer');
    const { nodes } = runToCompletion(suggestedNodes(graph, undefined, 'officer for data protection', ['ROLE']));
    expect(nodes).toEqual([]);
  });
});

test('suggestions among many roles are looked for in steps, 64 roles each', () => {
  const large = CatalogGraph.of(graphOfCatalog(generatedCatalog({ roles: 2_000, seed: 1 })).structure);
  const [role] = large.roles;
  const steps = suggestedNodes(large, undefined, `${role?.title ?? ''}x`, ['ROLE']);
  let count = 0;
  for (;;) {
    const { done, value } = steps.next();
    count++;
    if (done !== true) continue;
    expect(value.nodes[0]).toBe(role);
    break;
  }
  expect(count).toBeGreaterThan(2_000 / 64);
});
