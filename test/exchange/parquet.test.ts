import { unzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, test } from 'vitest';
import { cleanText } from '../../src/text/clean-text.ts';
import { parquetZip } from '../../src/exchange/formats/parquet.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../support/catalogs/hostile-catalog.ts';
import { exchangedOf, someDrawingOf, wholeFileOf } from '../support/exchanged-graphs.ts';
import type { ExchangedGraph } from '../../src/exchange/exchanged-graph.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';

/** The bytes of a file of the archive. */
async function fileOf(graph: ExchangedGraph, name: string): Promise<ArrayBuffer> {
  return new Uint8Array(unzipSync(await wholeFileOf(parquetZip, graph))[name] ?? []).buffer;
}

async function rowsOf(graph: ExchangedGraph, name: string): Promise<readonly Record<string, unknown>[]> {
  return parquetReadObjects({ file: await fileOf(graph, name) });
}

test('parquet.zip has every node and edge, with lists, numbers and nulls', async () => {
  const graph = exchangedOf(handbookCatalog);
  const nodes = await rowsOf(graph, 'nodes.parquet');
  const edges = await rowsOf(graph, 'edges.parquet');
  expect(nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
  expect(nodes.find(({ id }) => id === 'role:sre')).toMatchObject({
    label: 'Site Reliability Engineer',
    kind: 'ROLE',
    alternateTitles: ['SRE', '信頼性エンジニア'],
    pillarCount: 2,
    isUniversal: true,
    externalId: null,
    x: null,
  });
  expect(nodes.find(({ id }) => id === 'role:seller')).toMatchObject({ alternateTitles: [], isUniversal: false });
  expect(nodes.find(({ id }) => id === 'topic:backup')).toMatchObject({ alternateTitles: null, isUniversal: null });
  expect(edges.map(({ source, target, weight }) => [source, target, weight])).toEqual(
    [...graph.edges].map(({ source, target, weight }) => [source.id, target.id, weight]),
  );
});

test('parquet.zip has positions', async () => {
  const graph = exchangedOf(handbookCatalog, {}, { drawingOf: someDrawingOf });
  const nodes = await rowsOf(graph, 'nodes.parquet');
  expect(nodes.map(({ x, y }) => [x, y])).toEqual(
    graph.nodes.map((node) => [someDrawingOf(node).x, someDrawingOf(node).y]),
  );
});

test('parquet.zip says in its metadata what it is and what is missing', async () => {
  const graph = exchangedOf(handbookCatalog, {}, { cut: 'Some nodes are missing.' });
  const { key_value_metadata } = parquetMetadata(await fileOf(graph, 'edges.parquet'));
  expect(key_value_metadata).toEqual([
    { key: 'catalog', value: handbookCatalog.name },
    { key: 'version', value: '1' },
    { key: 'revision', value: graph.catalog.revision },
    { key: 'selection', value: 'A selection' },
    { key: 'cut', value: 'Some nodes are missing.' },
  ]);
});

test('parquet.zip has hostile titles, with a replacement for what no text can have', async () => {
  const nodes = await rowsOf(exchangedOf(hostileCatalog), 'nodes.parquet');
  const labels = nodes.filter(({ kind }) => kind === 'ROLE').map(({ label }) => label);
  expect(new Set(labels)).toEqual(new Set(hostileTitles.map(cleanText)));
});

test('parquet.zip of more nodes than a row group has them all', async () => {
  const catalog: Catalog = {
    ...handbookCatalog,
    appearances: [],
    roles: Array.from({ length: 2_500 }, (_, index) => ({ slug: `role-${index}`, title: `Role ${index}` })),
  };
  const graph = exchangedOf(catalog, { nodeKinds: ['ROLE'], maxNodes: 10_000 });
  const nodes = await rowsOf(graph, 'nodes.parquet');
  expect(nodes.map(({ id }) => id)).toEqual(graph.nodes.map(({ id }) => id));
  expect(await rowsOf(graph, 'edges.parquet')).toEqual([]);
});

test('parquet.zip is the same at any time', async () => {
  const graph = exchangedOf(handbookCatalog);
  expect(await wholeFileOf(parquetZip, graph)).toEqual(await wholeFileOf(parquetZip, graph));
});
