import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { itemAt } from '../../../src/collections/item-at.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { holdersByEvidence, holdersOf } from '../../../src/graph/lists/holders.ts';
import { pageOf } from '../../../src/graph/lists/page.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { isGroup } from '../../../src/graph/nodes/node.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { BruteForce, rounded, type PlainLine } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { wholeList } from '../../support/whole-list.ts';

const placeCount = (lines: readonly PlainLine[]) => new Set(lines.map(({ lineName }) => lineName)).size;

test('the holders of a responsibility are its roles, most lines first, with their share of all its lines', () => {
  fc.assert(
    fc.property(smallCatalogs, fc.nat({ max: 15 }), (catalog, at) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const plain = new BruteForce(catalog);
      const group = plain.groups[at]?.id;
      const node = group === undefined ? undefined : graph.node(group);
      for (const responsibility of graph.responsibilities) {
        const holders = runToCompletion(holdersOf(responsibility, node && isGroup(node) ? node : undefined));
        const naming = plain.lines.filter(
          ({ groups, responsibilities }) =>
            responsibilities.has(responsibility.id) && (group === undefined || groups.has(group)),
        );
        // The roles stand by title and id, and sorting is stable.
        const expected = plain.roles
          .map(({ id }) => ({ id, lineCount: placeCount(naming.filter(({ role }) => role === id)) }))
          .filter(({ lineCount }) => lineCount > 0)
          .sort(
            (a, b) =>
              b.lineCount - a.lineCount || plain.responsibilitiesOf(a.id).size - plain.responsibilitiesOf(b.id).size,
          )
          .map((each) => ({ ...each, share: rounded(each.lineCount / placeCount(naming)) }));
        expect(holders.map(({ role, ...numbers }) => ({ id: role.id, ...numbers }))).toEqual(expected);
        expect(wholeList((after) => pageOf(holders, holdersByEvidence, { first: 1, after }))).toEqual(holders);
      }
    }),
    { numRuns: 200 },
  );
});

describe('of the holders of a responsibility', () => {
  const catalog = catalogWith({
    pillars: [{ slug: 'reliability', name: 'Reliability' }],
    categories: [
      { slug: 'backup', name: 'Backup', pillar: 'reliability' },
      { slug: 'other', name: 'Other', pillar: 'reliability' },
    ],
    responsibilities: ['verify', 'restore', 'plan'].map((slug) => ({ slug, name: slug })),
    roles: ['allrounder', 'backup-administrator', 'often'].map((slug) => ({ slug, title: slug })),
    appearances: [
      line(1, 'allrounder', 'reliability/backup', ['verify', 'restore', 'plan']),
      line(1, 'often', 'reliability/backup', ['verify', 'restore', 'plan']),
      line(2, 'often', 'reliability/other', ['verify']),
      line(2, 'often', 'reliability/backup', ['verify']),
      line(3, 'backup-administrator', 'reliability/backup', ['verify']),
    ],
  });
  const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
  const verify = itemAt(graph.responsibilities, 2);

  test('the one that most lines name comes first, then the one that does little else', () => {
    expect(
      runToCompletion(holdersOf(verify)).map(({ role, lineCount, share }) => [role.slug, lineCount, share]),
    ).toEqual([
      ['often', 2, 0.666667],
      ['backup-administrator', 1, 0.333333],
      ['allrounder', 1, 0.333333],
    ]);
  });

  test('only the lines of a group count where one is given', () => {
    const other = itemAt(graph.categories, 1);
    expect(
      runToCompletion(holdersOf(verify, other)).map(({ role, lineCount, share }) => [role.slug, lineCount, share]),
    ).toEqual([['often', 1, 1]]);
  });
});
