import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { association } from '../../src/analysis/related/association.ts';
import { mostAround, relatedByScore, relatedTo, type Related } from '../../src/analysis/related/related.ts';
import { reasonOf } from '../../src/analysis/related/related-reason.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { nodeKinds, type NodeKind } from '../../src/graph/nodes/node-kind.ts';
import { sortKey } from '../../src/text/sort-key.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { pageOf } from '../../src/graph/lists/page.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { argumentError } from '../support/argument-errors.ts';
import { BruteForce, rounded, type PlainNode } from '../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../support/catalogs/small-catalogs.ts';
import { wholeList } from '../support/whole-list.ts';

const hasRoles = ({ kind }: PlainNode) => kind !== 'SOURCE' && kind !== 'APPEARANCE';

/** The roles that a node stands for, by the words of the description. */
function rolesOf(plain: BruteForce, { id, kind }: PlainNode): ReadonlySet<string> {
  if (kind === 'RESPONSIBILITY' || kind === 'TOPIC') return plain.performers(id);
  if (kind !== 'ROLE') return plain.rolesIn(id);
  const others = plain.roles
    .filter((other) => other.id !== id && plain.areCandidates(id, other.id))
    .map((other, place) => ({ id: other.id, place, score: rounded(plain.overlap(id, other.id).score) }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  return new Set([id, ...others.slice(0, mostAround).map((other) => other.id)]);
}

interface PlainRelated {
  readonly id: string;
  readonly score: number;
  readonly shared: number;
  readonly own: number;
}

function plainRelated(plain: BruteForce, to: PlainNode, kinds: readonly NodeKind[]): readonly PlainRelated[] {
  const count = (roles: Iterable<string>) => [...roles].length;
  const weight = (roles: Iterable<string>) =>
    [...roles].reduce((sum, role) => sum + 1 / Math.max(1, plain.groupsOf(role, 'PILLAR').length), 0);
  const all = new Set(plain.roles.map(({ id }) => id));
  const structure = plain.edges().filter(({ kind }) => kind === 'PART_OF' || kind === 'ABOUT');
  const ours = rolesOf(plain, to);
  return plain
    .nodes()
    .filter((node) => hasRoles(node) && kinds.includes(node.kind) && node.id !== to.id)
    .filter(
      ({ id }) =>
        !structure.some(
          ({ source, target }) => (source === id && target === to.id) || (source === to.id && target === id),
        ),
    )
    .flatMap((node) => {
      const theirs = rolesOf(plain, node);
      const shared = ours.intersection(theirs);
      const countsBy = (measure: (roles: Iterable<string>) => number) => ({
        inBoth: measure(shared),
        inFirst: measure(ours),
        inSecond: measure(theirs),
        inAll: measure(all),
      });
      const isMore = shared.size * all.size > ours.size * theirs.size;
      const score = isMore ? rounded(association(countsBy(weight))) : 0;
      return score > 0
        ? [{ node, id: node.id, score, shared: countsBy(count).inBoth, own: countsBy(count).inSecond }]
        : [];
    })
    .sort((a, b) => b.score - a.score || compared(sortKey(a.node.label), sortKey(b.node.label)) || compared(a.id, b.id))
    .map(({ id, score, shared, own }) => ({ id, score, shared, own }));
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

test('related are all that share more roles than chance would give, most telling first, then by name and id', () => {
  const kindLists = fc.uniqueArray(fc.constantFrom<NodeKind>('ROLE', 'RESPONSIBILITY', 'TOPIC', 'PILLAR', 'CATEGORY'), {
    minLength: 1,
  });
  fc.assert(
    fc.property(smallCatalogs, fc.nat(), fc.option(kindLists, { nil: null }), (catalog, picked, kinds) => {
      const plain = new BruteForce(catalog);
      const nodes = plain.nodes().filter(hasRoles);
      const to = nodes[picked % nodes.length];
      fc.pre(to !== undefined);
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const all = runToCompletion(relatedTo(graph, to.id, kinds));
      expect(
        all.map(({ node, score, counts }) => ({
          id: node.id,
          score,
          shared: counts.inBoth,
          own: counts.inSecond,
        })),
      ).toEqual(plainRelated(plain, to, kinds ?? nodeKinds));
      for (const each of all) expect(reasonOf(each)).toContain(each.node.label);
      expect(wholeList((after) => pageOf(all, relatedByScore(to.id), { first: 2, after }))).toEqual(all);
    }),
    { numRuns: 300 },
  );
});

/** Eight roles: two keepers of backups, one of whom also stands in security as an auditor does, and five testers. */
const catalog = catalogWith({
  pillars: [
    { slug: 'reliability', name: 'Reliability' },
    { slug: 'security', name: 'Security' },
  ],
  organizationTypes: [{ slug: 'vendor', name: 'Vendor' }],
  categories: [
    { slug: 'backup', name: 'Backup Team', pillar: 'reliability' },
    { slug: 'all', name: 'All', pillar: 'security' },
    { slug: 'desk', name: 'Desk', organizationTypes: ['vendor'], relation: 'inside' },
  ],
  topics: [{ slug: 'backup', name: 'Backup' }],
  responsibilities: [
    { slug: 'verify', name: 'Verify backups', topics: ['backup'] },
    { slug: 'test', name: 'Test products', topics: [] },
    { slug: 'sign', name: 'Sign off', topics: [] },
  ],
  roles: ['keeper', 'admin', 'auditor', 't1', 't2', 't3', 't4', 't5'].map((slug) => ({ slug, title: slug })),
  appearances: [
    line(1, 'keeper', 'reliability/backup', ['verify']),
    line(2, 'admin', 'reliability/backup', ['verify']),
    line(3, 'admin', 'security/all'),
    line(4, 'auditor', 'security/all', ['sign']),
    ...['t1', 't2', 't3', 't4', 't5'].map((slug, index) => line(5 + index, slug, 'vendor/desk', ['test'])),
  ],
});
const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);

function related(to: string, kinds: readonly NodeKind[] | null = null): readonly Related[] {
  return runToCompletion(relatedTo(graph, to, kinds));
}

describe('a worked example', () => {
  test('is as calculated by hand for a duty of one role and of one in two pillars', () => {
    const [pillar] = related('responsibility:verify', ['PILLAR']);
    // admin counts 1/2: with the duty 1.5, in Reliability 1.5, both 1.5, of all 7.5 that eight roles count.
    expect(pillar).toMatchObject({
      node: { id: 'pillar:reliability' },
      counts: { inBoth: 2, inFirst: 2, inSecond: 2, inAll: 8 },
    });
    expect(pillar?.score).toBe(rounded((1.5 / 2.5) * (1.5 / 2.5)));
  });

  test('leaves out the topics of a duty and what a category is part of, from either end', () => {
    const ids = (to: string) => related(to).map(({ node }) => node.id);
    expect(ids('responsibility:verify')).not.toContain('topic:backup');
    expect(ids('topic:backup')).not.toContain('responsibility:verify');
    expect(ids('category:vendor/desk')).not.toContain('organization-type:vendor');
    expect(ids('pillar:reliability')).not.toContain('category:reliability/backup');
    expect(ids('topic:backup')).toContain('pillar:reliability');
    expect(ids('organization-type:vendor')).toContain('responsibility:test');
  });

  test('a role that stands in every pillar tells less of one than a role that stands in it alone', () => {
    const twoDuties = catalogWith({
      pillars: ['p', 'q'].map((slug) => ({ slug, name: slug })),
      categories: ['p', 'q'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
      responsibilities: ['a-universal', 'b-own'].map((slug) => ({ slug, name: slug })),
      roles: ['universal', 'own', 'x', 'y'].map((slug) => ({ slug, title: slug })),
      appearances: [
        line(1, 'universal', 'p/c', ['a-universal']),
        line(2, 'universal', 'q/c'),
        line(3, 'own', 'p/c', ['b-own']),
        line(4, 'x', 'q/c'),
        line(5, 'y', 'q/c'),
      ],
    });
    const duties = runToCompletion(
      relatedTo(CatalogGraph.of(graphOfCatalog(twoDuties).structure), 'pillar:p', ['RESPONSIBILITY']),
    );
    expect(duties.map(({ node }) => node.id)).toEqual(['responsibility:b-own', 'responsibility:a-universal']);
    const [own, universal] = duties;
    expect(own?.counts).toEqual(universal?.counts);
    expect(own?.score).toBeGreaterThan(universal?.score ?? 1);
  });
});

describe('the reason', () => {
  test.each<readonly [to: string, node: string, reason: string]>([
    [
      'responsibility:verify',
      'pillar:reliability',
      'Both roles with the duty "Verify backups" appear in Reliability, compared with 2 of all 8 roles: 4.0 times as many as expected by chance.',
    ],
    [
      'pillar:security',
      'responsibility:sign',
      '1 of the 2 roles in Security has the duty "Sign off", compared with 1 of all 8 roles: 4.0 times as many as expected by chance.',
    ],
    [
      'responsibility:sign',
      'pillar:security',
      'The one role with the duty "Sign off" appears in Security, compared with 2 of all 8 roles: 4.0 times as many as expected by chance.',
    ],
    [
      'organization-type:vendor',
      'role:t1',
      'All 5 roles in or for Vendor are around t1, compared with 5 of all 8 roles: 1.6 times as many as expected by chance.',
    ],
    [
      'role:keeper',
      'topic:backup',
      'Both roles around keeper have duties about Backup, compared with 2 of all 8 roles: 4.0 times as many as expected by chance.',
    ],
    [
      'topic:backup',
      'category:reliability/backup',
      'Both roles with duties about Backup are listed under Backup Team, compared with 2 of all 8 roles: 4.0 times as many as expected by chance.',
    ],
    [
      'responsibility:test',
      'organization-type:vendor',
      'All 5 roles with the duty "Test products" work in or for Vendor, compared with 5 of all 8 roles: 1.6 times as many as expected by chance.',
    ],
  ])('gives the reason why %s is related to %s', (to, node, reason) => {
    expect(related(to).flatMap((each) => (each.node.id === node ? [reasonOf(each)] : []))).toEqual([reason]);
  });

  test.each([
    [300, 'The one role in Security appears in Security, compared with 1 of all 300 roles: 300 times'],
    [1_500, '1,500 times'],
  ])('writes ratios as people read them for %d roles', (inAll, said) => {
    const pillar = graph.pillars[1];
    if (pillar === undefined) throw new Error('there is a second pillar');
    const counts = { inBoth: 1, inFirst: 1, inSecond: 1, inAll };
    expect(reasonOf({ node: pillar, to: pillar, score: 0.1, counts })).toContain(said);
  });

  test('gives a reason that tells a little more than chance from chance', () => {
    const pillar = graph.pillars[1];
    if (pillar === undefined) throw new Error('there is a second pillar');
    const counts = { inBoth: 26, inFirst: 50, inSecond: 50, inAll: 100 };
    expect(reasonOf({ node: pillar, to: pillar, score: 0.1, counts })).toContain(': 1.04 times as many');
  });
});

test.each<readonly [to: string, kinds: readonly NodeKind[] | null, argument: string, says: readonly string[]]>([
  ['role:nobody', null, 'to', ['"role:nobody"', 'nothing here', 'role:devops-engineer']],
  ['source:s', null, 'to', ['"source:s"', 'a source', 'organization type']],
  ['role:keeper', [], 'kinds', ['empty list']],
  ['role:keeper', ['ROLE', 'SOURCE'], 'kinds', ['SOURCE', 'ORGANIZATION_TYPE']],
  ['role:keeper', ['APPEARANCE'], 'kinds', ['APPEARANCE']],
])('refuses what is related to %s of the kinds %o', (to, kinds, argument, says) => {
  const error = argumentError(() => related(to, kinds));
  expect(error.argument).toBe(argument);
  for (const each of says) expect(error.message).toContain(each);
});

test('finds nothing related in a catalog in which everything is alike', () => {
  const alike = catalogWith({
    pillars: [{ slug: 'p', name: 'P' }],
    categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
    responsibilities: [{ slug: 'plan', name: 'Plan' }],
    roles: ['a', 'b', 'c'].map((slug) => ({ slug, title: slug })),
    appearances: ['a', 'b', 'c'].map((slug, index) => line(1 + index, slug, 'p/c', ['plan'])),
  });
  const same = CatalogGraph.of(graphOfCatalog(alike).structure);
  for (const node of same.nodes((kind) => kind !== 'SOURCE' && kind !== 'APPEARANCE')) {
    expect(runToCompletion(relatedTo(same, node.id, null))).toEqual([]);
  }
});
