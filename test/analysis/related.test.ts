import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { association, type Counts } from '../../src/analysis/related/association.ts';
import { mostClosest } from '../../src/analysis/related/direct-relations.ts';
import {
  appearancesBehind,
  relatedByScore,
  relatedTo,
  relations,
  type Related,
} from '../../src/analysis/related/related.ts';
import { reasonOf } from '../../src/analysis/related/related-reason.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { edgeKindsOfDoing } from '../../src/graph/nodes/edge-kind.ts';
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

/** The roles that a role overlaps with most, strongest first. */
function overlapsOf(plain: BruteForce, id: string): readonly { readonly id: string; readonly score: number }[] {
  return plain.roles
    .filter((other) => other.id !== id && plain.areCandidates(id, other.id))
    .map((other, place) => ({ id: other.id, place, score: rounded(plain.overlap(id, other.id).score) }))
    .sort((a, b) => b.score - a.score || a.place - b.place);
}

/** The roles that a node stands for, by the words of the description. */
function rolesOf(plain: BruteForce, { id, kind }: PlainNode): ReadonlySet<string> {
  if (kind === 'RESPONSIBILITY' || kind === 'TOPIC') return plain.performers(id);
  if (kind !== 'ROLE') return plain.rolesIn(id);
  return new Set([
    id,
    ...overlapsOf(plain, id)
      .slice(0, mostClosest)
      .map((other) => other.id),
  ]);
}

interface PlainRelated {
  readonly id: string;
  readonly relation: Related['relation'];
  readonly score: number;
  readonly evidence: number;
}

const size = (items: Iterable<unknown>) => [...items].length;

/** The duties of a role that are a duty, or about a topic. */
function dutiesAbout(plain: BruteForce, role: string, to: string): readonly string[] {
  return [...plain.responsibilitiesOf(role)].filter((duty) => duty === to || plain.topicsOf(duty).includes(to));
}

/** How many distinct lines give a role each of some duties, in all. */
function statements(plain: BruteForce, role: string, duties: readonly string[]): number {
  const lines = duties.map((duty) => plain.linesOf(role).filter(({ responsibilities }) => responsibilities.has(duty)));
  return lines.reduce((sum, naming) => sum + new Set(naming.map(({ lineName }) => lineName)).size, 0);
}

function specificity(plain: BruteForce, role: string, group: string): number {
  const shareIn = (isAbout: (duty: string) => boolean) => {
    const places = plain.lines.flatMap(({ groups, responsibilities }) =>
      [...responsibilities].filter(isAbout).map(() => groups.has(group)),
    );
    return places.filter((isIn) => isIn).length / places.length;
  };
  const shares = plain.linesOf(role).flatMap(({ responsibilities }) =>
    [...responsibilities].map((duty) => {
      const topics = plain.topicsOf(duty);
      if (topics.length === 0) return shareIn((other) => other === duty);
      return Math.max(...topics.map((topic) => shareIn((other) => plain.topicsOf(other).includes(topic))));
    }),
  );
  return rounded(shares.reduce((sum, share) => sum + share, 0) / (shares.length + 1));
}

function plainDirect(plain: BruteForce, { id, kind }: PlainNode): readonly PlainRelated[] {
  const ratio = (part: number, whole: number) => rounded(part / whole);
  if (kind === 'ROLE') {
    const duties = [...plain.responsibilitiesOf(id)];
    const topics = new Set(duties.flatMap((duty) => plain.topicsOf(duty)));
    return [
      ...[...topics].map((topic) => ({
        id: topic,
        relation: 'TOPIC' as const,
        score: ratio(statements(plain, id, dutiesAbout(plain, id, topic)), statements(plain, id, duties)),
        evidence: ratio(1, plain.performers(topic).size),
      })),
      ...overlapsOf(plain, id)
        .map((other) => {
          const shared = plain.traitsOf(id).intersection(plain.traitsOf(other.id));
          const count = (kind: string) => [...shared].filter((trait) => trait.startsWith(kind)).length;
          const duties = count('responsibility:');
          return duties > 0
            ? { id: other.id, score: other.score, relation: 'SHARES_DUTIES' as const, evidence: duties }
            : {
                id: other.id,
                score: other.score,
                relation: 'SHARES_CATEGORIES' as const,
                evidence: count('category:'),
              };
        })
        .sort((a, b) => relations.indexOf(a.relation) - relations.indexOf(b.relation))
        .slice(0, mostClosest),
    ];
  }
  if (kind === 'RESPONSIBILITY' || kind === 'TOPIC') {
    const performers = [...plain.performers(id)].map((role) => ({ role, duties: dutiesAbout(plain, role, id) }));
    const all = performers.reduce((sum, { role, duties }) => sum + statements(plain, role, duties), 0);
    return performers.map(({ role, duties }) => ({
      id: role,
      relation: 'PERFORMS',
      score: ratio(statements(plain, role, duties), all),
      evidence: isResponsible(plain, role, id) ? ratio(duties.length, plain.responsibilitiesOf(role).size) : 0,
    }));
  }
  return [...plain.rolesIn(id)].map((role) => ({
    id: role,
    relation: 'MEMBER',
    score: specificity(plain, role, id),
    evidence: plain.linesOf(role, id).length,
  }));
}

/** Whether a role does a duty, according to at least one line, or has it only because it answers for it. */
function isResponsible(plain: BruteForce, role: string, id: string): boolean {
  return id.startsWith('topic:') || plain.involved(['RESPONSIBLE'], [id]).has(role);
}

function plainAssociated(plain: BruteForce, to: PlainNode): readonly PlainRelated[] {
  const weight = (roles: Iterable<string>) =>
    [...roles].reduce((sum, role) => sum + 1 / Math.max(1, plain.groupsOf(role, 'PILLAR').length), 0);
  const all = new Set(plain.roles.map(({ id }) => id));
  // Who is only consulted or informed has nothing to do with it yet.
  const structure = plain.edges().filter(({ kind }) => kind !== 'OVERLAPS_WITH' && edgeKindsOfDoing.includes(kind));
  const ours = rolesOf(plain, to);
  const isStated = (node: PlainNode) =>
    to.kind === 'ROLE'
      ? node.kind === 'ROLE' ||
        dutiesAbout(plain, to.id, node.id).length > 0 ||
        structure.some(({ source, target }) => source === to.id && target === node.id)
      : node.kind === 'ROLE'
        ? ours.has(node.id)
        : structure.some(
            ({ source, target }) => [source, target].includes(node.id) && [source, target].includes(to.id),
          );
  return plain
    .nodes()
    .filter((node) => hasRoles(node) && node.id !== to.id && !isStated(node))
    .flatMap((node) => {
      const theirs = rolesOf(plain, node);
      const shared = ours.intersection(theirs);
      const isMore = shared.size * all.size >= 1.5 * ours.size * theirs.size && (shared.size > 1 || ours.size === 1);
      const [inBoth, inFirst, inSecond, inAll] = [weight(shared), weight(ours), weight(theirs), weight(all)];
      const score = isMore ? rounded(association({ inBoth, inFirst, inSecond, inAll })) : 0;
      return score > 0 ? [{ id: node.id, relation: 'ASSOCIATION' as const, score, evidence: size(shared) }] : [];
    });
}

function plainRelated(plain: BruteForce, to: PlainNode, kinds: readonly NodeKind[]): readonly PlainRelated[] {
  const nodes = new Map(plain.nodes().map((node) => [node.id, node]));
  const keyOf = (id: string) => sortKey(nodes.get(id)?.label ?? '');
  return [...plainDirect(plain, to), ...plainAssociated(plain, to)]
    .filter(({ id }) => kinds.some((kind) => nodes.get(id)?.kind === kind))
    .sort(
      (a, b) =>
        relations.indexOf(a.relation) - relations.indexOf(b.relation) ||
        b.score - a.score ||
        b.evidence - a.evidence ||
        compared(keyOf(a.id), keyOf(b.id)) ||
        compared(a.id, b.id),
    );
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

test('lists first what the catalog connects with a node, then what shares more roles with it than expected by chance', () => {
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
      expect(all.map(({ node, relation, score, evidence }) => ({ id: node.id, relation, score, evidence }))).toEqual(
        plainRelated(plain, to, kinds ?? nodeKinds),
      );
      for (const each of all) {
        expect(reasonOf(each)).toContain(each.node.label);
        expect(reasonOf(each)).not.toMatch(/undefined|NaN|, ,| {2}/);
        expect(appearancesBehind(each).length > 0).toBe(['PERFORMS', 'MEMBER', 'TOPIC'].includes(each.relation));
      }
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

  test('specificity to a group is as calculated by hand for a role of two groups and a duty without a topic', () => {
    const guarded = catalogWith({
      pillars: ['safety', 'ops'].map((slug) => ({ slug, name: slug })),
      categories: ['safety', 'ops'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
      topics: ['locks', 'talks'].map((slug) => ({ slug, name: slug })),
      responsibilities: [
        { slug: 'lock', name: 'Lock', topics: ['locks'] },
        { slug: 'brief', name: 'Brief', topics: ['talks'] },
        { slug: 'walk', name: 'Walk', topics: [] },
      ],
      roles: ['guard', 'speaker', 'host', 'nobody'].map((slug) => ({ slug, title: slug })),
      appearances: [
        line(1, 'guard', 'safety/c', ['lock', 'walk']),
        line(2, 'guard', 'ops/c', ['lock']),
        line(3, 'speaker', 'safety/c', ['brief']),
        line(4, 'host', 'ops/c', ['brief']),
        line(5, 'host', 'ops/c', ['brief', 'walk']),
        line(6, 'nobody', 'safety/c'),
      ],
    });
    const members = runToCompletion(
      relatedTo(CatalogGraph.of(graphOfCatalog(guarded).structure), 'pillar:safety', ['ROLE']),
    ).filter(({ relation }) => relation === 'MEMBER');
    // In safety are 1 of 2 statements about locks, 1 of 3 about talks, and 1 of 2 with the duty to walk.
    expect(members.map(({ node, score }) => [node.id, score])).toEqual([
      ['role:guard', rounded((1 / 2 + 1 / 2 + 1 / 2) / (3 + 1))],
      ['role:speaker', rounded(1 / 3 / (1 + 1))],
      ['role:nobody', 0],
    ]);
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

  test('leaves out what one of several roles has, which is a coincidence', () => {
    const ids = related('pillar:security').map(({ node }) => node.id);
    expect(ids).not.toContain('responsibility:sign');
    expect(related('role:auditor').map(({ node }) => node.id)).not.toContain('topic:backup');
    expect(related('responsibility:sign').map(({ node }) => node.id)).toContain('pillar:security');
  });

  test('roles that share a duty come before roles that are only listed with a role, though these overlap more', () => {
    const overlapping = catalogWith({
      pillars: [{ slug: 'p', name: 'P' }],
      categories: ['a', 'b'].map((slug) => ({ slug, name: slug, pillar: 'p' })),
      responsibilities: ['shared', 'd1', 'd2', 'd3'].map((slug) => ({ slug, name: slug })),
      roles: ['asked', 'listed', 'doer'].map((slug) => ({ slug, title: slug })),
      appearances: [
        line(1, 'asked', 'p/a', ['shared']),
        line(2, 'listed', 'p/a'),
        line(3, 'doer', 'p/b', ['shared', 'd1', 'd2', 'd3']),
      ],
    });
    const found = runToCompletion(
      relatedTo(CatalogGraph.of(graphOfCatalog(overlapping).structure), 'role:asked', ['ROLE']),
    );
    expect(found.map(({ node, relation }) => [node.id, relation])).toEqual([
      ['role:doer', 'SHARES_DUTIES'],
      ['role:listed', 'SHARES_CATEGORIES'],
    ]);
    expect(found[1]?.score).toBeGreaterThan(found[0]?.score ?? 1);
  });

  test('a role that stands in every pillar tells less of one than a role that stands in it alone', () => {
    const twoDuties = catalogWith({
      pillars: ['p', 'q'].map((slug) => ({ slug, name: slug })),
      categories: ['p', 'q'].map((pillar) => ({ slug: 'c', name: 'C', pillar })),
      responsibilities: ['a-universal', 'b-own'].map((slug) => ({ slug, name: slug })),
      roles: ['u1', 'u2', 'o1', 'o2', 'x', 'y'].map((slug) => ({ slug, title: slug })),
      appearances: [
        ...['u1', 'u2'].map((slug, index) => line(1 + index, slug, 'p/c', ['a-universal'])),
        ...['o1', 'o2'].map((slug, index) => line(3 + index, slug, 'p/c', ['b-own'])),
        ...['u1', 'u2', 'x', 'y'].map((slug, index) => line(5 + index, slug, 'q/c')),
      ],
    });
    const duties = runToCompletion(
      relatedTo(CatalogGraph.of(graphOfCatalog(twoDuties).structure), 'pillar:p', ['RESPONSIBILITY']),
    );
    expect(duties.map(({ node }) => node.id)).toEqual(['responsibility:b-own', 'responsibility:a-universal']);
    const [own, universal] = duties;
    expect(own?.evidence).toEqual(universal?.evidence);
    expect(own?.score).toBeGreaterThan(universal?.score ?? 1);
  });
});

/** An association of two pillars with some counts. */
function associated(counts: Counts): Related {
  const pillar = graph.pillars[1];
  if (pillar === undefined) throw new Error('there is a second pillar');
  return { relation: 'ASSOCIATION', node: pillar, to: pillar, score: 0.1, evidence: counts.inBoth, counts };
}

describe('the reason', () => {
  test.each<readonly [to: string, node: string, reason: string]>([
    [
      'responsibility:verify',
      'pillar:reliability',
      'Both roles with the duty "Verify backups" appear in Reliability, compared with 2 of all 8 roles: 4.0 times as many as expected by chance.',
    ],
    [
      'responsibility:sign',
      'pillar:security',
      'The one role with the duty "Sign off" appears in Security, compared with 2 of all 8 roles: 4.0 times as many as expected by chance.',
    ],
    [
      'organization-type:vendor',
      'role:t1',
      't1 works in or for Vendor with the duty "Test products". Vendor has 100% of all that is said about "Test products".',
    ],
    [
      'pillar:reliability',
      'role:keeper',
      'keeper appears in Reliability with the duty "Verify backups". Reliability has 100% of all that is said about Backup.',
    ],
    ['pillar:security', 'role:admin', 'admin appears in Security; no line there gives it a duty.'],
    ['responsibility:verify', 'role:keeper', 'keeper has the duty "Verify backups", its only one.'],
    ['topic:backup', 'role:keeper', 'The only duty of keeper is about Backup: "Verify backups".'],
    ['role:keeper', 'topic:backup', 'The only duty of keeper is about Backup: "Verify backups".'],
    ['role:keeper', 'role:admin', 'keeper and admin both have the duty "Verify backups".'],
    ['role:admin', 'role:auditor', 'admin and auditor are both listed under All, but share no duty.'],
    [
      'responsibility:sign',
      'role:admin',
      'The one role with the duty "Sign off" is one of those closest to admin, compared with 3 of all 8 roles: 2.7 times as many as expected by chance.',
    ],
    [
      'organization-type:vendor',
      'responsibility:test',
      'All 5 roles in or for Vendor have the duty "Test products", compared with 5 of all 8 roles: 1.6 times as many as expected by chance.',
    ],
    ['role:t1', 'role:t2', 't1 and t2 both have the duty "Test products".'],
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
    const counts = { inBoth: 1, inFirst: 1, inSecond: 1, inAll };
    expect(reasonOf(associated(counts))).toContain(said);
  });

  test('gives a reason that tells a little more than chance from chance', () => {
    const counts = { inBoth: 26, inFirst: 50, inSecond: 50, inAll: 100 };
    expect(reasonOf(associated(counts))).toContain(': 1.04 times as many');
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

test('finds no association in a catalog in which everything is alike', () => {
  const alike = catalogWith({
    pillars: [{ slug: 'p', name: 'P' }],
    categories: [{ slug: 'c', name: 'C', pillar: 'p' }],
    responsibilities: [{ slug: 'plan', name: 'Plan' }],
    roles: ['a', 'b', 'c'].map((slug) => ({ slug, title: slug })),
    appearances: ['a', 'b', 'c'].map((slug, index) => line(1 + index, slug, 'p/c', ['plan'])),
  });
  const same = CatalogGraph.of(graphOfCatalog(alike).structure);
  for (const node of same.nodes((kind) => kind !== 'SOURCE' && kind !== 'APPEARANCE')) {
    const found = runToCompletion(relatedTo(same, node.id, null));
    expect(found.filter(({ relation }) => relation === 'ASSOCIATION').map((each) => each.node.id)).toEqual([]);
  }
});
