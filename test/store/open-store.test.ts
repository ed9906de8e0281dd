import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Finding } from '../../src/catalog/finding.ts';
import { openStore } from '../../src/store/open-store.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function opened(sources: string) {
  const findings: Finding[] = [];
  const store = await openStore(
    { dataFolder: await temporaryFolder(), neo4j: undefined, servesShipped: true },
    'COMMAND',
    undefined,
    undefined,
    { sources, onRead: (reading) => findings.push(...reading.findings) },
  );
  onTestFinished(() => store.close());
  return { store, findings };
}

test('the catalog that ships is quoted from the documents of a folder, and what is missing is reported', async () => {
  const { appearances, sources } = await shippedCatalog();
  const [source] = sources;
  if (source === undefined) throw new Error('the catalog has sources');
  const folder = await temporaryFolder();
  const last = Math.max(
    ...appearances.map((each) => (each.source?.source === source.slug ? (each.source.line ?? 0) : 0)),
  );
  await writeFile(join(folder, source.document), 'Words of a line.\n'.repeat(last));
  const { store, findings } = await opened(folder);
  const { texts } = await (await store.current()).data();
  const quotes = texts.appearances.map(({ quote }) => quote).filter((quote) => quote !== null);
  expect(quotes).toEqual(
    appearances.filter((each) => each.source?.source === source.slug).map(() => 'Words of a line.'),
  );
  expect(findings.filter(({ path }) => path.endsWith('.document'))).toHaveLength(sources.length - 1);
});

test('the catalog that ships is not served with documents that lack its lines', async () => {
  const { sources } = await shippedCatalog();
  const folder = await temporaryFolder();
  await writeFile(join(folder, sources[0]?.document ?? ''), 'One line.');
  const { store } = await opened(folder);
  await expect(store.current().then((catalog) => catalog.graph())).rejects.toThrow(
    'lack lines that the catalog that ships names',
  );
});
