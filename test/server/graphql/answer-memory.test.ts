import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { eventually } from '../../support/eventually.ts';
import { onlyError, post, start } from '../running-server.ts';

const megabyte = 1024 * 1024;
const graph = 'graph(select: { maxNodes: 10000, minOverlap: 0 }) { edges { id source target weight } }';
const large = `{ ${graph} }`;
/** More than the buffers of a connection take, which are some megabytes. */
const graphs = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `g${index}: ${graph}`).join(' ')} }`;
const largest = graphs(15);

test('an answer for which there is no memory is 503, says when to try again, and small ones are still given', async () => {
  const server = await start({ schema, answerMemoryBytes: megabyte });
  const reply = await post(server, { query: large });
  expect(reply.status).toBe(503);
  expect(reply.headers['retry-after']).toBe('1');
  const { message, extensions } = onlyError(reply);
  expect(message).toContain('may take 1 MB. Try again in a second, or ask for less.');
  expect(extensions).toEqual({ code: 'OVERLOADED', help: '/docs/performance#sizing' });
  expect((await post(server, { query: '{ roles { totalCount } }' })).status).toBe(200);
});

test('bodies that nobody reads hold memory until their clients are gone', async () => {
  const limit = 100 * megabyte;
  // Otherwise, a busy machine would take so long for all requests that the server ends the first connections before the last is made.
  const connections = { stallTimeout: 3_600_000 };
  const server = await start({ schema, answerMemoryBytes: limit, connections });
  const { status, text } = await post(server, { query: largest });
  expect(status).toBe(200);
  const { hostname, port } = new URL(server.url);
  const body = JSON.stringify({ query: largest });
  const head = `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  const sockets: Socket[] = [];
  while (sockets.length * text.length < limit) {
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    socket.write(`${head}\r\n${body}`);
    await once(socket, 'readable');
  }
  expect((await post(server, { query: largest })).status).toBe(503);
  for (const socket of sockets) socket.destroy();
  await eventually(async () => {
    expect((await post(server, { query: largest })).status).toBe(200);
  });
});

test.each(['application/json', 'multipart/mixed', 'text/event-stream'])(
  'a large answer is whole as %s',
  async (accept) => {
    const server = await start({ schema });
    const { text } = await post(server, { query: graphs(4) }, { accept });
    const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
    const expected = await post(server, { query: graphs(4) }, { accept: 'application/graphql-response+json' });
    expect(JSON.parse(json)).toEqual(JSON.parse(expected.text));
    expect(json.length).toBeGreaterThan(1_500_000);
  },
);
