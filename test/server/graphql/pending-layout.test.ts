import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { generatedCatalog } from '../../../bench/generated-catalog.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { openMemoryStore } from '../../../src/store/memory/memory-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { send, start } from '../running-server.ts';

test('an answer without positions is not given any more when there are positions', async () => {
  const large = graphOfCatalog(generatedCatalog({ roles: 1_500, seed: 1, appearancesPerRole: 2 }));
  const folder = await temporaryFolder();
  const store = await openMemoryStore({ folder, shippedCatalog: () => Promise.resolve(large), opensInWorker: true });
  const server = await start({ schema, store });
  await server.prepared;
  const query = encodeURIComponent('{ graph(select: { maxNodes: 1 }) { layout nodes { x } } }');
  const ask = (headers = {}) => send(`${server.url}/graphql?query=${query}`, { headers });
  const pending = await ask();
  expect(JSON.parse(pending.text)).toEqual({ data: { graph: { layout: 'PENDING', nodes: [{ x: null }] } } });
  const known = { 'If-None-Match': pending.headers.etag };
  await expect.poll(async () => (await ask(known)).status).toBe(200);
  const ready = await ask();
  expect(ready.text).toMatch(/^\{"data":\{"graph":\{"layout":"READY","nodes":\[\{"x":-?\d+\}\]\}\}\}$/);
  expect(ready.headers.etag).not.toBe(pending.headers.etag);
});
