import { Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CatalogNames } from '../../src/cli/names/catalog-names.ts';
import { UsageError } from '../../src/cli/command-error.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { matchingKey } from '../../src/text/matching-key.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { catalogInProcess, newHeader } from '../../src/store/in-process-catalog.ts';
import { catalogWith, smallCatalogs } from '../support/catalogs/small-catalogs.ts';

/** The names of a catalog, what was noted so far, and its graph. */
async function namesOf(catalog: Catalog) {
  const data = graphOfCatalog(catalog);
  const header = { ...newHeader(data), sequence: 1 };
  const stored = catalogInProcess(data, { header, storeKind: 'MEMORY', runSteps: runToCompletion });
  const notes: string[] = [];
  const noted = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      notes.push(text);
      done();
    },
  });
  const graph = await stored.graph();
  return { graph, notes, names: new CatalogNames(graph, stored, 'which is a test', noted) };
}

type Names = Awaited<ReturnType<typeof namesOf>>;

/** What a name means: an id, with "…" if it was completed, or what is said of it, without the catalog that it was looked up in. */
async function toldBy({ names, notes }: Names, kind: 'groups' | 'role', given: string): Promise<string> {
  notes.length = 0;
  try {
    const nodes = kind === 'role' ? [await names.role(given)] : await names.groups([given]);
    return `${nodes.map(({ id }) => id).join()}${notes.length > 0 ? '…' : ''}`;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.replace(/\nThe names are those of .*$/, '');
  }
}

const sample = await namesOf(
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

const group = (given: string) => toldBy(sample, 'groups', given);
const role = (given: string) => toldBy(sample, 'role', given);
/** What a title means in a catalog of roles. */
const among = async (titles: readonly string[], given: string) => {
  const roles = titles.map((title, place) => ({ slug: `r${place}`, title }));
  return toldBy(await namesOf(catalogWith({ roles })), 'role', given);
};

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
  ])('finds a group %s: %j', async (_, given, id) => {
    expect(await group(given)).toBe(id);
  });

  test('completes a part of the name of a pillar and its category, which tables have, to the pillar', async () => {
    const pillar = { slug: 'backup', name: 'Backup & Recovery' };
    const category = { pillar: 'backup', slug: 'tasks', name: 'Backup & Recovery' };
    const converted = await namesOf(catalogWith({ pillars: [pillar], categories: [category] }));
    expect(await toldBy(converted, 'groups', 'backup & rec')).toBe('pillar:backup…');
    expect(await toldBy(converted, 'groups', 'Backup & Recovery')).toBe('pillar:backup');
  });

  test('finds no group if several have the name, and lists them all', async () => {
    expect(await group('architecture')).toBe(
      '"architecture" could be Architecture (Cost Optimization) (category:cost/architecture), Architecture ' +
        '(Sustainability) (category:sustainability/architecture). Give more of the name, or the id.',
    );
  });

  test('finds no group by the name of something else, and says what it is', async () => {
    expect(await group('Chaos Engineering specialist')).toBe(
      'Chaos Engineering Specialist is a role, not a pillar, category or organization type.',
    );
    expect(await group('topic:resilience')).toBe('Resilience is a topic, not a pillar, category or organization type.');
  });

  test.each([
    ['secrity', '"secrity" is not a pillar, category or organization type. Did you mean Security?'],
    ['pillar:secrity', '"pillar:secrity" is not a pillar, category or organization type. Did you mean Security?'],
    [
      'security/infar',
      '"security/infar" is not a pillar, category or organization type. Did you mean Infrastructure & Network?',
    ],
    ['nothing alike', `"nothing alike" is not a pillar, category or organization type. ${elsewhere}`],
    ['…', '"…" contains no letter or digit to search for.'],
    ['', '"" contains no letter or digit to search for.'],
    ['bad\u001b[31m', `"bad<U+001B>[31m" is not a pillar, category or organization type. ${elsewhere}`],
  ])('finds no group by %j, and suggests what was probably meant', async (given, message) => {
    expect(await group(given)).toBe(message);
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
  ])('finds a role %s: %j', async (_, given, id) => {
    expect(await role(given)).toBe(id);
  });

  test('finds no role by an alternate title of several', async () => {
    expect(await role('build lead')).toMatch(/^"build lead" could be CI\/CD Engineer \(role:ci\), Release Manager/);
  });

  test('finds no role by a misspelled beginning, and suggests the whole title', async () => {
    expect(await role('Chas Engin')).toMatch(/^"Chas Engin" is not a role\. Did you mean Chaos Engineering Specialist/);
  });

  test('finds no role by a misspelled alternate title, and suggests the role', async () => {
    expect(await role('Uptme Laed')).toBe('"Uptme Laed" is not a role. Did you mean Site Reliability Engineer?');
  });

  test('suggests the nearest titles', async () => {
    expect(await among(['Lead', 'Leads', 'Leader', 'Load'], 'Leadd')).toBe(
      '"Leadd" is not a role. Did you mean Lead, or Leads?',
    );
  });

  test('suggests roles whose titles have the words', async () => {
    expect(await among(['Big Data Analyst', 'Network Engineer'], 'Analyst of Data')).toBe(
      '"Analyst of Data" is not a role. Did you mean Big Data Analyst?',
    );
  });
});

test('lists 20 of very many that a name could be', async () => {
  const titles = Array.from({ length: 1_030 }, (_, place) => `Lead ${place + 100}`);
  const problem = await among(titles, 'lead');
  expect(problem.match(/^ {2}Lead \d+ \(role:r\d+\)$/gm)).toHaveLength(20);
  expect(problem).toMatch(/^"lead" could be:\n/);
  expect(problem).toContain('(role:r917)\n  … and 1,010 more\nGive');
});

test('four candidates stand one a line, three in a sentence', async () => {
  const leads = (count: number) => among(['Lead 0', 'Lead 1', 'Lead 2', 'Lead 3'].slice(0, count), 'Lea');
  expect(await leads(3)).toBe(
    '"Lea" could be Lead 0 (role:r0), Lead 1 (role:r1), Lead 2 (role:r2). Give more of the name, or the id.',
  );
  expect((await leads(4)).split('\n')).toEqual([
    '"Lea" could be:',
    '  Lead 0 (role:r0)',
    '  Lead 1 (role:r1)',
    '  Lead 2 (role:r2)',
    '  Lead 3 (role:r3)',
    'Give more of the name, or the id.',
  ]);
});

test('a role is found by its own title first, and a completed beginning begins as it was given', async () => {
  await fc.assert(
    fc.asyncProperty(smallCatalogs, fc.nat({ max: 8 }), async (catalog, length) => {
      const any = await namesOf(catalog);
      for (const { id, title } of any.graph.roles) {
        expect(await toldBy(any, 'role', title)).toBe(id);
        const given = title.slice(0, length);
        const told = await toldBy(any, 'role', given);
        if (!told.endsWith('…')) continue;
        const node = any.graph.roles.find((each) => `${each.id}…` === told);
        const keys = [node?.title, node?.slug, ...(node?.alternateTitles ?? [])].map((text) => matchingKey(text ?? ''));
        expect(keys.some((key) => key.startsWith(matchingKey(given)))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

describe('an id that is no longer used', () => {
  const retiring = () =>
    namesOf(
      catalogWith({
        roles: [
          { slug: 'platform', title: 'Platform Engineer' },
          { slug: 'security', title: 'Security Engineer' },
        ],
        retired: [
          { role: 'ops', replacedBy: 'platform' },
          { role: 'generalist', replacedBy: ['platform', 'security'] },
          { role: 'operator' },
        ],
      }),
    );

  test('means the one role that replaces it, and a note says so', async () => {
    const names = await retiring();
    expect((await names.names.role('role:ops')).id).toBe('role:platform');
    expect(names.notes.join('')).toBe('role:ops: was replaced by Platform Engineer\n');
  });

  test('is an error that names several that replace it, or says that nothing does', async () => {
    expect(await toldBy(await retiring(), 'role', 'role:generalist')).toBe(
      '"role:generalist" was retired and replaced by Platform Engineer (role:platform), Security Engineer (role:security). Give the one that you mean.',
    );
    expect(await toldBy(await retiring(), 'role', 'role:operator')).toBe(
      '"role:operator" was retired, and nothing replaces it.',
    );
  });
});
