import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { slugOfInvolvement } from '../../src/catalog/involvement.ts';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('a generated catalog', () => {
  test.each([1, 20, 300, 15_000])('a generated catalog of %d roles is valid, without a warning', async (roles) => {
    const file = join(await temporaryFolder(), 'catalog.json');
    await writeFile(file, JSON.stringify(generatedCatalog({ roles, seed: roles, appearancesPerRole: 2 })));
    const { catalog, findings } = await readCatalog(file);
    expect(findings).toEqual([]);
    expect(catalog?.roles).toHaveLength(roles);
  });

  test('a generated catalog is the same for the same settings, and different for another seed', () => {
    const settings = { roles: 50, seed: 3 };
    expect(generatedCatalog(settings)).toEqual(generatedCatalog(settings));
    expect(generatedCatalog(settings).roles).not.toEqual(generatedCatalog({ ...settings, seed: 4 }).roles);
  });

  test('a generated catalog is as skewed as real ones', () => {
    const { appearances, roles, responsibilities } = generatedCatalog({ roles: 2_000, seed: 1 });
    expect(appearances.length / roles.length).toBeGreaterThan(2.9);
    expect(appearances.length / roles.length).toBeLessThan(3.5);

    const performers = new Map<string, Set<string>>();
    const pillars = new Map<string, Set<string>>();
    for (const { role, category, responsibilities: performed } of appearances) {
      for (const slug of performed.map(slugOfInvolvement)) {
        performers.set(slug, (performers.get(slug) ?? new Set()).add(role));
      }
      pillars.set(role, (pillars.get(role) ?? new Set()).add(category.split('/', 1).join('')));
    }
    const counts = responsibilities.map(({ slug }) => performers.get(slug)?.size ?? 0).sort((a, b) => b - a);
    expect(counts[0]).toBeGreaterThan(roles.length / 3);
    expect(counts[Math.floor(counts.length / 2)]).toBeLessThan(30);
    expect(Array.from(pillars.values()).filter((owners) => owners.size >= 6).length).toBeGreaterThan(10);
    expect(roles.filter(({ alternateTitles = [] }) => alternateTitles.length > 0).length).toBeGreaterThan(500);
  });
});
