import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCatalog, readCatalogs } from '../../src/catalog/read/read-catalog.ts';
import { yamlOfCatalogPage } from '../support/catalogs/documented-catalogs.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolegraph-doc-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const seed = join(import.meta.dirname, '../../seed');

test('the catalog that docs/catalog-reference.md shows is valid and has no findings', async () => {
  const file = join(folder, 'our-teams.yaml');
  writeFileSync(file, yamlOfCatalogPage('name: Our teams'));
  const { catalog, findings } = await readCatalog(file);
  expect(findings).toEqual([]);
  expect(catalog?.roles).toHaveLength(1);
});

test('the catalog that docs/catalog-reference.md adds to the one that ships is valid with it, without more findings', async () => {
  const file = join(folder, 'our-backups.yaml');
  writeFileSync(file, yamlOfCatalogPage('name: Our backups'));
  const shipped = await readCatalog(seed);
  const { catalog, findings } = await readCatalogs([{ location: file }, { location: seed }]);
  expect(findings).toEqual(shipped.findings);
  expect(catalog?.roles).toHaveLength((shipped.catalog?.roles.length ?? 0) + 1);
});

test('the RACI table that docs/catalog-reference.md shows is valid and has no findings', async () => {
  const file = join(folder, 'our-raci.yaml');
  writeFileSync(file, yamlOfCatalogPage('name: Our RACI table'));
  const { catalog, findings } = await readCatalog(file);
  expect(findings).toEqual([]);
  expect(catalog?.appearances).toHaveLength(3);
});

test('the prefix that docs/catalog-reference.md shows keeps our teams apart from the catalog that ships', async () => {
  const file = join(folder, 'our-teams.yaml');
  writeFileSync(file, yamlOfCatalogPage('name: Our teams'));
  const { catalog } = await readCatalogs([{ location: seed }, { location: file, prefix: 'ours' }]);
  expect(catalog?.pillars.slice(-2)).toEqual([
    { slug: 'ours-security', name: 'Security (ours)' },
    { slug: 'ours-reliability', name: 'Reliability (ours)' },
  ]);
  expect(catalog?.categories.at(-1)).toMatchObject({ slug: 'ours-reviews', pillar: 'ours-security' });
});
