import { expect, test } from 'vitest';
import { createLogger } from '../../src/server/logger.ts';
import { printSchema } from 'graphql';
import { StoreError } from '../../src/store/store-error.ts';
import { failingStore } from './failing-store.ts';
import { smallSchema } from './small-schema.ts';
import { post, send, start } from './running-server.ts';
import { matching, aNumber } from './expected.ts';

test('a request is logged as one line with its operation, status, duration and id, but without its variables', async () => {
  const server = await start();
  const query = 'query ByNumber($n: Int!) { page(first: $n) }';
  const userAgent = `browser/${'1'.repeat(300)}`;
  const { headers, text } = await post(server, { query, variables: { n: 987_654 } }, { 'User-Agent': userAgent });
  await expect.poll(server.log).toHaveLength(1);
  const [line] = server.log();
  expect(line).toMatchObject({
    level: 30,
    method: 'POST',
    path: '/graphql',
    status: 200,
    ms: aNumber,
    requestId: headers['x-request-id'],
    operation: 'ByNumber',
    client: '127.0.0.1',
    userAgent: userAgent.slice(0, 200),
    bytes: Buffer.byteLength(text),
    msg: 'POST /graphql 200',
  });
  expect(JSON.stringify(line)).not.toContain('987654');
});

test('the size of an answer is that of the bytes that are sent', async () => {
  const server = await start();
  await send(`${server.url}/schema.graphql`, { headers: { 'Accept-Encoding': 'gzip' } });
  await send(`${server.url}/schema.graphql`, { method: 'HEAD' });
  await expect.poll(() => server.log().map(({ bytes }) => bytes)).toEqual([aNumber, 0]);
  expect(server.log()[0]?.['bytes']).toBeLessThan(printSchema(smallSchema).length);
});

test('only the path of an address is logged', async () => {
  const server = await start();
  await send(`${server.url}/graphql?query={title}`);
  await expect.poll(() => server.log().map((line) => line['path'])).toEqual(['/graphql']);
});

test('the X-Request-Id of a request is used if it is short and plain', async () => {
  const { url } = await start();
  const idFor = async (given: string) =>
    (await send(`${url}/health`, { headers: { 'X-Request-Id': given } })).headers['x-request-id'];
  expect(await idFor('gateway-1:2.3_x')).toBe('gateway-1:2.3_x');
  for (const odd of ['a b', 'x'.repeat(129), '"}', '']) expect(await idFor(odd)).toMatch(/^[\da-f-]{36}$/);
});

test('probes that succeed are logged at level debug', async () => {
  const usual = await start();
  const close = await start({ logLevel: 'debug' });
  for (const server of [usual, close]) {
    await send(`${server.url}/health`);
    await send(`${server.url}/nothing`);
  }
  await expect.poll(() => usual.log().map((line) => line['msg'])).toEqual(['GET /nothing 404']);
  await expect.poll(() => close.log().map((line) => line['msg'])).toEqual(['GET /health 200', 'GET /nothing 404']);
});

test.each(['info', 'debug'] as const)(
  'a failure of the store is one line with its cause; its stack is logged at debug: %s',
  async (logLevel) => {
    const away = new StoreError('UNAVAILABLE', 'It does not answer.', { cause: new Error('open\n/secret/place') });
    const server = await start({ store: failingStore(away), logLevel });
    const reply = await post(server, { query: '{ title }' });
    const ready = await send(`${server.url}/ready`);
    const home = await send(server.url);
    for (const { text } of [reply, ready, home]) {
      expect(text).toContain('It does not answer.');
      expect(text).not.toContain('/secret');
    }
    const failures = server.log().filter(({ level }) => level === 50);
    const said = ['A request failed on the server', 'Not ready', 'The catalog cannot be shown'];
    expect(failures).toEqual(
      said.map((what) => ({
        level: 50,
        time: matching(/./),
        requestId: matching(/./),
        code: 'UNAVAILABLE',
        cause: 'open /secret/place',
        msg: `${what}: It does not answer.`,
      })),
    );
    const stacks = server.log().filter(({ level, err }) => level === 20 && err !== undefined);
    expect(stacks).toHaveLength(logLevel === 'debug' ? said.length + 1 : 0);
  },
);

test('a log without a terminal is JSON, and empty at level silent', async () => {
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text) };
  (await createLogger({ logLevel: 'silent' }, output)).error('unheard');
  (await createLogger({ logLevel: 'info' }, output)).info('heard');
  await expect.poll(() => written).toHaveLength(1);
  expect(JSON.parse(written.join(''))).toEqual({ level: 30, time: matching(/^\d{4}-/), msg: 'heard' });
});
