import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compactJson } from '../../../pages/graphiql/compact-json.js';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { CatalogGraph } from '../../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { exampleQueries } from '../../../src/server/pages/example-queries.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { shippedCatalog } from '../../support/catalogs/shipped-catalog.ts';
import { catalogWith, line, smallCatalogs } from '../../support/catalogs/small-catalogs.ts';
import { askingOf } from '../../support/engines/asking.ts';

const shipped = await shippedCatalog();

/** Roles of which nothing is known but their titles. */
const rolesOnly = catalogWith({
  sources: [],
  roles: ['Anaesthetist', 'Charge nurse', 'Radiographer', 'Theatre porter', 'Ward clerk', 'Ward sister'].map(
    (title, index) => ({ slug: `r-${index}`, title }),
  ),
});

/** A film set: nine roles on nine lines, in two pillars that share one role. */
const filmSet = catalogWith({
  pillars: [
    { slug: 'camera', name: 'Camera' },
    { slug: 'sound', name: 'Sound' },
  ],
  categories: [
    { slug: 'shooting', name: 'Shooting', pillar: 'camera' },
    { slug: 'care', name: 'Care of equipment', pillar: 'camera' },
    { slug: 'recording', name: 'Recording', pillar: 'sound' },
  ],
  topics: [{ slug: 'gear', name: 'Gear' }],
  responsibilities: [
    { slug: 'frame', name: 'Frame the shot', topics: ['gear'] },
    { slug: 'focus', name: 'Pull focus' },
    { slug: 'gear', name: 'Look after equipment', topics: ['gear'] },
    { slug: 'slate', name: 'Mark scenes with the slate' },
    { slug: 'mix', name: 'Mix sound on set' },
    { slug: 'boom', name: 'Hold the boom' },
  ],
  roles: [
    { slug: 'boom', title: 'Boom operator' },
    { slug: 'ac', title: 'Camera assistant' },
    { slug: 'operator', title: 'Camera operator' },
    { slug: 'loader', title: 'Clapper loader' },
    { slug: 'dop', title: 'Director of photography' },
    { slug: 'mixer', title: 'Sound mixer' },
    { slug: 'trainee', title: 'Trainee' },
  ],
  appearances: [
    line(1, 'dop', 'camera/shooting', ['frame']),
    line(2, 'operator', 'camera/shooting', ['frame', 'gear']),
    line(3, 'ac', 'camera/care', ['focus', 'gear']),
    line(4, 'loader', 'camera/care', ['slate', 'gear']),
    line(5, 'trainee', 'camera/care', ['gear', 'slate']),
    line(6, 'trainee', 'sound/recording', ['gear']),
    line(7, 'mixer', 'sound/recording', ['mix', 'gear']),
    line(8, 'boom', 'sound/recording', ['boom', 'gear']),
  ].map((each) => ({ ...each, titles: [titleOf(each.role)] })),
});

function titleOf(slug: string): string {
  const titles = new Map([
    ['boom', 'Boom operator'],
    ['ac', 'Camera assistant'],
    ['operator', 'Camera operator'],
    ['loader', 'Clapper loader'],
    ['dop', 'Director of photography'],
    ['mixer', 'Sound mixer'],
    ['trainee', 'Trainee'],
  ]);
  return titles.get(slug) ?? slug;
}

const catalogs: readonly (readonly [string, Catalog])[] = [
  ['the catalog that ships', shipped],
  ['a catalog of a film set', filmSet],
  ['the catalog of a handbook', handbookCatalog],
  ['a catalog of roles only', rolesOnly],
];

function examplesOf(catalog: Catalog) {
  return exampleQueries(CatalogGraph.of(graphOfCatalog(catalog).structure));
}

/** The roles of a catalog whose titles an answer has. */
function rolesIn(answer: string, { roles }: Catalog): readonly string[] {
  return roles
    .map(({ title }) => title)
    .filter((title) => answer.includes(`"${title}`) || answer.includes(`${title} `));
}

describe.each(catalogs)('about %s', (_, catalog) => {
  const examples = examplesOf(catalog);

  test('there are six different questions', () => {
    expect(new Set(examples.map(({ name }) => name)).size).toBe(6);
    expect(new Set(examples.map(({ question }) => question)).size).toBe(6);
  });

  test.each(examples)('$name is answered in ten to thirty lines: $question', async ({ name, query }) => {
    const { ask, close } = await askingOf(catalog);
    const { data, errors } = await ask(query);
    await close();
    expect(errors).toEqual([]);
    const answer = compactJson({ data });
    const lines = answer.split('\n').length;
    expect(lines, answer).toBeGreaterThanOrEqual(10);
    expect(lines, answer).toBeLessThanOrEqual(30);
    const least = { 'graph-to-draw': 5, 'roles-to-draw': 2, 'two-roles': 2, paths: 2, 'catalog-facts': 0 }[name] ?? 1;
    expect(rolesIn(answer, catalog).length, answer).toBeGreaterThanOrEqual(least);
  });
});

test('any catalog of two roles or more has six questions with answers of ten to thirty lines', async () => {
  await fc.assert(
    fc.asyncProperty(smallCatalogs, async (catalog) => {
      fc.pre(catalog.roles.length > 1);
      const examples = examplesOf(catalog);
      expect(new Set(examples.map(({ question }) => question)).size).toBe(6);
      const { ask, close } = await askingOf(catalog);
      for (const { query } of examples) {
        const { data, errors } = await ask(query);
        expect(errors, query).toEqual([]);
        const lines = compactJson({ data }).split('\n').length;
        expect(lines >= 10 && lines <= 30, `${query}\n${compactJson({ data })}`).toBe(true);
      }
      await close();
    }),
  );
});

/** Thirty jobs that stand together on three lines, so that all overlaps between ten of them are 1. */
const manyTwins = catalogWith({
  pillars: [{ slug: 'ward', name: 'Ward' }],
  categories: ['day', 'night', 'late'].map((slug) => ({ slug, name: `Shift ${slug}`, pillar: 'ward' })),
  responsibilities: ['day', 'night', 'late'].map((slug) => ({ slug, name: `Work by ${slug}` })),
  roles: twins().map((slug) => ({ slug, title: slug })),
  appearances: twins().map((slug, index) => line((index % 3) + 1, slug, `ward/${shift(index)}`, [shift(index)])),
});

function twins(): readonly string[] {
  return Array.from({ length: 30 }, (_, index) => `nurse-${String(index).padStart(2, '0')}`);
}

function shift(index: number): string {
  return ['day', 'night', 'late'][index % 3] ?? 'day';
}

test('a drawing of roles that all overlap has no more than thirty lines', async () => {
  const drawing = examplesOf(manyTwins).find(({ name }) => name === 'graph-to-draw');
  const { ask, close } = await askingOf(manyTwins);
  const { data } = await ask(drawing?.query ?? '');
  await close();
  expect(compactJson({ data }).split('\n').length).toBeLessThanOrEqual(30);
});

test('the drawing of the catalog that ships has edges between several roles', async () => {
  const drawing = examplesOf(shipped).find(({ name }) => name === 'graph-to-draw');
  const { ask, close } = await askingOf(shipped);
  const { data } = await ask(drawing?.query ?? '');
  await close();
  expect(data).toMatchObject({ graph: { truncated: false } });
  expect(JSON.stringify(data).split('"weight"').length - 1).toBeGreaterThanOrEqual(5);
});

test.each([
  ['is read', catalogWith({})],
  ['can be read', undefined],
])('the questions name nothing of a catalog if none %s', (_, catalog) => {
  const examples = catalog === undefined ? exampleQueries(undefined) : examplesOf(catalog);
  expect(examples.map(({ name }) => name)).toEqual(['role-list', 'catalog-facts']);
});

test('a title with quotes and letters of any script is inserted unchanged', async () => {
  const title = 'Weird "role" \\ \u2028 日本 <script> $title';
  const catalog = catalogWith({ roles: [{ slug: 'x', title }] });
  const { ask, close } = await askingOf(catalog);
  const { data } = await ask(examplesOf(catalog)[0]?.query ?? '');
  await close();
  expect(data).toMatchObject({ role: { title } });
});
