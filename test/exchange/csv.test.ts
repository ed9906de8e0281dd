import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cleanText } from '../../src/text/clean-text.ts';
import { csvZip, edgesCsv, nodesCsv } from '../../src/exchange/formats/csv.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, fileOf, someDrawingOf, wholeFileOf } from '../support/exchanged-graphs.ts';

const rows = z.array(z.record(z.string(), z.string()));

function parsed(file: Buffer) {
  return rows.parse(parse(file, { columns: true, bom: true }));
}

test('nodes.csv and edges.csv have every node and edge, with the columns that Gephi knows', () => {
  const graph = exchangedOf(handbookCatalog);
  const nodes = parsed(fileOf(nodesCsv, graph));
  const edges = parsed(fileOf(edgesCsv, graph));
  expect(nodes.map(({ Id }) => Id)).toEqual(graph.nodes.map(({ id }) => id));
  expect(Object.keys(nodes[0] ?? {}).slice(0, 2)).toEqual(['Id', 'Label']);
  expect(nodes.find(({ Id }) => Id === 'role:sre')).toMatchObject({
    Label: 'Site Reliability Engineer',
    kind: 'ROLE',
    alternateTitles: 'SRE; 信頼性エンジニア',
    isUniversal: 'true',
    externalId: '',
  });
  expect(Object.keys(edges[0] ?? {}).slice(0, 4)).toEqual(['Source', 'Target', 'Type', 'Weight']);
  expect(edges.map(({ Source, Target, Weight }) => [Source, Target, Number(Weight)])).toEqual(
    [...graph.edges].map(({ source, target, weight }) => [source.id, target.id, weight]),
  );
  expect(new Set(edges.map(({ Id }) => Id)).size).toBe(edges.length);
});

test('edges.csv says of each edge whether it has a direction, unless one is requested for all', () => {
  const graph = exchangedOf(handbookCatalog, { minOverlap: 0 });
  const typesOf = (direction?: 'directed' | 'undirected') => {
    const edges = parsed(fileOf(edgesCsv, graph, direction && { direction }));
    return new Set(edges.map(({ Kind, Type }) => (Kind === 'OVERLAPS_WITH' ? `overlap ${Type}` : Type)));
  };
  expect(typesOf()).toEqual(new Set(['Directed', 'overlap Undirected']));
  expect(typesOf('directed')).toEqual(new Set(['Directed', 'overlap Directed']));
  expect(typesOf('undirected')).toEqual(new Set(['Undirected', 'overlap Undirected']));
});

test('nodes.csv has hostile titles, those that a spreadsheet would compute with a quote before them', () => {
  const labels = parsed(fileOf(nodesCsv, exchangedOf(hostileCatalog)))
    .filter(({ kind }) => kind === 'ROLE')
    .map(({ Label }) => Label);
  const inert = (title: string) => (/^[=+\-@\t]/.test(title) ? `'${title}` : title);
  expect(new Set(labels)).toEqual(new Set(hostileTitles.map((title) => inert(cleanText(title)))));
});

test('nodes.csv has negative positions as numbers', () => {
  const graph = exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf });
  const nodes = parsed(fileOf(nodesCsv, graph));
  expect(nodes.map(({ x }) => Number(x))).toEqual(graph.nodes.map((node) => someDrawingOf(node).x));
  expect(nodes.some(({ x }) => x?.startsWith('-'))).toBe(true);
});

test('CSV begins with a byte order mark only if that is requested', () => {
  const graph = exchangedOf(handbookCatalog);
  const mark = Buffer.from('\ufeff');
  for (const format of [nodesCsv, edgesCsv]) {
    const file = fileOf(format, graph);
    expect(fileOf(format, graph, { bom: true })).toEqual(Buffer.concat([mark, file]));
  }
});

test('csv.zip has both tables and says what is missing, and is the same at any time', async () => {
  const graph = exchangedOf(handbookCatalog, { maxNodes: 5 }, { cut: 'Only 5 of 20 nodes are here.' });
  const file = await wholeFileOf(csvZip, graph);
  const files = unzipSync(file);
  expect(Object.keys(files)).toEqual(['nodes.csv', 'edges.csv', 'about.txt']);
  expect(Buffer.from(files['nodes.csv'] ?? [])).toEqual(fileOf(nodesCsv, graph));
  expect(Buffer.from(files['edges.csv'] ?? [])).toEqual(fileOf(edgesCsv, graph));
  expect(Buffer.from(files['about.txt'] ?? []).toString('utf8')).toContain('Only 5 of 20 nodes are here.');
  expect(await wholeFileOf(csvZip, graph)).toEqual(file);
});

test('csv.zip has the day of the import as the date of its files', async () => {
  const file = await wholeFileOf(csvZip, exchangedOf(handbookCatalog));
  // The time and date of the first file, as MS-DOS has them: 12:00 on 30 November 2026.
  expect([file.readUInt16LE(10), file.readUInt16LE(12)]).toEqual([12 << 11, ((2026 - 1980) << 9) | (11 << 5) | 30]);
});
