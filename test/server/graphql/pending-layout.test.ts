import { expect, test, vi } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { catalogWithLateLayout } from '../../store/late-layout.ts';
import { eventually } from '../../support/eventually.ts';
import { send, shippedStore, start } from '../running-server.ts';

async function serveWithLateLayout() {
  const { catalog, layOut } = catalogWithLateLayout();
  const store = await shippedStore();
  vi.spyOn(store, 'current').mockResolvedValue(catalog);
  const server = await start({ schema, store });
  await server.prepared;
  return { server, layOut };
}

test('an answer without positions is not given any more when there are positions', async () => {
  const { server, layOut } = await serveWithLateLayout();
  const query = encodeURIComponent('{ graph(select: { maxNodes: 1 }) { layout nodes { x } } }');
  const ask = (headers = {}) => send(`${server.url}/graphql?query=${query}`, { headers });
  const pending = await ask();
  expect(JSON.parse(pending.text)).toEqual({ data: { graph: { layout: 'PENDING', nodes: [{ x: null }] } } });
  const known = { 'If-None-Match': pending.headers.etag };
  expect((await ask(known)).status).toBe(304);
  layOut();
  await eventually(async () => {
    expect((await ask(known)).status).toBe(200);
  });
  const ready = await ask();
  expect(ready.text).toMatch(/^\{"data":\{"graph":\{"layout":"READY","nodes":\[\{"x":-?\d+\}\]\}\}\}$/);
  expect(ready.headers.etag).not.toBe(pending.headers.etag);
});

test('a file without positions is another one when there are positions', async () => {
  const { server, layOut } = await serveWithLateLayout();
  const ask = (headers = {}) => send(`${server.url}/graph.nodes.csv?maxNodes=1`, { headers });
  const pending = await ask();
  const known = { 'If-None-Match': pending.headers.etag };
  expect((await ask(known)).status).toBe(304);
  layOut();
  await eventually(async () => {
    expect((await ask(known)).status).toBe(200);
  });
  const ready = await ask();
  expect(ready.text).not.toBe(pending.text);
  expect((await ask({ 'If-None-Match': ready.headers.etag })).status).toBe(304);
});
