import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  edgeKindsOfPaths,
  pathsBetween,
  walkedByDefault,
  type Paths,
  type PathsAsked,
  type Through,
} from '../../src/analysis/paths/paths.ts';
import type { CatalogAppearance } from '../../src/catalog/catalog.ts';
import type { EdgeKind } from '../../src/graph/nodes/edge-kind.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { argumentError } from '../support/argument-errors.ts';
import { BruteForce, rounded } from '../support/catalogs/brute-force.ts';
import { catalogWith, line, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

type Question = Partial<PathsAsked> & Pick<PathsAsked, 'from' | 'to'>;

function askedOf(graph: CatalogGraph, question: Question, mostEdges?: number): Paths {
  return runToCompletion(pathsBetween(graph, { maxLength: 4, first: 3, through: 'ANY', ...question }, mostEdges));
}

interface PlainPath {
  readonly ids: readonly string[];
  readonly rarity: number;
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

function neighboursOf(plain: BruteForce, kinds: readonly EdgeKind[]): Neighbours {
  const neighbours = new Map<string, Set<string>>();
  for (const { source, target } of plain.edges().filter((edge) => kinds.includes(edge.kind))) {
    neighbours.set(source, (neighbours.get(source) ?? new Set()).add(target));
    neighbours.set(target, (neighbours.get(target) ?? new Set()).add(source));
  }
  return neighbours;
}

/** The length of the shortest paths; null where there is none. */
function distance(neighbours: Neighbours, mayPass: (id: string) => boolean, from: string, to: string): number | null {
  let reached = new Set([from]);
  for (let length = 1; ; length++) {
    const next = new Set(reached);
    for (const id of reached) {
      if (id === from || mayPass(id)) for (const neighbour of neighbours.get(id) ?? []) next.add(neighbour);
    }
    if (next.has(to)) return length;
    if (next.size === reached.size) return null;
    reached = next;
  }
}

/** All shortest paths of at most so many edges, every path tried, rarest first and then by ids. */
function shortestPaths(
  plain: BruteForce,
  neighbours: Neighbours,
  mayPass: (id: string) => boolean,
  from: string,
  to: string,
  maxLength: number,
): readonly PlainPath[] {
  const nodeCount = plain.nodes().filter(({ kind }) => kind !== 'SOURCE').length;
  const bitsOf = (id: string) => Math.log2((nodeCount - 1) / (neighbours.get(id)?.size ?? 0));
  let open: (readonly string[])[] = [[from]];
  for (let length = 1; length <= maxLength; length++) {
    open = open.flatMap((ids) =>
      [...(neighbours.get(ids.at(-1) ?? '') ?? [])]
        .filter((next) => !ids.includes(next) && (next === to || mayPass(next)))
        .map((next) => [...ids, next]),
    );
    const found = open.filter((ids) => ids.at(-1) === to);
    if (found.length === 0) continue;
    return found
      .map((ids) => ({ ids, rarity: rounded(ids.slice(1, -1).reduce((sum, id) => sum + bitsOf(id), 0)) }))
      .sort((a, b) => b.rarity - a.rarity || compared(a.ids, b.ids));
  }
  return [];
}

function compared(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((id, index) => id !== b[index]);
  const [ours = '', theirs = ''] = [a[at], b[at]];
  return ours < theirs ? -1 : ours > theirs ? 1 : 0;
}

describe('paths of small catalogs', () => {
  const kindLists = fc.oneof(
    fc.constant(walkedByDefault),
    fc.constant(edgeKindsOfPaths),
    fc.uniqueArray(fc.constantFrom(...edgeKindsOfPaths), { minLength: 1 }),
  );
  const questions = fc.record({
    catalog: smallCatalogs,
    ends: fc.tuple(fc.nat(), fc.nat()),
    kinds: kindLists,
    maxLength: fc.integer({ min: 1, max: 6 }),
    first: fc.integer({ min: 1, max: 20 }),
    through: fc.constantFrom<Through>('DUTIES', 'DUTIES', 'ANY'),
  });
  const isGroup = (id: string) => /^(pillar|category|organization-type):/.test(id);

  /** Each question whose two ends are distinct, with its answer. */
  function always(
    check: (given: {
      readonly plain: BruteForce;
      readonly answer: Paths;
      readonly expected: Omit<Paths, 'paths' | 'summary'> & { readonly paths: readonly PlainPath[] };
      readonly kinds: readonly EdgeKind[];
      readonly first: number;
    }) => void,
  ): void {
    fc.assert(
      fc.property(questions, ({ catalog, ends, kinds, maxLength, first, through }) => {
        const plain = new BruteForce(catalog);
        const ids = plain.nodes().flatMap(({ id, kind }) => (kind === 'SOURCE' ? [] : [id]));
        const [from, to] = ends.map((end) => ids[end % ids.length]);
        fc.pre(from !== undefined && to !== undefined && from !== to);
        const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
        const answer = askedOf(graph, { from, to, maxLength, first, edgeKinds: kinds, through });
        const neighbours = neighboursOf(plain, kinds);
        const passable = { DUTIES: (id: string) => !isGroup(id), ANY: () => true };
        const lengthThroughDuties = distance(neighbours, passable.DUTIES, from, to);
        const lengthThroughAny = distance(neighbours, passable.ANY, from, to);
        const isNear = through === 'DUTIES' && lengthThroughDuties !== null && lengthThroughDuties <= maxLength;
        const used = isNear ? 'DUTIES' : 'ANY';
        const paths = shortestPaths(plain, neighbours, passable[used], from, to, maxLength);
        const expected = { paths, through: used, lengthThroughDuties, lengthThroughAny, truncated: false } as const;
        check({ plain, answer, expected, kinds, first });
      }),
      { numRuns: 400 },
    );
  }

  test('paths are the shortest there are, through duties if these are near, the rarest first, equals by id', () => {
    always(({ answer, expected, first }) => {
      const { summary, ...rest } = answer;
      const paths = answer.paths.map(({ nodes, rarity }) => ({ ids: nodes.map(({ id }) => id), rarity }));
      expect({ ...rest, paths }).toEqual({ ...expected, paths: expected.paths.slice(0, first) });
      expect(summary).toMatch(/^[A-Z].*\.$/);
    });
  });

  test('paths follow edges of the graph, of the kinds that were asked for', () => {
    always(({ plain, answer, kinds }) => {
      const all = new Set(
        plain.edges().map((edge) => JSON.stringify([edge.kind, edge.source, edge.target, edge.weight])),
      );
      for (const { nodes, edges } of answer.paths) {
        expect(edges).toHaveLength(nodes.length - 1);
        for (const [index, { kind, source, target, weight }] of edges.entries()) {
          expect(kinds).toContain(kind);
          expect(all).toContain(JSON.stringify([kind, source.id, target.id, weight]));
          expect(new Set([source, target])).toEqual(new Set(nodes.slice(index, index + 2)));
        }
      }
    });
  });

  test('paths are described by sentences that name every node in order', () => {
    always(({ answer }) => {
      for (const { nodes, sentence } of answer.paths) {
        let at = 0;
        for (const { label } of nodes) {
          const found = sentence.indexOf(label, at);
          expect(found, `${label} in ${sentence}`).toBeGreaterThanOrEqual(at);
          at = found + label.length;
        }
        expect(sentence.endsWith('.')).toBe(true);
        expect(sentence).not.toMatch(/undefined|, ,| {2}/);
      }
    });
  });
});

const catalog = catalogWith({
  pillars: [
    { slug: 'reliability', name: 'Reliability' },
    { slug: 'security', name: 'Security' },
  ],
  organizationTypes: [{ slug: 'vendor', name: 'Vendor' }],
  categories: [
    { slug: 'backup', name: 'Backup & Recovery', pillar: 'reliability' },
    { slug: 'testing', name: 'Testing', pillar: 'reliability' },
    { slug: 'all', name: 'All', pillar: 'security' },
    { slug: 'desk', name: 'Desk', organizationTypes: ['vendor'], relation: 'inside' },
  ],
  topics: [{ slug: 'backup', name: 'Backup' }],
  responsibilities: [
    { slug: 'verify', name: 'Verify backups', topics: ['backup'] },
    { slug: 'restore', name: 'Restore data', topics: ['backup'] },
    { slug: 'review', name: 'Review access', topics: [] },
  ],
  roles: [
    { slug: 'keeper', title: 'Keeper' },
    { slug: 'admin', title: 'Admin' },
    { slug: 'tester', title: 'Tester' },
    { slug: 'auditor', title: 'Auditor' },
    { slug: 'seller', title: 'Seller' },
    { slug: 'loner', title: 'Loner' },
  ],
  appearances: [
    line(1, 'keeper', 'reliability/backup', ['verify']),
    line(2, 'admin', 'reliability/backup', ['verify']),
    line(3, 'tester', 'reliability/testing', ['restore']),
    line(4, 'admin', 'security/all', ['review']),
    line(5, 'auditor', 'security/all', ['review']),
    line(6, 'seller', 'vendor/desk'),
  ],
});
const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);

/** What is said of two nodes, the rarest first. */
function said(from: string, to: string, question: Partial<PathsAsked> = {}): readonly string[] {
  return askedOf(graph, { from, to, ...question }).paths.map(({ sentence }) => sentence);
}

describe('the sentence of a path', () => {
  test.each<readonly [from: string, to: string, ...says: string[]]>([
    [
      'role:keeper',
      'role:admin',
      'Keeper is listed under Backup & Recovery, as is Admin.',
      'Keeper has the duty "Verify backups", as does Admin.',
      'Keeper appears in Reliability, as does Admin.',
    ],
    [
      'role:keeper',
      'role:auditor',
      'Keeper is listed under Backup & Recovery, as is Admin, who has the duty "Review access", as does Auditor.',
      'Keeper has the duty "Verify backups", as does Admin, who has the duty "Review access", as does Auditor.',
      'Keeper is listed under Backup & Recovery, as is Admin, who is listed under All, as is Auditor.',
    ],
    ['topic:backup', 'role:tester', 'Backup is the topic of the duty "Restore data", which is performed by Tester.'],
    ['role:tester', 'topic:backup', 'Tester has the duty "Restore data", which is about Backup.'],
    [
      'responsibility:verify',
      'responsibility:restore',
      'The duty "Verify backups" is about Backup, as is the duty "Restore data".',
    ],
    ['responsibility:review', 'role:auditor', 'The duty "Review access" is performed by Auditor.'],
    ['pillar:reliability', 'pillar:security', 'Reliability has the role Admin, who appears in Security.'],
    [
      'pillar:security',
      'category:reliability/backup',
      'Security has the role Admin, who is listed under Backup & Recovery.',
    ],
    ['category:vendor/desk', 'role:seller', 'Desk has the role Seller.'],
    ['organization-type:vendor', 'role:seller', 'Vendor has the role Seller.'],
    ['role:seller', 'organization-type:vendor', 'Seller works in or for Vendor.'],
    ['organization-type:vendor', 'category:vendor/desk', 'Vendor has the category Desk.'],
    [
      'category:reliability/testing',
      'category:reliability/backup',
      'Testing is part of Reliability, as is Backup & Recovery.',
    ],
  ])('describes the path from %s to %s in a sentence', (from, to, ...says) => {
    expect(said(from, to)).toEqual(says);
  });

  test('a sentence goes on from a node that was not reached by an edge of the same kind', () => {
    const partOf = (question: Partial<PathsAsked>) => said('category:reliability/testing', 'role:keeper', question);
    expect(partOf({ edgeKinds: ['PART_OF', 'APPEARS_IN'] })).toEqual([
      'Testing is part of Reliability, which has the role Keeper.',
    ]);
    expect(said('role:tester', 'category:reliability/backup', { edgeKinds: ['PART_OF', 'APPEARS_IN'] })).toEqual([
      'Tester appears in Reliability, which has the category Backup & Recovery.',
    ]);
    expect(said('role:tester', 'role:keeper', { edgeKinds: ['PERFORMS', 'ABOUT'] })).toEqual([
      'Tester has the duty "Restore data", which is about Backup, as is the duty "Verify backups", which is performed by Keeper.',
    ]);
  });

  test('a path leads over the consulted and informed only if it is asked to', () => {
    const consulting: CatalogAppearance = {
      ...line(9, 'guest', 'reliability/testing'),
      responsibilities: [{ responsibility: 'verify', involvement: ['CONSULTED', 'INFORMED'] }],
    };
    const catalog = catalogWith({
      pillars: [{ slug: 'reliability', name: 'Reliability' }],
      categories: [{ slug: 'testing', name: 'Testing', pillar: 'reliability' }],
      responsibilities: [{ slug: 'verify', name: 'Verify backups' }],
      roles: ['guest', 'keeper'].map((slug) => ({ slug, title: slug })),
      appearances: [consulting, line(1, 'keeper', 'reliability/testing', ['verify'])],
    });
    const graphWithGuest = CatalogGraph.of(graphOfCatalog(catalog).structure);
    const sentences = (edgeKinds: readonly EdgeKind[], to: string) =>
      askedOf(graphWithGuest, { from: 'role:guest', to, edgeKinds }).paths.map(({ sentence }) => sentence);
    expect(sentences(['PERFORMS'], 'role:keeper')).toEqual([]);
    expect(sentences(['PERFORMS', 'CONSULTED_ON', 'INFORMED_ABOUT'], 'role:keeper')).toEqual([
      'guest is consulted on the duty "Verify backups", which is performed by keeper.',
    ]);
    expect(
      askedOf(graphWithGuest, {
        from: 'responsibility:verify',
        to: 'role:guest',
        edgeKinds: ['INFORMED_ABOUT'],
      }).paths.map(({ sentence }) => sentence),
    ).toEqual(['The duty "Verify backups" has the informed role guest.']);
  });

  test('a sentence names overlaps in the direction of the path', () => {
    const overlaps = { edgeKinds: ['OVERLAPS_WITH' as const] };
    expect(said('role:keeper', 'role:auditor', overlaps)).toEqual([
      'Keeper overlaps with Admin, who overlaps with Auditor.',
    ]);
    expect(said('pillar:security', 'pillar:reliability', overlaps)).toEqual([
      'Security shares roles with Reliability.',
    ]);
  });
});

describe('what paths go through', () => {
  const asked = (from: string, to: string, question: Partial<PathsAsked> = {}) =>
    askedOf(graph, { from, to, through: 'DUTIES', ...question });

  test('a path through a duty comes before a shorter one through a pillar, and the answer says that there is one', () => {
    const through = asked('role:keeper', 'role:tester');
    expect(through.paths.map(({ sentence }) => sentence)).toEqual([
      'Keeper has the duty "Verify backups", which is about Backup, as is the duty "Restore data", which is performed by Tester.',
    ]);
    expect(through).toMatchObject({
      through: 'DUTIES',
      lengthThroughDuties: 4,
      lengthThroughAny: 2,
      summary:
        'The only shortest path, 4 steps, through what roles do. Through pillars, categories or organization types, ' +
        'the shortest has 2 steps.',
    });
    expect(asked('role:keeper', 'role:tester', { through: 'ANY' })).toMatchObject({
      through: 'ANY',
      paths: [{ sentence: 'Keeper appears in Reliability, as does Tester.' }],
      summary: 'The only shortest path, 2 steps.',
    });
  });

  test('where duties connect nothing in so many steps, paths go through anything, and the answer says so', () => {
    expect(asked('role:keeper', 'role:tester', { maxLength: 3 })).toMatchObject({
      through: 'ANY',
      paths: [{ sentence: 'Keeper appears in Reliability, as does Tester.' }],
      summary: 'Duties alone connect them in 4 steps, not in 3. The only shortest path through anything, 2 steps.',
    });
    expect(
      asked('category:reliability/testing', 'pillar:security', { edgeKinds: ['PART_OF', 'APPEARS_IN'] }),
    ).toMatchObject({
      through: 'ANY',
      lengthThroughDuties: null,
      summary: 'Duties alone do not connect them. The only shortest path through anything, 3 steps.',
    });
  });

  test('a group may be an end of a path through duties', () => {
    expect(asked('pillar:reliability', 'pillar:security')).toMatchObject({
      through: 'DUTIES',
      paths: [{ sentence: 'Reliability has the role Admin, who appears in Security.' }],
    });
    expect(asked('category:vendor/desk', 'organization-type:vendor')).toMatchObject({
      through: 'DUTIES',
      paths: [{ sentence: 'Desk is part of Vendor.' }],
    });
  });

  test('says of how many steps there is a path where none is short enough, or that there is none', () => {
    expect(asked('role:keeper', 'role:auditor', { maxLength: 3 })).toEqual({
      paths: [],
      truncated: false,
      through: 'ANY',
      lengthThroughDuties: 4,
      lengthThroughAny: 4,
      summary: 'No path of at most 3 steps connects them; the shortest has 4 steps.',
    });
    expect(asked('role:loner', 'role:keeper')).toEqual({
      paths: [],
      truncated: false,
      through: 'ANY',
      lengthThroughDuties: null,
      lengthThroughAny: null,
      summary: 'No path of at most 4 steps connects them, and no longer one was found.',
    });
    expect(asked('role:keeper', 'role:auditor', { first: 1 }).summary).toBe(
      'The first of the shortest paths, 4 steps.',
    );
  });
});

test('rounds the rarity once, however many nodes a path has', () => {
  const chain = catalogWith({
    pillars: [],
    topics: [],
    organizationTypes: [{ slug: 'o', name: 'O' }],
    categories: [{ slug: 'c', name: 'C', organizationTypes: ['o'], relation: 'inside' }],
    responsibilities: ['d1', 'd2', 'd3'].map((slug) => ({ slug, name: slug, topics: [] })),
    roles: ['r1', 'r2', 'r3', 'r4', 'l1', 'l2', 'l3', 'l4'].map((slug) => ({ slug, title: slug })),
    appearances: [
      line(1, 'r1', 'o/c', ['d1']),
      line(2, 'r2', 'o/c', ['d1', 'd2']),
      line(3, 'r3', 'o/c', ['d2', 'd3']),
      line(4, 'r4', 'o/c', ['d3']),
    ],
  });
  const small = CatalogGraph.of(graphOfCatalog(chain).structure);
  const [path] = askedOf(small, { from: 'role:r1', to: 'role:r4', through: 'DUTIES', maxLength: 6 }).paths;
  // Of 13 nodes, the three duties have 2 neighbours, and the two roles 4: 2 duties, the category, the organization type.
  expect(path?.rarity).toBe(10.924813);
  expect(rounded(3 * Math.log2(12 / 2) + 2 * Math.log2(12 / 4))).toBe(10.924813);
  // What it would be if each of them was rounded.
  expect(rounded(3 * rounded(Math.log2(12 / 2)) + 2 * rounded(Math.log2(12 / 4)))).toBe(10.924815);
});

test('a search that would look at more edges than it may is given up, and says so', () => {
  const question = { from: 'role:keeper', to: 'role:auditor' };
  expect(askedOf(graph, question, 5)).toEqual({
    paths: [],
    truncated: true,
    through: 'ANY',
    lengthThroughDuties: null,
    lengthThroughAny: null,
    summary: 'The search was stopped because it had to follow too many edges.',
  });
  expect(askedOf(graph, { ...question, through: 'DUTIES' }, 5)).toMatchObject({ through: 'DUTIES', truncated: true });
  expect(askedOf(graph, question, 100)).toMatchObject({ truncated: false });
});

test.each<readonly [Partial<PathsAsked>, argument: string, says: readonly string[]]>([
  [{ from: 'role:nobody' }, 'from', ['"role:nobody"', 'nothing here', 'role:devops-engineer']],
  [{ to: 'source:s' }, 'to', ['"source:s"', 'a source', 'organization type']],
  [{ to: 'role:keeper' }, 'to', ['"role:keeper"', 'two distinct nodes']],
  [{ maxLength: 0 }, 'maxLength', ['0', 'between 1 and 6']],
  [{ maxLength: 7 }, 'maxLength', ['7', 'between 1 and 6']],
  [{ first: 0 }, 'first', ['0', 'between 1 and 20']],
  [{ first: 21 }, 'first', ['21', 'between 1 and 20']],
  [{ edgeKinds: [] }, 'edgeKinds', ['empty list']],
  [{ edgeKinds: ['PERFORMS', 'NAMES'] }, 'edgeKinds', ['NAMES', 'APPEARS_IN', 'INFORMED_ABOUT', 'graph']],
])('refuses %o', (question, argument, says) => {
  const error = argumentError(() => askedOf(graph, { from: 'role:keeper', to: 'role:admin', ...question }));
  expect(error.argument).toBe(argument);
  for (const each of says) expect(error.message).toContain(each);
});
