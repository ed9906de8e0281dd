import { once } from 'node:events';
import { connect, Socket } from 'node:net';
import { IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { clientAddressBehind } from '../../src/server/http/client-address.ts';
import { start } from './running-server.ts';

const health = 'GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n';

async function open(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, 'connect');
  return socket;
}

function nextData(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('data', (data: Buffer) => {
      resolve(data.toString());
    });
  });
}

function ask(socket: Socket): Promise<string> {
  socket.write(health);
  return nextData(socket);
}

test.each([{ maxConnections: 2 }, { maxConnectionsPerAddress: 2 }])(
  'closes the connection that is idle for longest if there are too many: %j',
  async (connections) => {
    const { url } = await start({ connections });
    const first = await open(url);
    await ask(first);
    await ask(await open(url));
    const closed = once(first, 'close');
    expect(await ask(await open(url))).toContain('200 OK');
    await closed;
  },
);

test('refuses a connection with 503 if no other is idle', async () => {
  const { url } = await start({ connections: { maxConnectionsPerAddress: 1 } });
  const busy = await open(url);
  busy.write('POST /graphql HTTP/1.1\r\n');
  expect(await nextData(await open(url))).toMatch(
    /^HTTP\/1.1 503 .*\r\nRetry-After: 1\r\n.*1 from one address are allowed/s,
  );
});

test('ends a connection that makes no progress', async () => {
  const { url } = await start({ connections: { stallTimeout: 50 } });
  const socket = await open(url);
  socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{');
  await once(socket, 'close');
});

test('tells clients how long it keeps idle connections', async () => {
  const { url } = await start();
  expect(await ask(await open(url))).toContain('Keep-Alive: timeout=75');
});

test.each<[number | readonly string[], string, string]>([
  [0, '1.1.1.1', '10.0.0.1'],
  [1, '6.6.6.6, 1.1.1.1', '1.1.1.1'],
  [2, '1.1.1.1', '1.1.1.1'],
  [['10.0.0.0/8'], '6.6.6.6, 1.1.1.1, 10.0.0.2', '1.1.1.1'],
  [['10.0.0.0/8'], '1.1.1.1:5000', '1.1.1.1'],
  [['192.168.0.1'], '1.1.1.1', '10.0.0.1'],
  [1, 'unknown', '10.0.0.1'],
])('with the trusted proxies %j, the client of "%s" is %s', (proxies, header, expected) => {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: '::ffff:10.0.0.1' });
  const request = new IncomingMessage(socket);
  request.headers['x-forwarded-for'] = header;
  expect(clientAddressBehind(proxies)(request)).toBe(expected);
});
