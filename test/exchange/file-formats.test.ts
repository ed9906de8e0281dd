import { expect, test } from 'vitest';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { exchangedOf, someDrawingOf, wholeFileOf } from '../support/exchanged-graphs.ts';

/** The forms that are one text with a place for a note. Tables have none, and archives and workbooks are tested by themselves. */
const texts = fileFormats.filter(({ ending }) => !/csv|zip|xlsx/.test(ending));

test('no two formats have the same ending or name', () => {
  expect(new Set(fileFormats.map(({ ending }) => ending)).size).toBe(fileFormats.length);
  expect(new Set(fileFormats.map(({ name }) => name)).size).toBe(fileFormats.length);
});

test.each(fileFormats)('$ending is the same file every time', async (format) => {
  const once = await wholeFileOf(format, exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf }));
  expect(await wholeFileOf(format, exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf }))).toEqual(once);
});

test.each(texts)('$ending says inside the file what a limit left out', async (format) => {
  const file = await wholeFileOf(format, exchangedOf(handbookCatalog, {}, { cut: 'A limit left out 3 nodes.' }));
  expect(file.toString('utf8')).toContain('A limit left out 3 nodes.');
});

test.each(texts.filter(({ ending }) => ending !== 'mmd'))(
  '$ending comes in parts of some kilobytes',
  async (format) => {
    const graph = exchangedOf(await shippedCatalog(), { minOverlap: 0, maxNodes: 10_000 });
    const lengths: number[] = [];
    for await (const part of format.write(graph, {})) lengths.push(part.length);
    expect(lengths.length).toBeGreaterThan(10);
    expect(Math.max(...lengths)).toBeLessThan(65_536);
  },
);
