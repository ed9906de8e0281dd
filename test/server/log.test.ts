import { expect, test } from 'vitest';
import { createLogger } from '../../src/server/logger.ts';
import { post, send, start } from './running-server.ts';
import { matching, aNumber } from './expected.ts';

test('a request is logged as one line with its operation, status, duration and id, but without its variables', async () => {
  const server = await start();
  const query = 'query ByNumber($n: Int!) { page(first: $n) }';
  const { headers } = await post(server, { query, variables: { n: 987_654 } });
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
    msg: 'POST /graphql 200',
  });
  expect(JSON.stringify(line)).not.toContain('987654');
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

test('a log without a terminal is JSON, and empty at level silent', async () => {
  const written: string[] = [];
  const output = { write: (text: string) => written.push(text) };
  (await createLogger({ logLevel: 'silent' }, output)).error('unheard');
  (await createLogger({ logLevel: 'info' }, output)).info('heard');
  await expect.poll(() => written).toHaveLength(1);
  expect(JSON.parse(written.join(''))).toEqual({ level: 30, time: matching(/^\d{4}-/), msg: 'heard' });
});
