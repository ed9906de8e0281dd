import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolegraph-doc-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the catalog that docs/catalog.md shows is valid and has no findings', async () => {
  const markdown = readFileSync(new URL('../../docs/catalog.md', import.meta.url), 'utf8');
  const [, yaml = ''] = /^```yaml\n([\s\S]*?)^```$/m.exec(markdown) ?? [];
  writeFileSync(join(folder, 'our-teams.yaml'), yaml);
  const { catalog, findings } = await readCatalog(join(folder, 'our-teams.yaml'));
  expect(findings).toEqual([]);
  expect(catalog?.roles).toHaveLength(1);
});
