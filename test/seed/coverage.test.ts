import { describe, expect, test } from 'vitest';

import { matchingKey } from '../../src/text/matching-key.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { mentions } from './mentions.ts';

/** Who owns a category: its pillar, or the kinds of organization that it lists. */
interface Owned {
  readonly pillar?: string | undefined;
  readonly organizationTypes?: readonly string[] | undefined;
}

/** A group of roles with the number of roles in it and of appearances behind them. */
type Count = readonly [group: string, roles: number, appearances: number];

const pillarCounts: readonly Count[] = [
  ['operational-excellence', 32, 32],
  ['security', 39, 39],
  ['reliability', 33, 33],
  ['performance-efficiency', 27, 27],
  ['cost-optimization', 29, 29],
  ['sustainability', 32, 32],
];

const organizationTypeCounts: readonly Count[] = [
  ['data-organization', 8, 8],
  ['msp', 16, 16],
  ['vendor', 15, 15],
];

const categoryCounts: readonly Count[] = [
  ['operational-excellence/leadership-and-stakeholder-roles', 10, 10],
  ['operational-excellence/technical-and-engineering-roles', 8, 8],
  ['operational-excellence/analytics-qa-and-governance', 8, 8],
  ['operational-excellence/support-and-incident-management', 6, 6],
  ['security/governance-and-oversight', 6, 6],
  ['security/identity-access-and-data-protection', 8, 8],
  ['security/engineering-devops-and-app-security', 7, 7],
  ['security/infrastructure-and-network', 6, 6],
  ['security/incident-response-and-forensics', 8, 8],
  ['security/security-lifecycle-and-automation', 4, 4],
  ['reliability/leadership-and-oversight', 6, 6],
  ['reliability/engineering-and-infrastructure', 7, 7],
  ['reliability/testing-monitoring-and-quality', 7, 7],
  ['reliability/backup-and-disaster-recovery', 8, 8],
  ['reliability/architecture-and-api-governance', 5, 5],
  ['performance-efficiency/leadership-and-planning', 4, 4],
  ['performance-efficiency/technical-and-engineering', 10, 10],
  ['performance-efficiency/data-and-storage', 4, 4],
  ['performance-efficiency/quality-and-monitoring', 5, 5],
  ['performance-efficiency/supporting-roles', 4, 4],
  ['cost-optimization/financial-and-cost-management', 9, 9],
  ['cost-optimization/architecture-and-engineering', 6, 6],
  ['cost-optimization/analytics-governance-and-process', 11, 11],
  ['cost-optimization/strategy-and-planning', 3, 3],
  ['sustainability/sustainability-and-governance', 7, 7],
  ['sustainability/architecture-and-engineering', 6, 6],
  ['sustainability/software-and-devops', 4, 4],
  ['sustainability/data-and-analytics', 7, 7],
  ['sustainability/leadership-and-strategy', 8, 8],
  ['data-organization/additional-roles', 8, 8],
  ['msp/technical-roles-inside-msps', 8, 8],
  ['vendor/technical-roles-inside-vendors', 7, 7],
  ['msp/support-roles-in-msps-and-vendors', 8, 8],
];

const { pillars, organizationTypes, categories, topics, responsibilities, roles, appearances, sources } =
  await shippedCatalog();

const pillarSlugs = pillars.map((pillar) => pillar.slug);

const ownersOf = ({ pillar, organizationTypes: kinds }: Owned): readonly string[] =>
  pillar === undefined ? (kinds ?? []) : [pillar];

/** "<owner>/<slug>" of every category, with all its owners. */
const ownersByCategory = new Map(
  categories.map((category) => {
    const owners = ownersOf(category);
    return [`${owners[0] ?? ''}/${category.slug}`, owners];
  }),
);

const count = (group: string, inGroup: (category: string) => boolean): Count => {
  const found = appearances.filter(({ category }) => inGroup(category));
  return [group, new Set(found.map(({ role }) => role)).size, found.length];
};

const countOwner = (owner: string): Count =>
  count(owner, (category) => ownersByCategory.get(category)?.includes(owner) === true);

/** The roles that have a title, by its matching key. */
const rolesTitled = (title: string): string[] => {
  const key = matchingKey(title);
  return roles
    .filter((role) => [role.title, ...(role.alternateTitles ?? [])].some((own) => matchingKey(own) === key))
    .map((role) => role.slug);
};

const pillarsOf = (role: string): string[] => {
  const owners = appearances
    .filter((appearance) => appearance.role === role)
    .flatMap(({ category }) => ownersByCategory.get(category) ?? []);
  return pillarSlugs.filter((pillar) => owners.includes(pillar));
};

const missingPillarsOf = (role: string): string[] => {
  const present = pillarsOf(role);
  return pillarSlugs.filter((pillar) => !present.includes(pillar));
};

const place = (source: string, line: number): string => `${source}:${String(line)}`;

describe('every line of the documents that names roles', () => {
  test('the documents have 8, 129 and 21 lines that name roles, with 235 titles, abbreviations included', () => {
    const lines = (source: string): number => mentions.filter((mention) => mention.source === source).length;
    expect([lines('000'), lines('001'), lines('002')]).toEqual([8, 129, 21]);
    expect(mentions.flatMap(({ titles }) => titles)).toHaveLength(235);
  });

  test('every line that names roles has appearances, and no other line has', () => {
    const named = new Set(mentions.map(({ source, line }) => place(source, line)));
    const appearing = new Set(appearances.map(({ source }) => place(source?.source ?? '', source?.line ?? 0)));
    expect(named.size).toBe(158);
    expect([...appearing].toSorted()).toEqual([...named].toSorted());
  });

  describe.each(mentions)('$source:$line', ({ source, line, category, titles }) => {
    const here = appearances.filter((one) => one.source?.source === source && one.source.line === line);

    test('a line is under its heading', () => {
      expect(new Set(here.map((appearance) => appearance.category))).toEqual(new Set([category]));
    });

    test('a line is worded as in the document, each title in one appearance', () => {
      expect(here.flatMap((appearance) => appearance.titles).toSorted()).toEqual([...titles].toSorted());
    });

    test.each(titles)('the title %s finds one role, which appears here by that title', (title) => {
      const found = rolesTitled(title);
      expect(found).toHaveLength(1);
      expect(here.filter((appearance) => appearance.titles.includes(title)).map(({ role }) => role)).toEqual(found);
    });
  });
});

describe('counts', () => {
  test('the counts of the whole catalog are right', () => {
    expect({
      sources: sources.length,
      pillars: pillars.length,
      organizationTypes: organizationTypes.length,
      categories: categories.length,
      roles: roles.length,
      appearances: appearances.length,
    }).toEqual({ sources: 3, pillars: 6, organizationTypes: 3, categories: 33, roles: 138, appearances: 223 });
  });

  test('the counts of each pillar are right', () => {
    expect(pillars.map(({ slug }) => countOwner(slug))).toEqual(pillarCounts);
  });

  test('the counts of each organization type are right', () => {
    expect(organizationTypes.map(({ slug }) => countOwner(slug))).toEqual(organizationTypeCounts);
  });

  test('the counts of each category are right', () => {
    expect([...ownersByCategory.keys()].map((name) => count(name, (category) => category === name))).toEqual(
      categoryCounts,
    );
  });
});

describe('roles across pillars', () => {
  test('only DevOps Engineer and Operations Manager are in all six', () => {
    const universal = roles.filter(({ slug }) => missingPillarsOf(slug).length === 0).map(({ title }) => title);
    expect(universal.toSorted()).toEqual(['DevOps Engineer', 'Operations Manager']);
  });

  test.each([
    ['Cloud Architect', 'operational-excellence'],
    ['Product Owner', 'security'],
    ['Data Analyst', 'security'],
    ['Project Manager', 'sustainability'],
    ['Compliance Officer', 'performance-efficiency'],
    ['Quality Assurance Engineer', 'cost-optimization'],
  ])('the role %s misses only %s', (title, missing) => {
    expect(rolesTitled(title).map(missingPillarsOf)).toEqual([[missing]]);
  });

  test('every role appears somewhere', () => {
    const appearing = new Set(appearances.map(({ role }) => role));
    expect(roles.filter(({ slug }) => !appearing.has(slug))).toEqual([]);
  });
});

describe('responsibilities', () => {
  test('there are 150 to 350 responsibilities about 30 to 50 topics', () => {
    expect(responsibilities.length).toBeGreaterThanOrEqual(150);
    expect(responsibilities.length).toBeLessThanOrEqual(350);
    expect(topics.length).toBeGreaterThanOrEqual(30);
    expect(topics.length).toBeLessThanOrEqual(50);
  });

  test('responsibilities have one to three topics each, and every topic is used', () => {
    const odd = responsibilities.filter(({ topics: about = [] }) => about.length < 1 || about.length > 3);
    expect(odd).toEqual([]);
    const used = new Set(responsibilities.flatMap(({ topics: about = [] }) => about));
    expect(topics.filter(({ slug }) => !used.has(slug))).toEqual([]);
  });

  test('an appearance has one to six responsibilities, and every one is used', () => {
    const odd = appearances.filter(({ responsibilities: does }) => does.length < 1 || does.length > 6);
    expect(odd).toEqual([]);
    const used = new Set(appearances.flatMap(({ responsibilities: does }) => does));
    expect(responsibilities.filter(({ slug }) => !used.has(slug))).toEqual([]);
  });
});
