import { request as httpRequest } from 'node:http';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { pictureFormats, svgFormat } from '../../src/exchange/pictures/picture-formats.ts';
import { pictureAddress } from '../../src/exchange/pictures/picture-address.ts';
import { pictureKinds } from '../../src/exchange/pictures/picture-kinds.ts';
import { boardData } from '../../src/drawing/board/board-data.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { hostileCatalog } from '../support/catalogs/hostile-catalog.ts';
import { eventually } from '../support/eventually.ts';
import { catalogGraphOf } from '../support/exchanged-graphs.ts';
import { failingStore } from './failing-store.ts';
import { send, start } from './running-server.ts';
import { encodedFile, serve } from './served-files.ts';

const large = graphOfCatalog(generatedCatalog({ roles: 5_000, seed: 1 }));

/** A server whose work goes on only where a test lets it. */
async function serveHolding(env: Readonly<Record<string, string>>) {
  let isHolding = false;
  const held: (() => void)[] = [];
  const eventLoop = {
    now: () => performance.now(),
    onNextTurn: (callback: () => void) => {
      if (isHolding) held.push(callback);
      else setImmediate(callback);
    },
  };
  const { url, log } = await serve({ env, eventLoop });
  // Opens the catalog.
  await send(`${url}/picture/board.csv`);
  return {
    url,
    log,
    hold: () => {
      isHolding = true;
    },
    heldCount: () => held.length,
    release: () => {
      isHolding = false;
      for (const callback of held.splice(0)) setImmediate(callback);
    },
  };
}

/** The addresses of a picture of each kind in each format, of the small catalog. */
const examples = pictureKinds.flatMap((kind) => {
  const example = kind.example(catalogGraphOf(handbookCatalog));
  if (example === undefined) return [];
  const parameters = new Map(Object.entries(example).map(([name, value]) => [name, [value]]));
  return pictureFormats.map((format) => ({ format, address: pictureAddress(kind, format, parameters) }));
});

/** The width and the height in the header of a PNG. */
async function pngSize(address: string) {
  const reply = await fetch(address);
  const bytes = Buffer.from(await reply.arrayBuffer());
  expect([reply.status, bytes.subarray(1, 4).toString()], bytes.toString().slice(0, 200)).toEqual([200, 'PNG']);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), headers: reply.headers };
}

function svgSize(svg: string) {
  const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}

describe('an address', () => {
  test.each(examples)('$address is a file of its format', async ({ format, address }) => {
    const { url } = await serve();
    const reply = await fetch(`${url}${address}`);
    const text = await reply.text();
    expect(reply.status, text.slice(0, 300)).toBe(200);
    expect(reply.headers.get('content-type')).toBe(format.mediaType);
    const beginnings = { svg: '<svg xmlns', png: '\ufffdPNG', csv: '', html: '<!doctype html>', json: '{"catalog":{' };
    expect(text.startsWith(beginnings[format.ending])).toBe(true);
  });

  test('means the same with its parameters in the path and in the query', async () => {
    const { url } = await serve();
    const inQuery = await send(`${url}/picture/board.svg?width=500&theme=dark&of=security`);
    const inPath = await send(`${url}/picture/width=500/theme=dark/of=security/board.svg`);
    expect(inQuery.status).toBe(200);
    expect(inPath.text).toBe(inQuery.text);
  });

  test('accepts titles as ids, and capital letters', async () => {
    const { url } = await serve();
    const rows = async (address: string) => (await send(`${url}${address}`)).text;
    const byId = await rows('/picture/neighbourhood.csv?of=role:sre');
    expect(byId.split('\r\n').length).toBeGreaterThan(3);
    expect(await rows('/picture/Neighbourhood.CSV?of=SRE')).toBe(byId);
  });

  test('has the width, and the theme, and says at its foot where it comes from', async () => {
    const { url } = await serve();
    const svgOf = async (query: string) => (await send(`${url}/picture/board.svg${query}`)).text;
    expect(svgSize(await svgOf('')).width).toBe(1_200);
    expect(svgSize(await svgOf('?width=320')).width).toBe(320);
    const [light, dark, auto] = await Promise.all(['light', 'dark', 'auto'].map((theme) => svgOf(`?theme=${theme}`)));
    expect(await svgOf('')).toBe(light?.replace('?theme=light', ''));
    expect(dark).not.toContain('#fbfaf8');
    expect(auto).toMatch(/#fbfaf8[^]*@media \(prefers-color-scheme: ?dark\)/);
    const { revision, name, version } = graphOfCatalog(handbookCatalog).structure;
    const day = new Date().toISOString().slice(0, 10);
    expect(await svgOf('?width=900&lang=en')).toContain(
      `${name} ${version} · revision ${revision.slice(0, 8)} · ${day} · ${url}/picture/board.svg?width=900&amp;lang=en`,
    );
  });

  test('with .json gives the data of the picture, and the catalog that they are of', async () => {
    const { url } = await serve();
    const { text } = await send(`${url}/picture/board.json?of=security`);
    const graph = catalogGraphOf(handbookCatalog);
    const { name, version, revision } = graph.structure;
    const data = runToCompletion(boardData(graph, { of: ['pillar:security'] }));
    expect(JSON.parse(text)).toEqual({
      catalog: {
        catalog: name,
        version,
        revision,
        date: new Date().toISOString().slice(0, 10),
        address: `${url}/picture/board.json?of=security`,
      },
      data,
    });
    expect((await send(`${url}/picture/board.json?width=400`)).text).toContain('board.json has no parameter width');
  });

  test('of a PNG has so many pixels for each pixel of the picture', async () => {
    const { url } = await serve();
    const { width, height } = svgSize((await send(`${url}/picture/board.svg?width=400`)).text);
    const [once, twice] = await Promise.all(
      [1, 2].map((scale) => pngSize(`${url}/picture/board.png?width=400&scale=${scale}`)),
    );
    expect(once).toMatchObject({ width, height });
    expect(twice).toMatchObject({ width: width * 2, height: height * 2 });
  });

  test.each([
    ['/picture/bord.svg', 'There is no picture "bord" (did you mean "board"?). Available: board, '],
    ['/picture/board.gif', 'There is no format "gif" of pictures. Available: svg, png, csv, html and json.'],
    ['/picture/board', 'The address ends with "board"; it must end with a picture and its format, e.g. board.svg.'],
    [
      '/picture/width/board.svg',
      'The path has the part "width"; each part must be a parameter with a value, e.g. /picture/',
    ],
    ['/picture/board.svg?widht=400', 'There is no parameter "widht" (did you mean "width"?). Available: of, inAll,'],
    ['/picture/board.svg?scale=2', 'board.svg has no parameter scale. Available: of, '],
    ['/picture/board.csv?theme=dark', 'board.csv has no parameter theme. Available: of, '],
    ['/picture/board.svg?maxNodes=2', 'board.svg has no parameter maxNodes. Available: '],
    ['/picture/board.svg?width=319', 'width is 319; it must be between 320 and 4,000.'],
    ['/picture/board.svg?width=4001', 'width is 4,001; it must be between 320 and 4,000.'],
    ['/picture/board.svg?width=wide', 'width is "wide"; it takes a whole number, e.g. 2.'],
    ['/picture/board.svg?width=', 'width is empty; give it a value, or leave it out.'],
    ['/picture/board.svg?width=400&width=500', 'width is given 2 times; give it once.'],
    ['/picture/board.svg?theme=drak', 'theme is "drak" (did you mean "dark"?); it takes one of light, dark, auto.'],
    ['/picture/board.png?theme=auto', 'theme is "auto"; it takes one of light, dark.'],
    ['/picture/board.png?scale=5', 'scale is 5; it must be between 1 and 4.'],
    ['/picture/board.svg?lang=de', 'lang is "de"; English is the only language of pictures at present: en.'],
    ['/picture/board.csv?bom=maybe', 'bom is "maybe"; it takes one of 1, 0, true, false.'],
    ['/picture/board.svg?of=Securty', 'of has "Securty", which nothing here has as its id, title or name'],
    ['/picture/board.svg?of=Securty', 'Did you mean pillar:security?'],
    [
      '/picture/board.svg?of=SRE',
      'of has "SRE", which is a role; it takes the id or name of a pillar or organization type',
    ],
    ['/picture/neighbourhood.svg', 'of is missing; give the id, title or name of a role, responsibility, '],
    ['/picture/neighbourhood.svg?of=SRE&minOverlap=2', 'minOverlap is 2; '],
    ['/picture/neighbourhood.svg?of=SRE&edgeKinds=LIKES', 'edgeKinds is "LIKES"; it takes one of '],
    ['/picture/board.svg?of=%FF', 'The address of the request is not valid UTF-8.'],
  ])('%s is refused: %s', async (path, message) => {
    const reply = await send(`${(await serve()).url}${path}`);
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.text).toContain(message);
  });

  test('of a PNG with too many pixels is refused, and the limit is said', async () => {
    const { url } = await start();
    const reply = await send(`${url}/picture/board.png?width=4000&scale=4`);
    expect(reply.status).toBe(400);
    expect(reply.text).toMatch(
      /^The picture would have 16,000 × [\d,]+ pixels, which is more than the 25,000,000 that a PNG can have in all\. Give a smaller width or scale/,
    );
  });
});

describe('the headers of a picture', () => {
  test('let pages show it and people open it, and nothing else', async () => {
    const { url } = await serve();
    const { headers } = await send(`${url}/picture/board.svg`);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'",
    );
    expect(headers['content-disposition']).toBe('inline; filename="rolegraph-board.svg"');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect((await send(`${url}/picture/board.csv`)).headers['content-disposition']).toMatch(/^attachment; /);
    expect((await send(`${url}/picture/board.html`)).headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*style-src 'sha256-/,
    );
  });

  test('are those of a GET for a HEAD, which has no body', async () => {
    const { url } = await serve();
    for (const { address } of examples.slice(0, pictureFormats.length)) {
      const [whole, head] = [await send(`${url}${address}`), await send(`${url}${address}`, { method: 'HEAD' })];
      expect([head.status, head.text]).toEqual([200, '']);
      for (const name of ['content-type', 'content-length', 'content-disposition', 'etag', 'vary', 'cache-control']) {
        expect(head.headers[name], `${address} ${name}`).toBe(whole.headers[name]);
      }
    }
    expect((await send(`${url}/picture/board.svg?width=1`, { method: 'HEAD' })).status).toBe(400);
  });

  test('have a tag, by which a client that has the picture gets 304', async () => {
    const { url } = await serve();
    const { etag = '' } = (await send(`${url}/picture/board.svg`)).headers;
    const again = await send(`${url}/picture/board.svg`, { headers: { 'If-None-Match': etag } });
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    const other = await send(`${url}/picture/board.svg?theme=dark`, { headers: { 'If-None-Match': etag } });
    expect(other.status).toBe(200);
    expect((await send(`${(await start()).url}/picture/board.svg`)).headers.etag).not.toBe(etag);
  });

  test.each(['gzip', 'br'] as const)(
    'say that it is compressed with %s, if that is accepted and helps',
    async (encoding) => {
      const { url } = await serve();
      const svg = await encodedFile(`${url}/picture/board.svg`, encoding);
      expect(svg.encoding).toBe(encoding);
      expect(svg.text).toBe((await send(`${url}/picture/board.svg`)).text);
      expect((await encodedFile(`${url}/picture/board.png?width=320`, encoding)).encoding).toBeUndefined();
    },
  );

  test('let pages of listed origins read the picture, and refuse others', async () => {
    const { url } = await serve({ corsOrigins: ['https://wiki.example'] });
    const from = (origin: string, method = 'GET') =>
      send(`${url}/picture/board.svg`, { method, headers: { Origin: origin } });
    const allowed = await from('https://wiki.example');
    expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([200, 'https://wiki.example']);
    expect(allowed.headers.vary).toBe('Accept-Encoding, Origin');
    const foreign = await from('https://evil.example');
    expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([403, undefined]);
    const preflight = await from('https://wiki.example', 'OPTIONS');
    expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  test('an <img> of any page gets the picture: browsers send no Origin with it', async () => {
    const { url } = await serve();
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'image' };
    expect((await send(`${url}/picture/board.svg`, { headers })).status).toBe(200);
  });

  test('other methods and hosts are refused', async () => {
    const { url } = await serve();
    const reply = await send(`${url}/picture/board.svg`, { method: 'POST' });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect((await send(`${url}/picture/board.svg`, { headers: { Host: 'evil.example' } })).status).toBe(421);
  });
});

describe('the table of a picture', () => {
  test('is the same in CSV and HTML, with links to the other forms', async () => {
    const { url } = await serve();
    const csv = (await send(`${url}/picture/board.csv?of=security`)).text;
    const rows: readonly (readonly string[])[] = parse(csv);
    const html = (await send(`${url}/picture/of=security/board.html`)).text;
    const cells = [...html.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, text]) => text);
    expect(cells).toEqual(rows.flat().map((text) => text.replaceAll('&', '&amp;')));
    const links = [...html.matchAll(/href="([^"d][^"]*)"/g)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&'),
    );
    expect(links).toEqual([
      '../../picture/board.svg?of=security',
      '../../picture/board.csv?of=security',
      '../../picture',
    ]);
    for (const link of links) {
      expect((await send(new URL(link, `${url}/picture/of=security/board.html`).href)).status, link).toBe(200);
    }
  });

  test('begins with a byte order mark if that is asked for', async () => {
    const { url } = await serve();
    expect((await send(`${url}/picture/board.csv?bom=true`)).text.startsWith('\ufeff')).toBe(true);
    expect((await send(`${url}/picture/board.csv`)).text.startsWith('\ufeff')).toBe(false);
  });

  test('shows names as they are written, and no formula and no markup', async () => {
    const { url } = await serve({}, graphOfCatalog(hostileCatalog));
    const html = (await send(`${url}/picture/board.html`)).text;
    expect(html.slice(html.indexOf('<body>'))).not.toMatch(/<(script|img|svg|iframe)/);
    const rows: readonly (readonly string[])[] = parse((await send(`${url}/picture/board.csv`)).text);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.flat().filter((text) => /^[=+@\t]/.test(text))).toEqual([]);
  });
});

describe('pictures share the server', () => {
  test('a picture is made in slices', async () => {
    let turns = 0;
    const eventLoop = {
      now: () => performance.now(),
      onNextTurn: (callback: () => void) => {
        turns++;
        setImmediate(callback);
      },
    };
    const { url } = await serve({ eventLoop }, large);
    await send(`${url}/picture/board.svg?width=1`);
    const before = turns;
    expect((await send(`${url}/picture/board.svg`)).status).toBe(200);
    expect(turns - before).toBeGreaterThan(20);
  });

  test('more pictures than may be made at a time wait for each other', async () => {
    const { url, hold, release } = await serveHolding({ ROLEGRAPH_MAX_FILES: '1' });
    hold();
    const replies = Array.from({ length: 12 }, (_, index) => send(`${url}/picture/board.svg?width=${600 + index}`));
    release();
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual(replies.map(() => 200));
  });

  test('beyond a hundred that wait, clients are told to come again', async () => {
    const { url, hold, release } = await serveHolding({ ROLEGRAPH_MAX_FILES: '1' });
    hold();
    // One has the place.
    const replies = Array.from({ length: 102 }, (_, index) => send(`${url}/picture/board.csv?most=${index + 1}`));
    const refused = await Promise.race(replies);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '2']);
    expect(refused.text).toContain(
      'The server makes one picture at a time (ROLEGRAPH_MAX_FILES), and 100 more are waiting.',
    );
    release();
    const statuses = (await Promise.all(replies)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(101);
  });

  test('a client that disconnects while its picture is made gives its place back', async () => {
    const { url, log, hold, release, heldCount } = await serveHolding({ ROLEGRAPH_MAX_FILES: '1' });
    hold();
    const request = httpRequest(`${url}/picture/board.svg`, { agent: false });
    request.on('error', () => undefined).end();
    await eventually(() => {
      expect(heldCount()).toBeGreaterThan(0);
    });
    const next = send(`${url}/picture/board.csv`);
    request.destroy();
    await eventually(() => {
      expect(log()).toContainEqual(expect.objectContaining({ path: '/picture/board.svg', aborted: true }));
    });
    release();
    expect((await next).status).toBe(200);
  });

  test('a refused picture gives its place back', async () => {
    const { url } = await serve({ env: { ROLEGRAPH_MAX_FILES: '1' } });
    for (let time = 0; time < 3; time++) {
      expect((await send(`${url}/picture/board.png?width=4000&scale=4`)).status).toBe(400);
    }
    expect((await send(`${url}/picture/board.svg`)).status).toBe(200);
  });

  test('no PNG is made without the memory for it', async () => {
    const { url } = await serve({ answerMemoryBytes: 40 * 1024 * 1024 });
    const reply = await send(`${url}/picture/board.png`);
    expect(reply.status).toBe(503);
    expect(reply.text).toMatch(
      /^A PNG of this size takes \d+ MB of the memory for answers while it is made, which is 40 MB \(ROLEGRAPH_ANSWER_MEMORY_MB\)\. Ask for SVG/,
    );
    expect((await send(`${url}/picture/board.svg`)).status).toBe(200);
  });

  test('no picture is made without the memory for it', async () => {
    const { url } = await serve({ answerMemoryBytes: 10_000 });
    const reply = await send(`${url}/picture/board.svg`);
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '1']);
    expect(reply.text).toContain('The server has no memory left for this answer');
  });

  test('a picture costs its client what a query would, and a PNG more', async () => {
    const server = await serve({ costPerMinute: 1_000_000 });
    const { headers } = await send(`${server.url}/picture/board.svg`);
    expect(headers['ratelimit-policy']).toBe('"cost";q=1000000;w=60');
    const { width, height } = await pngSize(`${server.url}/picture/board.png`);
    await eventually(() => {
      const costs = server.log().flatMap(({ cost }) => (typeof cost === 'number' ? [cost] : []));
      expect(costs).toHaveLength(2);
      expect(costs[0]).toBeGreaterThan(10);
      expect(costs[1]).toBeGreaterThan((width * height) / 20);
    });
  });

  test('a picture costs its client what was done for it, even if it is refused then', async () => {
    const server = await serve();
    expect((await send(`${server.url}/picture/board.png?width=4000&scale=4`)).status).toBe(400);
    await eventually(() => {
      const costs = server.log().flatMap(({ cost }) => (typeof cost === 'number' ? [cost] : []));
      expect(costs).toEqual([expect.toSatisfy((cost: number) => cost > 10)]);
    });
  });

  test('a store that fails is told with 503', async () => {
    const { url } = await start({ store: failingStore(new StoreError('UNAVAILABLE', 'The folder cannot be read.')) });
    const reply = await send(`${url}/picture/board.svg`);
    expect([reply.status, reply.headers['retry-after'], reply.text]).toEqual([
      503,
      '1',
      'The folder cannot be read.\n',
    ]);
  });
});

describe('the page at /picture', () => {
  test('shows every kind with a picture, its parameters and its addresses', async () => {
    const { url } = await start();
    const { status, text } = await send(`${url}/picture`);
    expect(status).toBe(200);
    for (const { name, title, question, parameters } of pictureKinds) {
      for (const shown of [`id="${name}"`, title, question]) expect(text).toContain(shown);
      for (const parameter of parameters) expect(text).toContain(`<th scope="row">${parameter.name}</th>`);
    }
    const addresses = [...text.matchAll(/(?:href|src|srcset)="(picture\/[^"]*)"/g)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&'),
    );
    expect(addresses.length).toBeGreaterThan(pictureKinds.length * (pictureFormats.length + 3));
    for (const address of new Set(addresses)) {
      expect((await send(`${url}/${address}`, { method: 'HEAD' })).status, address).toBe(200);
    }
  });

  test('is linked from the first page and from /graph, and found with a slash at its end', async () => {
    const { url } = await serve();
    for (const page of ['/', '/graph']) expect((await send(`${url}${page}`)).text).toContain('href="picture"');
    const redirected = await send(`${url}/picture/`);
    expect([redirected.status, redirected.headers.location]).toEqual([308, '../picture']);
  });

  test('says why there is no catalog', async () => {
    const { url } = await start({ store: failingStore(new StoreError('UNAVAILABLE', 'The folder cannot be read.')) });
    const { status, text } = await send(`${url}/picture`);
    expect([status, text.includes('The folder cannot be read.')]).toEqual([503, true]);
  });
});

test('a server that offers no files has neither the page nor the pictures', async () => {
  const { url } = await serve({ env: { ROLEGRAPH_FILES: 'off' } });
  for (const path of ['/picture', '/picture/', `/picture/board.${svgFormat.ending}`]) {
    expect((await send(`${url}${path}`)).status, path).toBe(404);
  }
  expect((await send(`${url}/`)).text).not.toContain('href="picture"');
});
