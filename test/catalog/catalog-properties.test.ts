import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { canonicalCatalog, catalogDocument, catalogRevision } from '../../src/catalog/canonical-catalog.ts';
import { checkCatalog } from '../../src/catalog/check/check-catalog.ts';
import { diffCatalogs } from '../../src/catalog/diff-catalogs.ts';
import { matchingKey } from '../../src/text/matching-key.ts';
import { readCatalog } from '../../src/catalog/read/read-catalog.ts';
import { FindingCollector } from '../../src/catalog/check/finding-collector.ts';
import { generatedCatalogs } from './generated-catalogs.ts';
import { smallCatalog, withValue } from './small-catalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'rolegraph-properties-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function read(name: string, content: string | Uint8Array) {
  const location = join(folder, name);
  writeFileSync(location, content);
  return readCatalog(location);
}

describe('a catalog', () => {
  test('a catalog is the same after it was written and read, as JSON and as YAML', async () => {
    await fc.assert(
      fc.asyncProperty(generatedCatalogs, async (catalog) => {
        const canonical = canonicalCatalog(catalog);
        for (const [name, text] of [
          ['a.json', catalogDocument(catalog)],
          ['a.yaml', stringify(catalog)],
        ] as const) {
          const reading = await read(name, text);
          expect(reading.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
          expect(reading.catalog && canonicalCatalog(reading.catalog)).toEqual(canonical);
          expect(reading.catalog && catalogRevision(reading.catalog)).toBe(catalogRevision(catalog));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a canonical catalog is its own canonical form', () => {
    fc.assert(
      fc.property(generatedCatalogs, (catalog) => {
        expect(catalogDocument(canonicalCatalog(catalog))).toBe(catalogDocument(catalog));
      }),
    );
  });

  test('the order of roles, responsibilities and appearances does not change the revision', () => {
    fc.assert(
      fc.property(generatedCatalogs, (catalog) => {
        const turned = {
          ...catalog,
          roles: catalog.roles.toReversed(),
          responsibilities: catalog.responsibilities.toReversed(),
          appearances: catalog.appearances.toReversed(),
        };
        expect(catalogRevision(turned)).toBe(catalogRevision(catalog));
        expect(diffCatalogs(catalog, turned).isEmpty).toBe(true);
      }),
    );
  });

  test('two catalogs differ exactly if their revisions do', () => {
    fc.assert(
      fc.property(
        generatedCatalogs,
        generatedCatalogs,
        fc.constantFrom('pillars', 'topics', 'roles', 'name'),
        (one, other, part) => {
          const mixed = { ...one, [part]: other[part] };
          expect(diffCatalogs(one, mixed).isEmpty).toBe(catalogRevision(one) === catalogRevision(mixed));
        },
      ),
    );
  });
});

const anyPart = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>(null, '', 0, [], {}, [[]], [null], '\u0000', '__proto__', { slug: 1 }),
);
const anyPath = fc.constantFrom(
  ...[
    'name',
    'sources',
    'roles',
    'roles[0]',
    'roles[0].slug',
    'roles[0].title',
    'roles[0].alternateTitles',
    'roles[0].alternateTitles[0]',
  ],
  ...[
    'categories',
    'categories[0]',
    'categories[1].organizationTypes',
    'categories[1].relation',
    'responsibilities[0].topics',
  ],
  ...[
    'appearances',
    'appearances[0]',
    'appearances[0].source',
    'appearances[0].source.line',
    'appearances[0].titles',
    '__proto__',
  ],
);

describe('the checker', () => {
  const check = (value: unknown): void => {
    const findings = new FindingCollector();
    const catalog = checkCatalog([{ files: [{ fileIndex: 0, value }] }], findings);
    expect(catalog === undefined).toBe(findings.count('error') > 0);
    for (const finding of [...findings.byFile('error'), ...findings.byFile('warning')].flat()) {
      expect(finding.describe()).not.toBe('');
    }
  };

  test('the checker never throws, and finds something in any JSON that is no catalog', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        check(value);
      }),
      { numRuns: 500 },
    );
  });

  test('the checker never throws on a catalog with anything anywhere', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyPath, anyPart), { minLength: 1, maxLength: 3 }), (changes) => {
        let value: unknown = smallCatalog();
        for (const [path, part] of changes) {
          try {
            value = withValue(value, path, part);
          } catch {
            // An earlier change left nothing there to be changed.
          }
        }
        check(value);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the reader never throws', () => {
  const names = fc.constantFrom('a.yaml', 'a.json');
  const refused = async (name: string, content: string | Uint8Array): Promise<void> => {
    const { catalog, findings } = await read(name, content);
    expect(catalog === undefined).toBe(findings.some(({ severity }) => severity === 'error'));
    for (const { line } of findings) expect(line).toBeGreaterThan(0);
  };

  test('the reader never throws on any bytes', async () => {
    await fc.assert(fc.asyncProperty(names, fc.uint8Array({ maxLength: 200 }), refused), { numRuns: 200 });
  });

  test('the reader never throws on any text made of the characters of YAML and JSON', async () => {
    const token = fc.constantFrom(
      ...'[]{}:,-?&*!|>%"\'#\n \t'.split(''),
      '\n  ',
      '- ',
      ': ',
      '&a ',
      '*a',
      '<<',
      '---\n',
      'a',
      'slug',
      '1',
      '~',
    );
    const text = fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(''));
    await fc.assert(fc.asyncProperty(names, text, refused), { numRuns: 800 });
  });

  test('the reader never throws on a catalog in which any bytes were changed', async () => {
    const json = Buffer.from(JSON.stringify(smallCatalog(), undefined, 1));
    const yaml = Buffer.from(stringify(smallCatalog()));
    const change = fc.tuple(fc.nat(json.length), fc.nat(20), fc.string({ maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(names, fc.array(change, { maxLength: 3 }), async (name, changes) => {
        let content = name === 'a.json' ? json : yaml;
        for (const [at, length, text] of changes) {
          content = Buffer.concat([content.subarray(0, at), Buffer.from(text), content.subarray(at + length)]);
        }
        await refused(name, content);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the matching key', () => {
  test('the matching key ignores case, spaces and punctuation, brackets among it', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z0-9+#]{1,8}$/), { minLength: 1 }), (words) => {
        const key = words.join('');
        expect(matchingKey(words.join(' - ').toUpperCase())).toBe(key);
        expect(matchingKey(`[${words.join('/')}…)`)).toBe(key);
      }),
    );
  });
});
