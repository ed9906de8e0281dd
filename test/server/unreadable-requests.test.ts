import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { listen } from '../../src/server/http/listen.ts';
import { recordRequest } from '../../src/server/http/request-record.ts';
import { refuseUnreadable } from '../../src/server/http/unreadable-requests.ts';
import { anybody } from '../../src/access/caller.ts';
import { createLogger } from '../../src/server/logger.ts';
import { closeConnection } from '../../src/server/http/close-connection.ts';
import { closedGate } from './small-schema.ts';
import { start, type Started } from './running-server.ts';
import { matching } from './expected.ts';

/** An open connection, and everything that the server has sent on it. */
async function connected({
  url,
}: Pick<Started, 'url'>): Promise<{ socket: Socket; received: () => string; ended: Promise<unknown> }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  // A server that refuses what is still being sent may reset the connection.
  socket.on('error', () => undefined);
  const ended = once(socket, 'close');
  await once(socket, 'connect');
  return { socket, received: () => text, ended };
}

/** Everything that the server sends in response to these bytes, until it closes the connection. */
async function exchanged(server: Pick<Started, 'url'>, bytes: string): Promise<string> {
  const { socket, received, ended } = await connected(server);
  socket.write(bytes);
  await ended;
  return received();
}

function headersOf(answer: string): Record<string, string> {
  const lines = answer.slice(0, answer.indexOf('\r\n\r\n')).split('\r\n').slice(1);
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
}

const chunked = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: known\r\nTransfer-Encoding: chunked\r\n';

describe('a request that the parser cannot read', () => {
  test.each([
    ['an unknown method', 'PLEASE / HTTP/1.1\r\n\r\n', 400, /^The request is not valid HTTP: .*method/],
    ['a TLS handshake', '\x16\x03\x01\x02\x00\x01\x00', 400, /^The request is not valid HTTP/],
    [
      'two lengths',
      'GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
      /^The request is not valid/,
    ],
    ['no Host header', 'GET / HTTP/1.1\r\n\r\n', 400, /^The request has no Host header, which HTTP\/1\.1 requires\.$/m],
    [
      'headers that are too large',
      `GET / HTTP/1.1\r\nHost: localhost\r\nCookie: ${'a'.repeat(300_000)}\r\n\r\n`,
      431,
      /^The address and the headers of the request together are larger than 272 kB.*smaller headers/,
    ],
    ['a broken body', `${chunked}\r\nno length\r\n`, 400, /^\{"errors":\[\{"message":"The request is not valid HTTP/],
    [
      'trailers that are too large',
      `${chunked}Trailer: a\r\n\r\n0\r\na: ${'a'.repeat(300_000)}\r\n\r\n`,
      431,
      /The trailers after the body of the request are larger than 272 kB/,
    ],
  ])('is answered and logged like any other: %s', async (_, bytes, status, message) => {
    const server = await start();
    const answer = await exchanged(server, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const headers = headersOf(answer);
    const body = answer.slice(answer.indexOf('\r\n\r\n') + 4);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      connection: 'close',
      date: matching(/GMT$/),
      'content-length': String(Buffer.byteLength(body)),
    });
    expect(body).toMatch(message);
    await expect.poll(server.log).toHaveLength(1);
    expect(server.log()[0]).toMatchObject({
      level: 30,
      status,
      requestId: headers['x-request-id'],
      client: '127.0.0.1',
      bytes: Buffer.byteLength(body),
    });
    if (bytes.includes('X-Request-Id')) expect(headers['x-request-id']).toBe('known');
  });

  test('is answered after the request before it', async () => {
    const server = await start();
    const gate = closedGate();
    const { socket, received, ended } = await connected(server);
    // In one packet, so that the parser fails before the first request is answered.
    socket.write('GET /graphql?query={slow} HTTP/1.1\r\nHost: localhost\r\n\r\nnot HTTP\r\n\r\n');
    await gate.reached;
    expect(received()).toBe('');
    gate.open();
    await ended;
    expect(received()).toMatch(/^HTTP\/1\.1 200 OK[^]*\{"data":\{"slow":"done"\}\}HTTP\/1\.1 400 Bad Request/);
  });

  test('is not answered twice', async () => {
    const server = await start();
    // Not found, whatever the body is.
    const answer = await exchanged(server, `${chunked.replace('/graphql', '/nothing')}\r\nno length\r\n`);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(server.log().map(({ status }) => status)).toEqual([404]);
  });
});

test('a client that does not close a refused connection is cut off after 3 seconds', () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const sent: string[] = [];
  const socket = new Duplex({
    read: () => undefined,
    write: (part, _, done) => {
      sent.push(String(part));
      done();
    },
  });
  closeConnection(socket, 'the last bytes');
  vi.advanceTimersByTime(2_999);
  expect([sent, socket.writableEnded, socket.destroyed]).toEqual([['the last bytes'], true, false]);
  vi.advanceTimersByTime(1);
  expect(socket.destroyed).toBe(true);
});

describe('a request that is not received in time', () => {
  /** A server that waits for a moment only, and answers what it has received. */
  async function impatientServer() {
    const lines: string[] = [];
    const logger = await createLogger({ logLevel: 'info' }, { write: (text) => lines.push(text) });
    const server = createServer({ requestTimeout: 50, headersTimeout: 50, connectionsCheckingInterval: 20 });
    const noteBegun = refuseUnreadable(server, { largestHead: 1024, requestTimeout: 50 }, logger);
    server.on('request', (request, response) => {
      noteBegun({
        request,
        response,
        record: recordRequest(request, response, { logger, addressOf: () => '127.0.0.1' }),
        caller: anybody,
      });
    });
    const url = await listen(server, { host: '127.0.0.1', port: 0 });
    onTestFinished(() => {
      server.close();
    });
    return {
      url,
      log: () => {
        logger.flush();
        return lines.join('');
      },
    };
  }

  test.each([
    ['its headers', 'GET / HTTP/1.1\r\nHost: loc'],
    ['its body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nhalf'],
  ])('is answered and logged like any other: %s', async (_, bytes) => {
    const server = await impatientServer();
    const answer = await exchanged(server, bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('The request was not received within 0.05 seconds, the time limit. Send it again.');
    const headers = headersOf(answer);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', connection: 'close' });
    await expect.poll(server.log).toContain(`"requestId":"${String(headers['x-request-id'])}"`);
    expect(server.log()).toContain('"status":408');
  });
});
