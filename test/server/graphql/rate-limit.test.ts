import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { RateLimit } from '../../../src/server/graphql/limits/rate-limit.ts';
import { onlyError, post, start } from '../running-server.ts';

test('a client may spend as much as its bucket has, and is told when it may ask again', () => {
  let now = 0;
  const limit = new RateLimit(6_000, () => now);
  expect(limit.refusal('a')).toBeUndefined();
  limit.spend('a', 9_000);
  expect(limit.refusal('a')).toMatchObject({
    headers: { 'Retry-After': '31', RateLimit: '"cost";r=0;t=60' },
  });
  now += 30_010;
  expect(limit.refusal('a')).toBeUndefined();
  expect(limit.headers('a')).toEqual({ 'RateLimit-Policy': '"cost";q=6000;w=60', RateLimit: '"cost";r=1;t=60' });
});

test('a bucket is never fuller than its limit, and each client has its own', () => {
  let now = 0;
  const limit = new RateLimit(6_000, () => now);
  limit.spend('a', 6_000);
  expect(limit.refusal('b')).toBeUndefined();
  now += 3_600_000;
  expect(limit.headers('a')).toMatchObject({ RateLimit: '"cost";r=6000;t=0' });
});

test('a server with a limit answers until it is used up, then 429', async () => {
  const server = await start({ schema, costPerMinute: 1_000 });
  const first = await post(server, { query: '{ roles(first: 100) { nodes { title pillars { name } } } }' });
  expect(first.status).toBe(200);
  expect(first.headers['ratelimit-policy']).toBe('"cost";q=1000;w=60');
  await post(server, { query: '{ roles(first: 100) { nodes { title slug pillars { name } categories { name } } } }' });
  const refused = await post(server, { query: '{ catalog { name } }' });
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  const { message, extensions } = onlyError(refused);
  expect(message).toContain('its queries may cost 1,000 a minute');
  expect(extensions).toEqual({ code: 'RATE_LIMITED', help: '/docs/operations#rate-limit' });
});

test('an answer from the cache costs 1', async () => {
  const server = await start({ schema, costPerMinute: 1_000 });
  const remaining = async () => {
    const { headers } = await post(server, { query: '{ roles(first: 20) { nodes { title } } }' });
    return Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]);
  };
  const [first, second] = [await remaining(), await remaining()];
  expect(first).toBe(1_000 - (2 + 2 * 20));
  expect(second).toBeGreaterThanOrEqual(first - 1);
});

test('a server without a limit sends no RateLimit headers', async () => {
  const { headers } = await post(await start({ schema }), { query: '{ catalog { name } }' });
  expect(Object.keys(headers).filter((name) => name.startsWith('ratelimit'))).toEqual([]);
});
