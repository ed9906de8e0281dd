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
    expect(error.message).toContain('"ENGINEER" could be 2 roles: role:nwe, role:swe');
  });

  test('a title that one role has twice by matching key is not ambiguous', () => {
    expect(slugOf('D B A')).toBe('dba');
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
      ['Architecture & Engineering', ['category:p/arch', 'category:q/arch']],
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
      for (const duty of graph.responsibilities) expect(names.named('RESPONSIBILITY', spelled(duty))).toBe(duty);
      for (const topic of graph.topics) expect(names.named('TOPIC', spelled(topic))).toBe(topic);
      for (const pillar of graph.pillars) expect(names.named('PILLAR', spelled(pillar))).toBe(pillar);
      for (const type of graph.organizationTypes) expect(names.named('ORGANIZATION_TYPE', spelled(type))).toBe(type);
      for (const category of graph.categories) {
        const [owner] = category.owners;
        expect(names.category(spelled(category), owner, 'by.named.name')).toBe(category);
      }
    }),
  );
});

test('an alternate title finds its role, unless another has it as its own title or as an alternate too', () => {
  fc.assert(
    fc.property(smallCatalogs, (catalog) => {
      const names = CatalogGraph.of(graphOfCatalog(catalog).structure).names;
      for (const { alternateTitles } of catalog.roles) {
        for (const title of alternateTitles ?? []) {
          const same = (other: string) => matchingKey(other) === matchingKey(title);
          const own = catalog.roles.find((role) => same(role.title));
          const having = catalog.roles.filter((role) => role.alternateTitles?.some(same));
          if (own !== undefined || having.length === 1) {
            expect(names.role(title, 'by.title')?.slug).toBe((own ?? having[0])?.slug);
          } else {
            const { candidates } = argumentError(() => names.role(title, 'by.title'));
            expect(new Set(candidates)).toEqual(new Set(having.map(({ slug }) => `role:${slug}`)));
          }
        }
      }
    }),
  );
});
