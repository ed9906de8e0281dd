import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchingKey } from '../../../src/text/matching-key.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { argumentError } from '../../support/argument-errors.ts';
import { catalogWith, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';

describe('a role by title', () => {
  const names = CatalogGraph.of(
    graphOfCatalog(
      catalogWith({
        roles: [
          { slug: 'sre', title: 'Site Reliability Engineer', alternateTitles: ['SRE', 'Reliability Engineer'] },
          { slug: 're', title: 'Reliability Engineer' },
          { slug: 'swe', title: 'Software Engineer', alternateTitles: ['Engineer', 'R&D (lab) Engineer'] },
          { slug: 'nwe', title: 'Network Engineer', alternateTitles: ['Engineer'] },
          { slug: 'dba', title: 'Database Administrator', alternateTitles: ['DBA', 'D.B.A.'] },
        ],
      }),
    ).structure,
  ).names;
  const slugOf = (title: string) => names.role(title, 'by.title')?.slug;

  test.each([
    ['Site Reliability Engineer', 'sre'],
    ['  site-reliability ENGINEER (SRE)', 'sre'],
    ['sre', 'sre'],
    ['r and d engineer', 'swe'],
    ['ＤＢＡ', 'dba'],
  ])('the title %j finds %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test.each(['', '()', 'Engineers', 'Site Reliability', 'role:sre', '—'])('the title %j finds nobody', (title) => {
    expect(slugOf(title)).toBeUndefined();
  });

  test('a title finds the role whose own title it is, before those that have it as an alternate', () => {
    expect(slugOf('Reliability Engineer')).toBe('re');
  });

  test('a title that matches only alternates, of several roles, is an error that lists them', () => {
    const error = argumentError(() => names.role('ENGINEER', 'of'));
    expect(error.argument).toBe('of');
    expect(error.candidates).toEqual(['role:nwe', 'role:swe']);
    expect(error.message).toContain('of has "ENGINEER", which could be 2 roles: role:nwe, role:swe');
  });

  test('a title that one role has twice by matching key is not ambiguous', () => {
    expect(slugOf('D B A')).toBe('dba');
  });
});

describe('a title with brackets', () => {
  const names = CatalogGraph.of(
    graphOfCatalog(
      catalogWith({
        roles: [
          { slug: 'l3', title: 'Engineer (L3)' },
          { slug: 'l4', title: 'Engineer (L4)' },
          { slug: 'architect', title: 'Architect (L3)', alternateTitles: ['Engineer of engineers'] },
          { slug: 'ciso', title: 'Chief Information Security Officer (CISO)' },
          { slug: 'dba', title: 'Database Administrator' },
          { slug: 'lead', title: 'Lead [of teams]', alternateTitles: ['Engineer'] },
        ],
      }),
    ).structure,
  ).names;
  const slugOf = (title: string) => names.role(title, 'by.title')?.slug;

  test.each([
    ['Engineer (L3)', 'l3'],
    ['engineer l4', 'l4'],
    ['Engineer [L4]', 'l4'],
    ['CISO', 'ciso'],
    ['ciso', 'ciso'],
    ['chief information security officer', 'ciso'],
    ['Chief Information Security Officer (the CISO)', 'ciso'],
    ['Database Administrator (DBA)', 'dba'],
    ['Keeper of data (Database administrator)', 'dba'],
    ['LEAD', 'lead'],
    ['Engineer (of any level)', 'lead'],
    ['of teams', 'lead'],
  ])('%j finds %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  test('an exact alternate title never finds a role whose title is longer by brackets', () => {
    expect(slugOf('Engineer')).toBe('lead');
    expect(slugOf('ENGINEER')).toBe('lead');
  });

  test('what several titles are without brackets, or have in them, is an error that lists them', () => {
    const two = catalogWith({
      roles: ['L3', 'L4'].map((slug) => ({ slug: slug.toLowerCase(), title: `Coder (${slug})` })),
    });
    const coders = CatalogGraph.of(graphOfCatalog(two).structure).names;
    for (const title of ['coder', 'Coder (L5)']) {
      expect(argumentError(() => coders.role(title, 'by.title')).candidates).toEqual(['role:l3', 'role:l4']);
    }
    expect(argumentError(() => slugOf('L3')).candidates).toEqual(['role:architect', 'role:l3']);
  });

  test.each(['Manager (L3)', '(officer)', 'Chief (Engineers)'])('%j finds nobody', (title) => {
    expect(slugOf(title)).toBeUndefined();
  });
});

describe('an exact spelling', () => {
  const names = CatalogGraph.of(
    graphOfCatalog(
      catalogWith({
        roles: [
          { slug: 'own', title: 'S.R.E.' },
          { slug: 'alternate', title: 'Site Reliability Engineer', alternateTitles: ['SRE'] },
          { slug: 'hidden', title: 'Operator', hiddenTitles: ['sre', 'Ops'] },
          { slug: 'other', title: 'Øre Auditor', hiddenTitles: ['OPS'] },
        ],
      }),
    ).structure,
  ).names;

  test.each([
    ['S.R.E.', 'own'],
    ['SRE', 'alternate'],
    ['ＳＲＥ', 'alternate'],
    ['sre', 'hidden'],
    ['S R E', 'own'],
    ['Ops', 'hidden'],
    ['OPS', 'other'],
    ['ore auditor', 'other'],
  ])('wins: %j finds %s', (title, slug) => {
    expect(names.role(title, 'by.title')?.slug).toBe(slug);
  });

  test('that nobody has leaves hidden titles ambiguous', () => {
    expect(argumentError(() => names.role('ops', 'by.title')).candidates).toEqual(['role:hidden', 'role:other']);
  });
});

describe('hidden titles and names', () => {
  const names = CatalogGraph.of(
    graphOfCatalog(
      catalogWith({
        topics: [
          { slug: 'backup', name: 'Backup', hiddenNames: ['Restore', 'DR'] },
          { slug: 'dr', name: 'Disaster recovery', hiddenNames: ['Restore'] },
        ],
        responsibilities: [
          { slug: 'orchestrate', name: 'Orchestrate containers', hiddenNames: ['k8s', 'Run clusters'] },
          { slug: 'run', name: 'Run Clusters!' },
        ],
        roles: [
          { slug: 'security', title: 'Security Officer', hiddenTitles: ['CISO', 'Auditor', 'Guard (chief)'] },
          { slug: 'auditor', title: 'Reviewer', alternateTitles: ['auditor'] },
        ],
      }),
    ).structure,
  ).names;

  test('a hidden title or name finds its node', () => {
    expect(names.role('ciso', 'by.title')?.slug).toBe('security');
    expect(names.role('chief', 'by.title')?.slug).toBe('security');
    expect(names.named('RESPONSIBILITY', 'K8S', 'by.name')?.slug).toBe('orchestrate');
    expect(names.named('TOPIC', 'dr', 'by.name')?.slug).toBe('backup');
  });

  test('titles and names that are shown win over equally near hidden ones', () => {
    expect(names.role('AUDITOR', 'by.title')?.slug).toBe('auditor');
    expect(names.named('RESPONSIBILITY', 'run clusters', 'by.name')?.slug).toBe('run');
  });

  test('a hidden name of several nodes is an error that lists them', () => {
    const error = argumentError(() => names.named('TOPIC', 'restore', 'by.name'));
    expect(error.argument).toBe('by.name');
    expect(error.candidates).toEqual(['topic:backup', 'topic:dr']);
    expect(error.message).toContain(
      'has "restore", which could be 2 topics: topic:backup, topic:dr; take one by its id.',
    );
  });

  test('a match says which text it was, and what that is of its node', () => {
    const [found] = names.matching('chief', ['ROLE']);
    expect(found).toMatchObject({ standing: 'HIDDEN', text: 'Guard (chief)' });
    expect(
      names
        .matching('auditor', ['ROLE'])
        .map(({ text, standing }) => [text, standing])
        .toArray(),
    ).toEqual([
      ['auditor', 'ALTERNATE'],
      ['auditor', 'ALTERNATE'],
      ['Auditor', 'HIDDEN'],
    ]);
  });
});

test.each([
  [20, 20],
  [21, 20],
  [30, 20],
])('the error about %i roles with one alternate title lists %i', (count, listed) => {
  const roles = Array.from({ length: count }, (_, index) => ({
    slug: `r${index}`,
    title: `Role ${String(index).padStart(2, '0')}`,
    alternateTitles: ['Anybody'],
  }));
  const names = CatalogGraph.of(graphOfCatalog(catalogWith({ roles })).structure).names;
  const error = argumentError(() => names.role('anybody', 'by.title'));
  expect(error.candidates).toEqual(roles.slice(0, listed).map(({ slug }) => `role:${slug}`));
  expect(error.message).toContain(`${count} roles`);
  expect(error.message.includes(`(20 of ${count})`)).toBe(count > listed);
});

describe('a category by name', () => {
  const { entries, names } = (() => {
    const graph = CatalogGraph.of(
      graphOfCatalog(
        catalogWith({
          pillars: ['p', 'q'].map((slug) => ({ slug, name: slug.toUpperCase() })),
          organizationTypes: ['msp', 'vendor'].map((slug) => ({ slug, name: slug })),
          categories: [
            { slug: 'arch', name: 'Architecture & Engineering', pillar: 'p' },
            { slug: 'arch', name: 'Architecture and Engineering', pillar: 'q' },
            { slug: 'sup', name: 'Support', organizationTypes: ['vendor', 'msp'], relation: 'inside' },
            { slug: 'sup', name: 'Support', pillar: 'p' },
            { slug: 'only', name: 'Only here', pillar: 'p' },
          ],
        }),
      ).structure,
    );
    return { entries: graph, names: graph.names };
  })();
  const [p, q] = entries.pillars;
  const [msp, vendor] = entries.organizationTypes;
  const idOf = (name: string, owner?: Parameters<typeof names.category>[1]) =>
    names.category(name, owner, 'by.named.name')?.id;

  test('a category is found by its name if that is unique', () => {
    expect(idOf('only HERE')).toBe('category:p/only');
  });

  test('a category is found by its name and any owner of it', () => {
    expect(idOf('architecture & engineering', p)).toBe('category:p/arch');
    expect(idOf('architecture & engineering', q)).toBe('category:q/arch');
    for (const owner of [msp, vendor]) expect(idOf('Support', owner)).toBe('category:vendor/sup');
  });

  test('no category is found if the name, or the owner with it, is unknown', () => {
    expect(idOf('Nowhere')).toBeUndefined();
    expect(idOf('Only here', q)).toBeUndefined();
    expect(idOf('Architecture & Engineering', msp)).toBeUndefined();
  });

  test('the name of several categories is an error that lists their owners, in the order of the catalog', () => {
    for (const [name, candidates] of [
      ['architecture & engineering', ['category:p/arch', 'category:q/arch']],
      ['support', ['category:vendor/sup', 'category:p/sup']],
    ] as const) {
      const error = argumentError(() => idOf(name));
      expect(error.argument).toBe('by.named.name');
      expect(error.candidates).toEqual(candidates);
      expect(error.message).toContain('could be 2 categories');
    }
  });
});

test('every node is found by its own name, however it is spelled within its matching key', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);
      const names = graph.names;
      const spelled = ({ label }: { readonly label: string }) => ` ${label.replaceAll('&', ' and ')} (aside)`;
      for (const role of graph.roles) expect(names.role(spelled(role), 'by.title')).toBe(role);
      for (const duty of graph.responsibilities) expect(names.named('RESPONSIBILITY', spelled(duty), 'by')).toBe(duty);
      for (const topic of graph.topics) expect(names.named('TOPIC', spelled(topic), 'by')).toBe(topic);
      for (const pillar of graph.pillars) expect(names.named('PILLAR', spelled(pillar), 'by')).toBe(pillar);
      for (const type of graph.organizationTypes)
        expect(names.named('ORGANIZATION_TYPE', spelled(type), 'by')).toBe(type);
      for (const category of graph.categories) {
        const [owner] = category.owners;
        expect(names.category(spelled(category), owner, 'by.named.name')).toBe(category);
      }
    }),
  );
});

test('an alternate title finds its role, unless another has it in the same spelling or as its own title', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const names = CatalogGraph.of(graphOfCatalog(catalog).structure).names;
      for (const { alternateTitles } of catalog.roles) {
        for (const title of alternateTitles ?? []) {
          const same = (other: string) => matchingKey(other) === matchingKey(title);
          const own = catalog.roles.find((role) => same(role.title));
          const having = catalog.roles.filter((role) => role.alternateTitles?.some(same));
          const exactly = having.filter((role) => role.alternateTitles?.includes(title));
          const spelled = exactly.length > 0 && own?.title !== title;
          const [first, ...others] = spelled ? exactly : own === undefined ? having : [own];
          if (others.length === 0) {
            expect(names.role(title, 'by.title')?.slug).toBe(first?.slug);
          } else {
            const { candidates } = argumentError(() => names.role(title, 'by.title'));
            expect(new Set(candidates)).toEqual(new Set([first, ...others].map((role) => `role:${role?.slug}`)));
          }
        }
      }
    }),
  );
});

/** How near a title is to a text, by the rules as docs/catalog-reference.md has them; undefined if it does not match. */
function nearness(text: string, title: string): number | undefined {
  const bracketed = /\((.*?)\)/g;
  const forms = (each: string) => ({
    whole: matchingKey(each),
    outside: each.includes('(') ? matchingKey(each.replace(bracketed, '')) : undefined,
    inside: [...each.matchAll(bracketed)].map(([, part = '']) => matchingKey(part)),
  });
  const [a, b] = [forms(text), forms(title)];
  const rules = [
    text === title,
    a.whole === b.whole,
    a.outside === b.whole || a.whole === b.outside,
    a.outside !== undefined && a.outside === b.outside,
    a.inside.includes(b.whole) || b.inside.includes(a.whole),
  ];
  const first = rules.indexOf(true);
  return first < 0 ? undefined : first;
}

test('what a text means follows from how near each title is, and then from what that is of its role', () => {
  const titles = fc.constantFrom(
    'Lead',
    'LEAD',
    'Lead (L3)',
    'lead l3',
    'Lead (L4)',
    'Ops (Lead)',
    'L3',
    'Óps',
    'Ops (L4)',
  );
  const roles = fc.uniqueArray(
    fc.record({ title: titles, alternateTitles: fc.array(titles), hiddenTitles: fc.array(titles) }),
    { maxLength: 4, selector: ({ title }) => matchingKey(title) },
  );
  fc.assert(
    fc.property(roles, titles, (drawn, text) => {
      const catalog = catalogWith({ roles: drawn.map((role, index) => ({ ...role, slug: `r${index}` })) });
      const ranked = catalog.roles.flatMap(({ slug, title, alternateTitles = [], hiddenTitles = [] }) =>
        [[title], alternateTitles, hiddenTitles].flatMap((each, standing) =>
          each.flatMap((one) => {
            const near = nearness(text, one);
            return near === undefined ? [] : [{ slug, rank: near * 3 + standing }];
          }),
        ),
      );
      const best = Math.min(...ranked.map(({ rank }) => rank));
      const expected = new Set(ranked.filter(({ rank }) => rank === best).map(({ slug }) => slug));
      const { names } = CatalogGraph.of(graphOfCatalog(catalog).structure);
      expect(new Set(names.meant(text, ['ROLE']).map(({ slug }) => slug))).toEqual(expected);
    }),
    { numRuns: 1_000 },
  );
});
