import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { countingSchema } from '../counting-schema.ts';
import { onlyError, send, start, type Reply, type Started } from '../running-server.ts';

const text = '{"query":"{ title }"}';
const answer = '{"data":{"title":"a title"}}';

function postBytes({ url }: Started, body: Buffer, encoding: string): Promise<Reply> {
  const headers = { 'Content-Type': 'application/json', 'Content-Encoding': encoding };
  return send(`${url}/graphql`, { method: 'POST', headers, body });
}

test.each([
  ['gzip', gzipSync(text)],
  ['GZIP', gzipSync(text)],
  ['x-gzip', gzipSync(text)],
  ['br', brotliCompressSync(text)],
  ['identity', Buffer.from(text)],
])('reads a body that is compressed with %s', async (encoding, body) => {
  expect((await postBytes(await start(), body, encoding)).text).toBe(answer);
});

test('a compressed body shares the answer to the same body', async () => {
  const server = await start({ schema: countingSchema().schema });
  const nth = '{"query":"{ nth }"}';
  const sent = [Buffer.from(nth), gzipSync(nth), brotliCompressSync(nth)];
  const texts: string[] = [];
  for (const [index, encoding] of ['identity', 'gzip', 'br'].entries()) {
    texts.push((await postBytes(server, sent[index] ?? Buffer.alloc(0), encoding)).text);
  }
  expect(new Set(texts)).toEqual(new Set(['{"data":{"nth":1}}']));
});

test.each(['deflate', 'zstd', 'gzip, gzip', 'gzip, br'])(
  'refuses a body that is compressed with %s',
  async (encoding) => {
    const reply = await postBytes(await start(), deflateSync(text), encoding);
    expect([reply.status, reply.headers['accept-encoding'], onlyError(reply).message]).toEqual([
      415,
      'gzip, br',
      `The request's Content-Encoding is "${encoding}". Send the body as it is, or compressed once, with gzip or br.`,
    ]);
  },
);

const zeros = Buffer.alloc(64 * 1024 * 1024);

test.each([
  ['gzip', gzipSync(zeros)],
  ['br', brotliCompressSync(zeros)],
])('refuses a body that is small, and large when it is decompressed: %s', async (encoding, bomb) => {
  expect(bomb.length).toBeLessThan(100_000);
  const reply = await postBytes(await start(), bomb, encoding);
  expect([reply.status, onlyError(reply).message]).toEqual([
    413,
    'The body of the request is larger than 256 kB (262,144 bytes) when it is decompressed, the limit for one request. Send a shorter query, or fewer values in its variables. To import a catalog, send it to /catalog by PUT, which takes up to 256 MB.',
  ]);
});

test('a body may have exactly the limit when it is decompressed', async () => {
  const server = await start();
  const limit = 256 * 1024;
  const largest = text + ' '.repeat(limit - text.length);
  expect((await postBytes(server, gzipSync(largest), 'gzip')).text).toBe(answer);
  expect((await postBytes(server, gzipSync(`${largest} `), 'gzip')).status).toBe(413);
});

test.each([
  ['no bytes', Buffer.alloc(0)],
  ['the body as it is', Buffer.from(text)],
  ['half of it', gzipSync(text).subarray(0, 12)],
])('refuses a body that is not what its Content-Encoding says: %s', async (_, body) => {
  const reply = await postBytes(await start(), body, 'gzip');
  expect([reply.status, onlyError(reply).message]).toEqual([
    400,
    'The body of the request cannot be decompressed: it is not gzip, which its Content-Encoding says, or its end is missing.',
  ]);
});

test('bodies that are half sent hold memory until their clients are gone', async () => {
  const server = await start({ answerMemoryBytes: 100_000 });
  const { hostname, port } = new URL(server.url);
  const half = connect(Number(port), hostname);
  await once(half, 'connect');
  half.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n' + ' '.repeat(90_000));
  const body = Buffer.from(`{"query":"{ title }"${' '.repeat(50_000)}}`);
  const large = () => postBytes(server, body, 'identity');
  const refused = await eventually(async () => {
    const reply = await large();
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '1']);
    return reply;
  });
  expect(onlyError(refused)).toMatchObject({ extensions: { code: 'OVERLOADED' } });
  expect((await postBytes(server, Buffer.from(text), 'identity')).status).toBe(200);
  half.destroy();
  await eventually(async () => {
    expect((await large()).status).toBe(200);
  });
});

test('a body that is refused for lack of memory gives it back', async () => {
  const server = await start({ answerMemoryBytes: 100_000 });
  const statusOf = async (length: number) =>
    (await postBytes(server, gzipSync(text + ' '.repeat(length)), 'gzip')).status;
  expect([await statusOf(150_000), await statusOf(90_000)]).toEqual([503, 200]);
});
