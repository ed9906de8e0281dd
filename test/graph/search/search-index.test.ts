import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { nodeKinds, type NodeKind } from '../../../src/graph/nodes/node-kind.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { comparator, pageOf } from '../../../src/graph/lists/page.ts';
import { hitsByScore, SearchIndex } from '../../../src/graph/search/search-index.ts';
import { summariesOf } from '../../../src/graph/summaries.ts';
import { runToCompletion } from '../../../src/scheduling/steps.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { wholeList } from '../../support/whole-list.ts';

function indexOf(catalog: Catalog): SearchIndex {
  const { structure, texts } = graphOfCatalog(catalog);
  return runToCompletion(SearchIndex.of(CatalogGraph.of(structure), summariesOf(texts)));
}

const everyKind = new Set<NodeKind>(nodeKinds);
const index = indexOf(
  catalogWith({
    sources: [{ slug: 's', title: 'Handbook', document: 'handbook.txt', summary: 'How the company works.' }],
    pillars: [{ slug: 'security', name: 'Security', summary: 'Protecting data from intruders.' }],
    organizationTypes: [{ slug: 'msp', name: 'Managed Service Provider', summary: 'Runs systems for clients.' }],
    categories: [{ slug: 'desk', name: 'Service & Support', pillar: 'security' }],
    topics: [{ slug: 'backup', name: 'Backup' }],
    responsibilities: [{ slug: 'verify-backups', name: 'Verify backups', summary: 'Unpacks an archive tape.' }],
    roles: [
      { slug: 'sre', title: 'Site Reliability Engineer', alternateTitles: ['SRE', 'Reliability Wizard'] },
      { slug: 'engineer', title: 'Engineer', externalId: 'ESCO-2512' },
      { slug: 'backup-engineer', title: 'Backup Engineer', summary: 'Restores what was lost.' },
      { slug: 'elan', title: 'Élan Coördinator' },
      { slug: 'cpp', title: 'C++ Developer', alternateTitles: ['C# Developer'] },
      { slug: 'devops', title: 'Dev Ops Lead', alternateTitles: ['Helpdesk Lead'] },
      { slug: 'planner', title: 'Disaster Recovery Planner' },
      { slug: 'network', title: 'Network Engineer', alternateTitles: ['Engineer of Networks'] },
    ],
    appearances: [
      { ...line(7, 'planner', 'security/desk'), summary: 'Rehearses the worst day.', note: 'Once a quarter.' },
      {
        ...line(8, 'devops', 'security/desk'),
        source: { source: 's', line: 8, quote: 'The lead unpacks crates in the quarter and rotates pagers.' },
      },
    ],
  }),
);
const search = (query: string, kinds: ReadonlySet<NodeKind> = everyKind) =>
  runToCompletion(index.search(query, kinds)).hits;
const found = (query: string) => search(query).map(({ node }) => node.id);

describe('a search finds', () => {
  test('a search finds the line and the role that a quote names, and says which words those are', () => {
    const quote = 'The lead unpacks crates in the quarter and rotates pagers.';
    expect(search('rotates pagers').map(({ node, matched }) => [node.id, matched])).toEqual([
      ['role:devops', quote],
      ['appearance:security/desk/devops/s-8', quote],
    ]);
  });

  test('a search ranks what a quote says below what notes and summaries say', () => {
    expect(found('quarter')).toEqual([
      'role:planner',
      'appearance:security/desk/planner/s-7',
      'role:devops',
      'appearance:security/desk/devops/s-8',
    ]);
    expect(found('unpacks')[0]).toBe('responsibility:verify-backups');
  });

  test('a search finds an exact title first, before titles that contain it', () => {
    expect(found('engineer')[0]).toBe('role:engineer');
    expect(found('ENGINEER').slice(0, 4).toSorted()).toEqual([
      'role:backup-engineer',
      'role:engineer',
      'role:network',
      'role:sre',
    ]);
    expect(found('backup')[0]).toBe('topic:backup');
  });

  test('a search finds an alternate title, and says that it matched', () => {
    expect(search('sre')[0]).toMatchObject({ node: { id: 'role:sre' }, matched: 'SRE' });
    expect(search('wizard')[0]).toMatchObject({ node: { id: 'role:sre' }, matched: 'Reliability Wizard' });
    expect(search('site reliability')[0]).toMatchObject({ matched: 'Site Reliability Engineer' });
  });

  test.each([
    ['securty', 'pillar:security'],
    ['securrity', 'pillar:security'],
    ['secuirty', 'pillar:security'],
    ['bakcup', 'topic:backup'],
    ['backpu engineer', 'role:backup-engineer'],
    ['disaster recvery', 'role:planner'],
    ['relaibility', 'role:sre'],
    ['Enginere', 'role:engineer'],
  ])('a search finds what the typo in %j meant: %s', (query, id) => {
    expect(found(query)[0]).toBe(id);
  });

  test.each([
    ['disas', 'role:planner'],
    ['secur', 'pillar:security'],
    ['dis rec', 'role:planner'],
    ['man serv', 'organization-type:msp'],
  ])('a search finds what begins as %j does: %s', (query, id) => {
    expect(found(query)).toContain(id);
  });

  test.each(['elan coordinator', 'ÉLAN', 'E\u0301lan', 'coordinator', 'Coördinator'])(
    'a search finds %j, whatever its accents',
    (query) => {
      expect(found(query)[0]).toBe('role:elan');
    },
  );

  test('a search finds "C++" and "C#" as words of their own', () => {
    expect(search('c++')[0]).toMatchObject({ matched: 'C++ Developer' });
    expect(search('C#')[0]).toMatchObject({ matched: 'C# Developer' });
  });

  test.each([
    ['DevOps Lead', 'role:devops', 'Dev Ops Lead'],
    ['devopslead', 'role:devops', 'Dev Ops Lead'],
    ['help desk lead', 'role:devops', 'Helpdesk Lead'],
    ['service and support', 'category:security/desk', 'Service & Support'],
    ['Site Reliability Engineer (SRE)', 'role:sre', 'Site Reliability Engineer'],
  ])('a search finds %j first if a name is that text by matching key: %s', (query, id, matched) => {
    expect(search(query)[0]).toMatchObject({ node: { id }, matched });
  });

  test.each([
    ['restores', 'role:backup-engineer', 'Restores what was lost.'],
    ['esco-2512', 'role:engineer', 'ESCO-2512'],
    ['archive', 'responsibility:verify-backups', 'Unpacks an archive tape.'],
    ['intruders', 'pillar:security', 'Protecting data from intruders.'],
    ['clients', 'organization-type:msp', 'Runs systems for clients.'],
    ['company', 'source:s', 'How the company works.'],
  ])('a search finds words of summaries and external ids: %j is in that of %s', (query, id, matched) => {
    expect(search(query)).toMatchObject([{ node: { id }, matched }]);
  });

  test.each([
    ['rehearses', 'Rehearses the worst day.'],
    ['quarter', 'Once a quarter.'],
  ])('a search finds words of what is said in a line, and the role that it names: %j', (query, matched) => {
    expect(
      search(query)
        .map((hit) => [hit.node.id, hit.matched])
        .slice(0, 2),
    ).toEqual([
      ['role:planner', matched],
      ['appearance:security/desk/planner/s-7', matched],
    ]);
  });

  test('a search finds the nodes that have any word if none has all', () => {
    expect(found('wizard restores').toSorted()).toEqual(['role:backup-engineer', 'role:sre']);
    expect(found('backup engineer')[0]).toBe('role:backup-engineer');
    expect(found('backup engineer')).not.toContain('topic:backup');
  });

  test('a search finds the beginning of words, and of a single letter if it comes last and may still be typed', () => {
    expect(found('engineer b')).toEqual(['role:backup-engineer']);
    expect(found('ba engineer')).toEqual(['role:backup-engineer']);
    expect(found('b engineer')).toContain('role:network');
  });

  test('a search finds the same for a word, however often it is given', () => {
    expect(
      search('engineer engineer ENGINEER engineer')
        .map(({ node }) => node.id)
        .toSorted(),
    ).toEqual(found('engineer').toSorted());
  });

  test('a search finds only the kinds that are asked for', () => {
    for (const kind of nodeKinds) {
      for (const query of ['backup', 'engineer', 'service', 'wizard restores']) {
        const hits = search(query, new Set([kind]));
        expect(hits.every(({ node }) => node.kind === kind)).toBe(true);
      }
    }
    expect(search('backup', new Set(['RESPONSIBILITY'])).map(({ node }) => node.id)).toEqual([
      'responsibility:verify-backups',
    ]);
    // Roles alone have a text with any of the words, though another kind has one with all.
    expect(search('verify backups', new Set(['ROLE'])).map(({ node }) => node.id)).toEqual(['role:backup-engineer']);
  });

  test.each(['xylophone', 'qqqq', 'constructor', '__proto__'])('a search finds nothing for %j', (query) => {
    expect(search(query)).toEqual([]);
  });
});

describe('what people ask', () => {
  const trade = indexOf(
    catalogWith({
      pillars: [{ slug: 'p', name: 'Reliability' }],
      categories: [{ slug: 'c', name: 'Recovery', pillar: 'p' }],
      topics: [
        { slug: 'patching', name: 'Patching' },
        { slug: 'safe-copies', name: 'Safe copies', hiddenNames: ['Air gap'] },
      ],
      responsibilities: [
        { slug: 'patch', name: 'Patch operating systems', topics: ['patching'] },
        { slug: 'restore', name: 'Restore data', hiddenNames: ['RTO'], topics: ['safe-copies'] },
        { slug: 'review', name: 'Hold post-mortems' },
        { slug: 'size', name: 'Right-size machines' },
        { slug: 'licences', name: 'Organise licences' },
        { slug: 'levels', name: 'Track SLAs' },
        { slug: 'slow', name: 'Explain slowness' },
      ],
      roles: [
        { slug: 'sysadmin', title: 'Systems Administrator' },
        { slug: 'dba', title: 'Database Administrator' },
        { slug: 'both', title: 'Caretaker' },
        { slug: 'desk', title: 'Help Desk Technician' },
        { slug: 'cto', title: 'Chief Technology Officer', alternateTitles: ['CTO'], hiddenTitles: ['CISO'] },
        { slug: 'open', title: 'The Open Group Member' },
      ],
      appearances: [
        { ...line(1, 'sysadmin', 'p/c'), responsibilities: ['patch'] },
        { ...line(2, 'dba', 'p/c'), responsibilities: ['restore', 'levels'] },
        { ...line(3, 'both', 'p/c'), responsibilities: ['patch', 'review', 'size'] },
      ],
    }),
  );
  const answer = (query: string, kinds: ReadonlySet<NodeKind> = everyKind) => {
    const { hits, relaxed } = runToCompletion(trade.search(query, kinds));
    return { ids: hits.map(({ node }) => node.id), relaxed };
  };
  const roles = new Set<NodeKind>(['ROLE']);

  test.each(['patches', 'patching', 'patched', 'Who does the patches?', 'who is responsible for patching'])(
    'a duty is found in whatever form its words are, and those who have it: %j',
    (query) => {
      const { ids, relaxed } = answer(query);
      expect(ids.slice(0, 2).toSorted()).toEqual(['responsibility:patch', 'topic:patching']);
      expect(ids.slice(2)).toEqual(['role:both', 'role:sysadmin']);
      expect(relaxed).toEqual([]);
    },
  );

  test('a role that is found by what it does says what matched', () => {
    const { hits } = runToCompletion(trade.search('restoring', roles));
    expect(hits.map(({ node, matched }) => [node.id, matched])).toEqual([['role:dba', 'Restore data']]);
  });

  test.each([
    ['restore copies', 'role:dba'],
    ['postmortems patches', 'role:both'],
  ])('a role is found by duties and topics that together have the words: %j', (query, id) => {
    expect(answer(query, roles).ids[0]).toBe(id);
  });

  test.each([
    ['postmortem', 'responsibility:review'],
    ['post mortem', 'responsibility:review'],
    ['post-mortems', 'responsibility:review'],
    ['rightsizing', 'responsibility:size'],
    ['helpdesk', 'role:desk'],
    ['help-desk technicians', 'role:desk'],
    ['organizing licenses', 'responsibility:licences'],
    ['sla', 'responsibility:levels'],
  ])('words may be written as one, apart, or as elsewhere: %j', (query, id) => {
    expect(answer(query)).toMatchObject({ relaxed: [] });
    expect(answer(query).ids[0]).toBe(id);
  });

  test.each([
    ['cio', undefined],
    ['rto', 'responsibility:restore'],
    ['ptcxh', undefined],
    ['pathc', 'responsibility:patch'],
  ])('words of three letters must be typed right, and those of up to five may have one typo: %j', (query, first) => {
    expect(answer(query).ids[0]).toBe(first);
    expect(answer(query).ids).not.toContain('role:cto');
  });

  test('words of questions need not match, but count where they do', () => {
    expect(answer('the open group member').ids[0]).toBe('role:open');
    expect(answer('the').ids).toEqual(['role:open']);
  });

  test.each([
    ['patching zeppelins', ['WORDS_LEFT_OUT']],
    ['copixx', ['MORE_TYPOS']],
    ['opne', ['MORE_TYPOS']],
    ['copixx zeppelins', ['WORDS_LEFT_OUT', 'MORE_TYPOS']],
    ['administrator', []],
    ['zeppelins', []],
  ] as const)('a search says what it relaxed: %j', (query, relaxed) => {
    expect(answer(query).relaxed).toEqual(relaxed);
    expect(answer(query).ids.length > 0).toBe(query !== 'zeppelins');
  });

  test.each([
    ['ciso', 'role:cto', 'Chief Technology Officer'],
    ['air gap', 'topic:safe-copies', 'Safe copies'],
    ['RTOs', 'responsibility:restore', 'Restore data'],
  ])('a hidden title or name is found, and the visible one is shown: %j', (query, id, matched) => {
    const [hit] = runToCompletion(trade.search(query, everyKind)).hits;
    expect(hit).toMatchObject({ matched, isHidden: true });
    expect(hit?.node.id).toBe(id);
  });
});

describe('letters of all scripts', () => {
  const many = indexOf(
    catalogWith({
      roles: [
        { slug: 'zh', title: '首席信息安全官' },
        { slug: 'ja', title: 'データベース管理者' },
        { slug: 'ko', title: '네트워크관리자' },
        { slug: 'th', title: 'ผู้ดูแลระบบเครือข่าย' },
        { slug: 'de', title: 'Straßenmeister' },
        { slug: 'pl', title: 'Kierownik z Łodzi' },
        { slug: 'da', title: 'Økonomichef' },
      ],
    }),
  );

  test.each([
    ['信息安全', 'role:zh'],
    ['安全', 'role:zh'],
    ['官', 'role:zh'],
    ['管理者', 'role:ja'],
    ['ベース', 'role:ja'],
    ['ﾃﾞｰﾀ', 'role:ja'],
    ['관리자', 'role:ko'],
    ['เครือข่าย', 'role:th'],
    ['strassen', 'role:de'],
    ['STRASSENMEISTER', 'role:de'],
    ['lodzi', 'role:pl'],
    ['okonomi', 'role:da'],
  ])('a word is found wherever it stands in a title, by its base letters: %j', (query, id) => {
    expect(runToCompletion(many.search(query, everyKind)).hits[0]?.node.id).toBe(id);
    expect(runToCompletion(many.search(query, everyKind)).relaxed).toEqual([]);
  });

  test('characters find a title only where they are neighbours in it', () => {
    expect(runToCompletion(many.search('全官', everyKind)).hits[0]?.node.id).toBe('role:zh');
    expect(runToCompletion(many.search('信全', everyKind)).hits).toEqual([]);
  });
});

test('a title that nearly every other begins with still comes first, however long the catalog', () => {
  const many = Array.from({ length: 200 }, (_, at) => ({
    slug: `r${at}`,
    title: `Engineering engineers' engineer engineered ${at}`,
  }));
  const common = indexOf(catalogWith({ roles: [...many, { slug: 'x', title: 'Engineer' }] }));
  expect(runToCompletion(common.search('engineer', everyKind)).hits[0]).toMatchObject({
    node: { id: 'role:x' },
    matched: 'Engineer',
  });
});

test('a role’s own title comes before the alternate title of another', () => {
  const roles = [
    { slug: 'a', title: 'Alpha', alternateTitles: ['Help-Desk'] },
    { slug: 'b', title: 'Helpdesk' },
    { slug: 'c', title: 'Zulu', alternateTitles: ['Help Desk'] },
  ];
  const [first, ...others] = runToCompletion(indexOf(catalogWith({ roles })).search('help desk', everyKind)).hits;
  expect(first).toMatchObject({ node: { id: 'role:b' }, matched: 'Helpdesk' });
  expect(others.map(({ node }) => node.id).toSorted()).toEqual(['role:a', 'role:c']);
});

test('every title and name finds its node among the first, whatever the catalog', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const { structure, texts } = graphOfCatalog(catalog);
      const graph = CatalogGraph.of(structure);
      const searched = runToCompletion(SearchIndex.of(graph, summariesOf(texts)));
      for (const role of graph.roles) {
        for (const title of [role.title, ...role.alternateTitles]) {
          const [best, ...hits] = runToCompletion(searched.search(title, new Set(['ROLE']))).hits;
          expect(graph.names.meant(title, ['ROLE']), title).toContain(best?.node);
          expect(
            [best, ...hits].map((hit) => hit?.node),
            title,
          ).toContain(role);
        }
      }
    }),
    { numRuns: 50 },
  );
});

test('hits are distinct nodes of positive score, in the order that they are paged by', async () => {
  const shipped = indexOf(await shippedCatalog());
  for (const query of ['security', 'cloud engineer', 'data', 'plan', 'manager of everything', 'a']) {
    const hits = runToCompletion(shipped.search(query, everyKind)).hits;
    expect(hits.length, query).toBeGreaterThan(1);
    expect(new Set(hits.map(({ node }) => node.id)).size).toBe(hits.length);
    expect(hits.every(({ score }) => score > 0)).toBe(true);
    expect(hits.toSorted(comparator(hitsByScore(query)))).toEqual(hits);
    // Each page is of a search of its own, as a client's are.
    const paged = wholeList((after) =>
      pageOf(runToCompletion(shipped.search(query, everyKind)).hits, hitsByScore(query), { first: 7, after }),
    );
    expect(paged, query).toEqual(hits);
  }
});

describe('a query is an error', () => {
  test.each(['', ' ', '—', '()', '++', '#', '🚀'])('refuses the query %j, which has no letter or digit', (query) => {
    const error = argumentError(() => search(query));
    expect(error.argument).toBe('query');
    expect(error.message).toContain('at least one letter or digit');
  });

  test('refuses a query of more than 200 characters, counted as people count them', () => {
    expect(search(`engineer ${'🚀'.repeat(191)}`)[0]).toMatchObject({ node: { id: 'role:engineer' } });
    const error = argumentError(() => search(`engineer ${'🚀'.repeat(192)}`));
    expect(error.argument).toBe('query');
    expect(error.message).toContain('201 characters');
    expect(error.message).toContain('200');
  });

  test('accepts any other text as a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        for (const { score } of search(`${text} a`)) expect(score).toBeGreaterThan(0);
      }),
    );
  });
});
