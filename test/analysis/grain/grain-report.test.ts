import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grainReport } from '../../../src/analysis/grain/grain-report.ts';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { BruteForce, type PlainLine } from '../../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

function reportOn(catalog: Catalog) {
  return grainReport(CatalogGraph.of(graphOfCatalog(catalog).structure));
}

const placeOf = ({ lineName }: PlainLine) => lineName;

/** Whether every line that names one of two roles names the other. */
function areCoTitled(plain: BruteForce, role: string, other: string): boolean {
  const places = (id: string) => new Set(plain.lines.filter((each) => each.role === id).map(placeOf));
  return places(role).symmetricDifference(places(other)).size === 0;
}

/** The definition, word for word: every two appearances that name a responsibility are compared. */
function plainSharing(plain: BruteForce, duty: string): string {
  const naming = plain.lines.filter(({ responsibilities }) => responsibilities.has(duty));
  const roles = new Set(naming.map(({ role }) => role));
  if (roles.size < 2) return roles.size === 0 ? 'NO_ROLE' : 'ONE_ROLE';
  const isAcross = naming.some((a) =>
    naming.some((b) => a.role !== b.role && placeOf(a) !== placeOf(b) && !areCoTitled(plain, a.role, b.role)),
  );
  return isAcross ? 'ACROSS_LINES' : 'ONE_PLACE';
}

test('responsibilities are shared, and roles lonely, by what two appearances say', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const { duties, lonelyRoles, dutiesWithoutTopic } = reportOn(catalog);
      const plain = new BruteForce(catalog);
      expect(duties.map(({ duty, sharing }) => [duty.id, sharing])).toEqual(
        plain.responsibilities.map(({ id }) => [id, plainSharing(plain, id)]),
      );
      for (const { duty, lines } of duties) {
        const naming = plain.lines.filter(({ responsibilities }) => responsibilities.has(duty.id));
        const shown = lines.flatMap(({ id }) => naming.filter((each) => each.id === id));
        expect(shown.map(placeOf).toSorted()).toEqual([...new Set(naming.map(placeOf))].toSorted());
        expect(shown).toEqual(shown.toSorted((a, b) => a.source - b.source || a.line - b.line || a.row - b.row));
      }
      const dutiesOf = (role: string) =>
        plain.lines.filter((each) => each.role === role).flatMap(({ responsibilities }) => [...responsibilities]);
      const sharing = (role: string) =>
        plain.roles
          .map(({ id }) => id)
          .filter((id) => id !== role && dutiesOf(id).some((duty) => dutiesOf(role).includes(duty)));
      const lonely = plain.roles
        .map(({ id }) => id)
        .filter((role) => sharing(role).every((other) => areCoTitled(plain, role, other)));
      expect(lonelyRoles.map(({ role, sharesWithCoTitled }) => [role.id, sharesWithCoTitled])).toEqual(
        lonely.map((role) => [role, sharing(role).length > 0]),
      );
      expect(dutiesWithoutTopic).toBe(catalog.responsibilities.filter(({ topics = [] }) => topics.length === 0).length);
    }),
    { numRuns: 300 },
  );
});

test('every pair of groups of a kind shares the responsibilities that lines of both name', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const { pairsOfGroups, topics } = reportOn(catalog);
      const plain = new BruteForce(catalog);
      const named = (group: string) =>
        new Set(
          plain.lines
            .filter(({ groups }) => groups.has(group))
            .flatMap(({ responsibilities }) => [...responsibilities]),
        );
      for (const kind of ['PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE'] as const) {
        const groups = plain.groups.filter((group) => group.kind === kind).map(({ id }) => id);
        // Sorting keeps equals in their order.
        const expected = groups
          .flatMap((a, index) =>
            groups.slice(index + 1).map((b) => [a, b, named(a).intersection(named(b)).size] as const),
          )
          .sort((a, b) => b[2] - a[2]);
        expect(pairsOfGroups[kind].map(({ groups: [a, b], sharedDutyCount }) => [a.id, b.id, sharedDutyCount])).toEqual(
          expected,
        );
      }
      expect(topics.map(({ topic, dutyCount }) => [topic.slug, dutyCount])).toEqual(
        catalog.topics
          .map(
            ({ slug }) =>
              [slug, catalog.responsibilities.filter((each) => each.topics?.includes(slug)).length] as const,
          )
          .sort((a, b) => b[1] - a[1]),
      );
    }),
  );
});

describe('in a small catalog', () => {
  const roles = ['analyst', 'backup-lead', 'backup-planner', 'coder', 'designer'].map((slug) => ({
    slug,
    title: slug,
  }));
  const catalog = catalogWith({
    pillars: [{ slug: 'security', name: 'Security' }],
    categories: [{ slug: 'all', name: 'All', pillar: 'security' }],
    topics: [
      { slug: 'backup', name: 'Backup' },
      { slug: 'code', name: 'Code' },
    ],
    responsibilities: [
      { slug: 'advise', name: 'Advise on architecture that saves costs' },
      { slug: 'suggest', name: 'Suggest ways to save costs' },
      { slug: 'restore', name: 'Restore backups', topics: ['backup'] },
      { slug: 'recover', name: 'Recover backups', topics: ['backup'] },
      { slug: 'write', name: 'Write code', topics: ['code'] },
      { slug: 'review', name: 'Write code safely', topics: ['code'] },
    ],
    roles,
    appearances: [
      line(1, 'backup-lead', 'security/all', ['restore']),
      line(1, 'backup-planner', 'security/all', ['restore']),
      line(2, 'backup-lead', 'security/all', ['restore']),
      line(2, 'backup-planner', 'security/all', ['restore']),
      line(3, 'analyst', 'security/all', ['advise', 'recover']),
      line(4, 'coder', 'security/all', ['suggest', 'write', 'review']),
      line(5, 'designer', 'security/all', ['write']),
    ],
  });
  const { duties, lonelyRoles, similar } = reportOn(catalog);

  test('two lines that always name the same roles share nothing across lines', () => {
    expect(duties.map(({ duty, sharing }) => [duty.slug, sharing])).toEqual([
      ['advise', 'ONE_ROLE'],
      ['recover', 'ONE_ROLE'],
      ['restore', 'ONE_PLACE'],
      ['suggest', 'ONE_ROLE'],
      ['write', 'ACROSS_LINES'],
      ['review', 'ONE_ROLE'],
    ]);
    expect(lonelyRoles.map(({ role, sharesWithCoTitled }) => [role.slug, sharesWithCoTitled])).toEqual([
      ['analyst', false],
      ['backup-lead', true],
      ['backup-planner', true],
    ]);
  });

  test('duties in different words are probable duplicates, unless one line names both', () => {
    expect(similar.map(({ duties: [a, b] }) => [a.slug, b.slug])).toEqual([
      ['recover', 'restore'],
      ['advise', 'suggest'],
    ]);
    expect(similar[0]?.score).toBe(1);
    expect(duties.find(({ duty }) => duty.slug === 'advise')?.nearest?.duty.slug).toBe('suggest');
    expect(duties.find(({ duty }) => duty.slug === 'review')?.nearest).toBeUndefined();
  });
});

test('a catalog without responsibilities, topics and pillars has figures, too', () => {
  expect(reportOn(catalogWith({}))).toEqual({
    duties: [],
    lonelyRoles: [],
    pairsOfGroups: { PILLAR: [], CATEGORY: [], ORGANIZATION_TYPE: [] },
    topics: [],
    dutiesWithoutTopic: 0,
    similar: [],
  });
});
