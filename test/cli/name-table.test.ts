import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NameTable, type NameTableOptions } from '../../src/cli/names/name-table.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { matchingKey } from '../../src/text/matching-key.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { ownNameOf, isGroup, type Node, type Role, type RoleGroup } from '../../src/graph/nodes/node.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { catalogWith, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

const groups: NameTableOptions<RoleGroup> = { accepts: isGroup, called: 'a group' };
const roles: NameTableOptions<Role> = {
  accepts: (entry): entry is Role => entry.kind === 'ROLE',
  called: 'a role',
  kinds: ['ROLE'],
};
const nodes: NameTableOptions<Node> = {
  accepts: (entry): entry is Node => entry.kind !== 'APPEARANCE',
  called: 'anything',
};

const membershipOf = (catalog: Catalog) => CatalogGraph.of(graphOfCatalog(catalog).structure);

const graph = membershipOf(
  catalogWith({
    pillars: [
      { slug: 'security', name: 'Security' },
      { slug: 'cost', name: 'Cost Optimization' },
      { slug: 'sustainability', name: 'Sustainability' },
    ],
    organizationTypes: [{ slug: 'msp', name: 'Managed Service Provider' }],
    categories: [
      { slug: 'infra', name: 'Infrastructure & Network', pillar: 'security' },
      { slug: 'lifecycle', name: 'Security Lifecycle', pillar: 'security' },
      { slug: 'architecture', name: 'Architecture', pillar: 'cost' },
      { slug: 'architecture', name: 'Architecture', pillar: 'sustainability' },
      { slug: 'support', name: 'Support', organizationTypes: ['msp'], relation: 'inside' },
    ],
    topics: [{ slug: 'resilience', name: 'Resilience' }],
    roles: [
      { slug: 'sre', title: 'Site Reliability Engineer', alternateTitles: ['Reliability Engineer', 'Uptime Lead'] },
      { slug: 're', title: 'Reliability Engineer' },
      { slug: 'chaos', title: 'Chaos Engineering Specialist' },
      { slug: 'ci', title: 'CI/CD Engineer', alternateTitles: ['Build Lead'] },
      { slug: 'build', title: 'Release Manager', alternateTitles: ['Build Lead'] },
      { slug: 'a-1', title: 'First' },
      { slug: 'a1', title: 'Second' },
    ],
  }),
);

/** What a name means: an id, with "…" where it was completed, or what is said of it. */
function told<T extends Node>(wanted: NameTableOptions<T>, given: string): string {
  const resolution = new NameTable(graph, wanted).resolve(given);
  if (resolution.kind !== 'FOUND') return resolution.problem();
  return `${resolution.node.id}${resolution.isCompleted ? '…' : ''}`;
}

const elsewhere = 'Use "rolegraph search" to find names by their words.';

describe('a group is found', () => {
  test.each([
    ['by its id', 'organization-type:msp', 'organization-type:msp'],
    ['by its id without punctuation', 'Organization Type: MSP', 'organization-type:msp'],
    ['by its slug', 'MSP', 'organization-type:msp'],
    ['by its name', ' cost-OPTIMIZATION', 'pillar:cost'],
    ['by a name that begins that of another', 'security', 'pillar:security'],
    ['by a beginning', 'Managed', 'organization-type:msp…'],
    ['by what all names with its beginning begin with', 'secu', 'pillar:security…'],
    ['as a category by its name', 'infrastructure and network', 'category:security/infra'],
    ['as a category by the slugs of its owner and itself', 'security/infra', 'category:security/infra'],
    [
      'as a category by the names of its owner and itself',
      'Cost Optimization/Architecture',
      'category:cost/architecture',
    ],
    ['as a category by beginnings of both', 'sus/arch', 'category:sustainability/architecture…'],
    ['as an organization type’s category', 'msp/support', 'category:msp/support'],
  ])('finds a group %s: %j', (_, given, id) => {
    expect(told(groups, given)).toBe(id);
  });

  test('finds no group if several have the name, and lists them all', () => {
    expect(told(groups, 'architecture')).toBe(
      '"architecture" could be Architecture (Cost Optimization) (category:cost/architecture), Architecture ' +
        '(Sustainability) (category:sustainability/architecture). Give more of the name, or the id.',
    );
  });

  test('finds no group by the name of something else, and says what it is', () => {
    expect(told(groups, 'Chaos Engineering specialist')).toBe('Chaos Engineering Specialist is a role, not a group.');
    expect(told(groups, 'topic:resilience')).toBe('Resilience is a topic, not a group.');
  });

  test.each([
    ['secrity', '"secrity" is not a group. Did you mean Security?'],
    ['pillar:secrity', '"pillar:secrity" is not a group. Did you mean Security?'],
    ['security/infar', '"security/infar" is not a group. Did you mean Infrastructure & Network?'],
    ['nothing alike', `"nothing alike" is not a group. ${elsewhere}`],
    ['…', '"…" contains no letter or digit to search for.'],
    ['', '"" contains no letter or digit to search for.'],
    ['bad\u001b[31m', `"bad<U+001B>[31m" is not a group. ${elsewhere}`],
  ])('finds no group by %j, and suggests what was probably meant', (given, message) => {
    expect(told(groups, given)).toBe(message);
  });
});

describe('a role is found', () => {
  test.each([
    ['by its own title before others’ alternates', 'reliability engineer', 'role:re'],
    ['by an alternate title', 'uptime lead', 'role:sre'],
    ['by a beginning', 'Chaos Eng', 'role:chaos…'],
    ['by a beginning of an alternate title', 'uptime', 'role:sre…'],
    ['by a title with a slash, with or without it', 'cicd engineer', 'role:ci'],
    ['by a beginning with a slash', 'CI/CD Eng', 'role:ci…'],
    ['by its exact id, where another is spelled alike', 'role:a-1', 'role:a-1'],
    ['by its exact id, where another is spelled alike', 'role:a1', 'role:a1'],
  ])('finds a role %s: %j', (_, given, id) => {
    expect(told(roles, given)).toBe(id);
  });

  test('finds no role by an alternate title of several', () => {
    expect(told(roles, 'build lead')).toMatch(/^"build lead" could be CI\/CD Engineer \(role:ci\), Release Manager/);
  });

  test('finds no role by a misspelled beginning, and suggests the whole title', () => {
    expect(told(roles, 'Chas Engin')).toMatch(
      /^"Chas Engin" is not a role\. Did you mean Chaos Engineering Specialist/,
    );
  });

  test('finds no role by a misspelled alternate title, and suggests it with the role', () => {
    expect(told(roles, 'Uptme Laed')).toBe(
      '"Uptme Laed" is not a role. Did you mean Site Reliability Engineer (Uptime Lead)?',
    );
  });

  test('makes up to three suggestions, the nearest first', () => {
    const many = membershipOf(
      catalogWith({
        roles: ['Lead', 'Leads', 'Leader', 'Load'].map((title) => ({ slug: title.toLowerCase(), title })),
      }),
    );
    const resolution = new NameTable(many, roles).resolve('Leadd');
    expect(resolution.kind === 'FOUND' ? '' : resolution.problem()).toBe(
      '"Leadd" is not a role. Did you mean Lead, or Leads, or Leader?',
    );
  });
});

test('lists 20 of very many that a name could be', () => {
  const titles = Array.from({ length: 1_030 }, (_, place) => `Lead ${place + 100}`);
  const many = membershipOf(catalogWith({ roles: titles.map((title, place) => ({ slug: `l${place}`, title })) }));
  const resolution = new NameTable(many, roles).resolve('lead');
  const problem = resolution.kind === 'FOUND' ? '' : resolution.problem();
  expect(problem.match(/^ {2}Lead \d+ \(role:l\d+\)$/gm)).toHaveLength(20);
  expect(problem).toMatch(/^"lead" could be:\n/);
  expect(problem).toContain('(role:l917)\n  … and 1,010 more\nGive');
});

describe('a name that others have within', () => {
  const analysts = (...titles: string[]) => {
    const many = membershipOf(catalogWith({ roles: titles.map((title, place) => ({ slug: `r${place}`, title })) }));
    const resolution = new NameTable(many, roles).resolve('Data Analyst');
    return resolution.kind === 'FOUND' ? '' : resolution.problem();
  };

  test('answers a name that up to three others contain with these', () => {
    expect(analysts('Big Data Analyst', 'Chief Data Analyst', 'Meta Datanalyst')).toBe(
      '"Data Analyst" is not a role. Did you mean Big Data Analyst, or Chief Data Analyst?',
    );
  });

  test('answers a name that more than three others contain with their number and the command that lists them', () => {
    expect(analysts('Big Data Analyst', 'Chief Data Analyst', 'Old Data-Analyst', 'Top Data Analysts')).toBe(
      '"Data Analyst" is not a role. 4 names contain it; "rolegraph search data analyst --kind role" lists them.',
    );
  });
});

test('four candidates stand one a line, three in a sentence', () => {
  const leads = (count: number) => {
    const titles = Array.from({ length: count }, (_, place) => `Lead ${place}`);
    const few = membershipOf(catalogWith({ roles: titles.map((title, place) => ({ slug: `l${place}`, title })) }));
    const resolution = new NameTable(few, roles).resolve('Lea');
    return resolution.kind === 'FOUND' ? '' : resolution.problem();
  };
  expect(leads(3)).toBe(
    '"Lea" could be Lead 0 (role:l0), Lead 1 (role:l1), Lead 2 (role:l2). Give more of the name, or the id.',
  );
  expect(leads(4).split('\n')).toEqual([
    '"Lea" could be:',
    '  Lead 0 (role:l0)',
    '  Lead 1 (role:l1)',
    '  Lead 2 (role:l2)',
    '  Lead 3 (role:l3)',
    'Give more of the name, or the id.',
  ]);
});

describe('in every catalog', () => {
  test('an id finds its node in every catalog, a title or name finds all that have it', () => {
    fc.assert(
      fc.property(smallCatalogs, (catalog) => {
        const any = membershipOf(catalog);
        const table = new NameTable(any, nodes);
        for (const node of any.nodes((kind) => kind !== 'APPEARANCE')) {
          expect(table.resolve(node.id)).toEqual({ kind: 'FOUND', node, isCompleted: false });
          const resolution = table.resolve(ownNameOf(node));
          if (resolution.kind === 'FOUND') expect(resolution).toEqual({ kind: 'FOUND', node, isCompleted: false });
          else expect(resolution.problem()).toContain(`(${node.id})`);
        }
      }),
    );
  });

  test('a role is found by its own title first, and a completed beginning begins as it was given', () => {
    fc.assert(
      fc.property(smallCatalogs, fc.nat({ max: 8 }), (catalog, length) => {
        const any = membershipOf(catalog);
        const table = new NameTable(any, roles);
        for (const role of any.roles) {
          expect(table.resolve(role.title)).toEqual({ kind: 'FOUND', node: role, isCompleted: false });
          const given = role.title.slice(0, length);
          const resolution = table.resolve(given);
          if (resolution.kind !== 'FOUND') continue;
          const { node } = resolution;
          const keys = [node.title, node.slug, ...node.alternateTitles, ...node.hiddenTitles].map(matchingKey);
          expect(keys.some((key) => key.startsWith(matchingKey(given)))).toBe(true);
        }
      }),
    );
  });
});
