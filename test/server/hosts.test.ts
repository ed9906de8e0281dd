import { expect, test } from 'vitest';
import { answersAnyName, hostCheck } from '../../src/server/http/hosts.ts';
import { containing } from './expected.ts';
import { sendRaw } from './raw-request.ts';
import { onlyError, send, start } from './running-server.ts';

const paths = ['/', '/graphql?query={title}', '/schema.graphql', '/graphiql/start.js', '/nothing'];

/** The status of the answer to a host, of a server that listens on `listening`; 200 if the host is not refused. */
function statusFor(listening: string, allowedHosts: readonly string[] | undefined, host: string): number {
  const check = hostCheck({ host: listening, allowedHosts });
  // The two parts of a request that the check reads.
  return check({ headers: { host }, rawHeaders: ['Host', host] })?.status ?? 200;
}

const loopbackHosts = [
  'localhost',
  'LocalHost:4000',
  'app.localhost',
  'localhost.',
  '127.0.0.1:4000',
  '127.8.9.1',
  '[::1]',
  '[::1]:4000',
];
const addresses = ['192.168.1.2', '10.0.0.1:4000', '[2001:db8::1]:4000', '0.0.0.0'];
const names = [
  'graph.example.org',
  'graph.example.org:4000',
  'rolegraph',
  'localhost.example.org',
  '127.0.0.1.example.org',
];

test.each(['127.0.0.1', '::1', 'localhost'])('a server that listens on %s answers loopback names only', (listening) => {
  for (const host of loopbackHosts) expect([host, statusFor(listening, undefined, host)]).toEqual([host, 200]);
  for (const host of [...addresses, ...names]) {
    expect([host, statusFor(listening, undefined, host)]).toEqual([host, 421]);
  }
  expect(answersAnyName({ host: listening, allowedHosts: undefined })).toBe(false);
});

test('a server that listens on loopback also answers the names in ALLOWED_HOSTS, which a proxy may pass', () => {
  const statuses = names.map((host) => statusFor('127.0.0.1', ['graph.example.org'], host));
  expect(statuses).toEqual([200, 200, 421, 421, 421]);
});

test.each(['0.0.0.0', '::', '192.168.1.2', 'graph.example.org'])(
  'a server that listens on %s answers addresses, and the names in ALLOWED_HOSTS if it is set',
  (listening) => {
    for (const host of [...loopbackHosts, ...addresses]) {
      expect([host, statusFor(listening, ['other.example.org'], host)]).toEqual([host, 200]);
    }
    for (const host of [...loopbackHosts, ...addresses, ...names]) {
      expect([host, statusFor(listening, undefined, host)]).toEqual([host, 200]);
    }
    expect(statusFor(listening, ['other.example.org'], 'Other.example.org.:80')).toBe(200);
    expect(statusFor(listening, ['other.example.org'], 'rolegraph')).toBe(421);
    expect(answersAnyName({ host: listening, allowedHosts: undefined })).toBe(true);
    expect(answersAnyName({ host: listening, allowedHosts: [] })).toBe(false);
  },
);

test('a server answers the name that it listens on', () => {
  expect(statusFor('graph.example.org', ['other.example.org'], 'graph.example.org')).toBe(200);
});

test('a page of a foreign name cannot read anything by DNS rebinding', async () => {
  const { url } = await start();
  for (const path of paths) {
    const reply = await send(`${url}${path}`, { headers: { Host: 'evil.example' } });
    expect([path, reply.status]).toEqual([path, 421]);
    expect(reply.text).toContain('ALLOWED_HOSTS');
  }
  const asked = await send(`${url}/graphql?query={title}`, {
    headers: { Host: 'evil.example', Origin: 'http://evil.example' },
  });
  expect(onlyError(asked)).toMatchObject({
    message: containing(
      'sent to the host "evil.example". This server answers requests to localhost and loopback addresses',
    ),
    extensions: { code: 'BAD_REQUEST' },
  });
});

test('the probes answer every host, as they use whatever address a machine has', async () => {
  const { url, prepared } = await start();
  await prepared;
  for (const path of ['/health', '/ready']) {
    expect(await send(`${url}${path}`, { headers: { Host: '10.1.2.3:4000' } })).toMatchObject({ status: 200 });
  }
});

test.each([
  ['two Host headers', 'Host: localhost\r\nhost: localhost\r\n', 'has 2 Host headers'],
  ['a Host header that is no host', 'Host: localhost/a\r\n', 'The Host header of the request is'],
  ['an empty Host header', 'Host:\r\n', 'The Host header of the request is'],
])('refuses %s', async (_, headers, message) => {
  const server = await start();
  for (const path of paths) {
    const reply = await sendRaw(server, [`GET ${path} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`]);
    expect(reply).toMatchObject({ statuses: [400], text: containing(message) });
  }
});

test('answers HTTP/1.0 without a Host header', async () => {
  const { text } = await sendRaw(await start(), ['GET /graphql?query={title} HTTP/1.0\r\n\r\n']);
  expect(text).toContain('{"data":{"title":"a title"}}');
});

test('the host of an absolute address counts instead of the Host header', async () => {
  const head = 'GET http://evil.example/graphql?query={title} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  expect(await sendRaw(await start(), [head])).toMatchObject({ statuses: [421] });
});
