import { get } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { start, type Settings, type Started } from './running-server.ts';

/** A server with a small catalog, or another one. */
export async function serve(settings: Settings = {}, data = graphOfCatalog(handbookCatalog)): Promise<Started> {
  return start({
    store: await openMemoryStore({
      folder: '/nonexistent/rolegraph',
      shippedCatalog: () => Promise.resolve(data),
    }),
    ...settings,
  });
}

const decompress = { gzip: gunzipSync, br: brotliDecompressSync };

/** A file as a client gets it that accepts one encoding: what it is encoded in, and its text. */
export async function encodedFile(address: string, accepted: keyof typeof decompress) {
  const { promise, resolve, reject } = Promise.withResolvers<{ encoding: string | undefined; body: Buffer }>();
  get(address, { headers: { 'Accept-Encoding': accepted }, agent: false }, (response) => {
    const encoding = response.headers['content-encoding'];
    buffer(response).then((body) => {
      resolve({ encoding, body });
    }, reject);
  }).on('error', reject);
  const { encoding, body } = await promise;
  return { encoding, text: (encoding === accepted ? decompress[accepted](body) : body).toString() };
}
