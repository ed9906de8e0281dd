import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { largeBody } from '../../src/server/http/body.ts';
import { encodedInParts } from '../../src/server/http/content-encoding.ts';

const decode = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };

test.each(['br', 'gzip', 'identity'] as const)('a small body is one part as %s', async (encoding) => {
  const parts = await encodedInParts([Buffer.from('{"data":'), Buffer.from('{}}')], encoding);
  expect(parts.map((part) => decode[encoding](part).toString())).toEqual(['{"data":{}}']);
});

test.each(['br', 'gzip', 'identity'] as const)('a large body stays in parts as %s', async (encoding) => {
  // Numbers that do not repeat, so that they are large even when compressed.
  const given = Array.from({ length: 40 }, (_, part) =>
    Buffer.from(Array.from({ length: largeBody / 160 }, (__, at) => Math.sin(part + at / 7)).join(',')),
  );
  const parts = await encodedInParts(given, encoding);
  expect(parts.length).toBeGreaterThan(1);
  expect(decode[encoding](Buffer.concat(parts)).equals(Buffer.concat(given))).toBe(true);
});
