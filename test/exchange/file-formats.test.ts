import { expect, test } from 'vitest';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf } from '../support/exchanged-graphs.ts';

test('no two formats have the same ending or name', () => {
  expect(new Set(fileFormats.map(({ ending }) => ending)).size).toBe(fileFormats.length);
  expect(new Set(fileFormats.map(({ name }) => name)).size).toBe(fileFormats.length);
});

test.each(fileFormats)('$ending is the same file every time', (format) => {
  const once = fileOf(format, exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf }));
  expect(fileOf(format, exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf }))).toEqual(once);
});

test.each(fileFormats)('$ending says inside the file what a limit left out', (format) => {
  const file = fileOf(format, exchangedOf(handbookCatalog, {}, { cut: 'A limit left out 3 nodes.' }));
  expect(file.toString('utf8')).toContain('A limit left out 3 nodes.');
});

test.each(fileFormats.filter(({ ending }) => ending !== 'mmd'))(
  '$ending comes in parts of some kilobytes',
  async (format) => {
    const graph = exchangedOf(await shippedCatalog(), { minOverlap: 0, maxNodes: 10_000 });
    const lengths = Array.from(format.write(graph, {}), (part) => part.length);
    expect(lengths.length).toBeGreaterThan(10);
    expect(Math.max(...lengths)).toBeLessThan(32_768);
  },
);
