import { request as httpRequest, type IncomingMessage } from 'node:http';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { views } from '../../src/graph/selection/views.ts';
import { someLayoutOf } from '../store/late-layout.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { eventually } from '../support/eventually.ts';
import { send, start, type Reply, type Sent, type Started } from './running-server.ts';
import { encodedFile, serve } from './served-files.ts';

const drawing = z.object({
  title: z.string(),
  cut: z.string().nullable(),
  nodes: z.array(z.looseObject({ id: z.string(), kind: z.string(), degree: z.number() })),
  links: z.array(z.looseObject({ kind: z.string(), source: z.string(), target: z.string(), weight: z.number() })),
});

function drawn({ text }: Pick<Reply, 'text'>) {
  return drawing.parse(JSON.parse(text));
}

async function fileOf(server: Started, path: string, sent?: Sent) {
  const reply = await send(`${server.url}${path}`, sent);
  expect(reply.status, reply.text).toBe(200);
  return drawn(reply);
}

/**
 * 5,000 roles: a file of several megabytes. It has a layout, so that no server computes one meanwhile, and a file keeps its
 * tag.
 */
const { structure, texts } = graphOfCatalog(generatedCatalog({ roles: 5_000, seed: 1 }));
const large = { structure: { ...structure, layout: someLayoutOf(structure) }, texts };

describe('an address', () => {
  test('gives the whole catalog where it selects nothing', async () => {
    const server = await serve();
    const { title, cut, nodes, links } = await fileOf(server, '/graph.d3.json');
    expect([title, cut]).toEqual(['The whole catalog', null]);
    expect(new Set(nodes.map(({ kind }) => kind))).toEqual(
      new Set(['ROLE', 'RESPONSIBILITY', 'TOPIC', 'PILLAR', 'CATEGORY', 'ORGANIZATION_TYPE']),
    );
    expect(links.length).toBeGreaterThan(nodes.length);
  });

  test('means the same with its parameters in the path and in the query', async () => {
    const server = await serve();
    const inQuery = await fileOf(server, '/graph.d3.json?roots=role:sre&depth=2&nodeKinds=ROLE,PILLAR');
    const inPath = await fileOf(server, '/graph/roots=role:sre/depth=2/nodeKinds=ROLE,PILLAR/graph.d3.json');
    const inBoth = await fileOf(server, '/graph/roots=role%3Asre/nodeKinds=ROLE%2CPILLAR/graph.d3.json?depth=2');
    expect(inQuery.nodes.length).toBeGreaterThan(1);
    expect(new Set(inQuery.nodes.map(({ kind }) => kind))).toEqual(new Set(['ROLE', 'PILLAR']));
    expect(inQuery.title).toBe('Site Reliability Engineer, depth 2, selected kinds');
    expect(inPath).toEqual(inQuery);
    expect(inBoth).toEqual(inQuery);
  });

  test('accepts titles as ids, kinds in words, and small letters', async () => {
    const server = await serve();
    const byId = await fileOf(
      server,
      '/graph.d3.json?roots=role:sre,pillar:security&nodeKinds=ROLE,PILLAR&edgeKinds=APPEARS_IN',
    );
    const byName = await fileOf(
      server,
      '/graph.d3.json?roots=SRE,%20security&nodeKinds=roles,pillar&edgeKinds=appears-in',
    );
    expect(byName).toEqual(byId);
  });

  test('takes a name with commas as a whole, or several parameters of the same name', async () => {
    const catalog = catalogWith({
      pillars: [
        { slug: 'grc', name: 'Governance, Risk, Compliance' },
        { slug: 'risk', name: 'Risk' },
      ],
      categories: [{ slug: 'c', name: 'C', pillar: 'grc' }],
      roles: [{ slug: 'a', title: 'A' }],
      appearances: [line(1, 'a', 'grc/c')],
    });
    const server = await serve({}, graphOfCatalog(catalog));
    const idsAt = async (query: string) =>
      (await fileOf(server, `/graph.d3.json?depth=0&${query}`)).nodes.map(({ id }) => id).toSorted();
    expect(await idsAt('roots=Governance, Risk, Compliance'.replaceAll(' ', '%20'))).toEqual(['pillar:grc']);
    expect(await idsAt('roots=Governance,+Risk,+Compliance&roots=Risk,A')).toEqual([
      'pillar:grc',
      'pillar:risk',
      'role:a',
    ]);
  });

  test('selects what the query of the same parameters selects', async () => {
    const server = await start();
    const { nodes, links } = await fileOf(
      server,
      '/graph.d3.json?roots=role:devops-engineer&depth=2&edgeKinds=OVERLAPS_WITH&minOverlap=0.1&maxNodes=500',
    );
    expect(nodes[0]?.id).toBe('role:devops-engineer');
    expect(nodes.every(({ kind }) => kind === 'ROLE')).toBe(true);
    expect(links.every(({ kind, weight }) => kind === 'OVERLAPS_WITH' && weight >= 0.1)).toBe(true);
    expect(links.length).toBeGreaterThan(10);
  });

  test.each([
    ['roles', ['ROLE'], ['OVERLAPS_WITH']],
    ['pillars', ['PILLAR'], ['OVERLAPS_WITH']],
    ['bipartite', ['CATEGORY', 'ORGANIZATION_TYPE', 'PILLAR', 'ROLE'], ['APPEARS_IN', 'IN_CATEGORY', 'WORKS_IN']],
    ['duties', ['RESPONSIBILITY', 'ROLE'], ['PERFORMS']],
    ['evidence', ['APPEARANCE', 'CATEGORY', 'RESPONSIBILITY', 'ROLE', 'SOURCE'], ['NAMES', 'OF', 'STATED_IN', 'UNDER']],
    [
      'all',
      ['APPEARANCE', 'CATEGORY', 'ORGANIZATION_TYPE', 'PILLAR', 'RESPONSIBILITY', 'ROLE', 'SOURCE', 'TOPIC'],
      [
        'ABOUT',
        'APPEARS_IN',
        'IN_CATEGORY',
        'NAMES',
        'OF',
        'OVERLAPS_WITH',
        'PART_OF',
        'PERFORMS',
        'STATED_IN',
        'UNDER',
        'WORKS_IN',
      ],
    ],
  ])('of the view %s has its kinds of nodes and edges', async (view, ofNodes, ofEdges) => {
    const server = await start();
    const { nodes, links } = await fileOf(server, `/graph/view=${view}/graph.d3.json`);
    expect([...new Set(nodes.map(({ kind }) => kind))].toSorted()).toEqual(ofNodes);
    expect([...new Set(links.map(({ kind }) => kind))].toSorted()).toEqual(ofEdges);
    // Appearances, sources and all others are connected, but for roles and pillars that are like no other.
    const isolated = nodes.filter(({ degree, kind }) => degree === 0 && kind !== 'ROLE' && kind !== 'PILLAR');
    expect(isolated).toEqual([]);
  });

  test('of a view can be narrowed, and has roots', async () => {
    const server = await start();
    const { title, nodes } = await fileOf(server, '/graph.d3.json?view=evidence&roots=DevOps%20Engineer&depth=2');
    expect(title).toBe('DevOps Engineer, depth 2, view evidence');
    const kinds = Map.groupBy(nodes, ({ kind }) => kind);
    expect(kinds.get('ROLE')).toHaveLength(1);
    expect(kinds.get('APPEARANCE')?.length).toBeGreaterThan(1);
    expect(kinds.get('SOURCE')?.length).toBeGreaterThan(0);
  });

  test.each([
    ['/graph.d3.jsn', 'There is no format "d3.jsn" (did you mean "d3.json"?). Available: graph.'],
    ['/graph.d3.json?dept=2', 'There is no parameter "dept" (did you mean "depth"?). Available: view, roots, depth,'],
    ['/graph.d3.json?direction=mixed', 'graph.d3.json has no parameter direction. Available: view, roots,'],
    ['/graph.d3.json?depth=5', 'depth is 5; it must be between 0 and 4.'],
    ['/graph.d3.json?depth=deep', 'depth is "deep"; it takes a whole number'],
    ['/graph.d3.json?depth=1&depth=2', 'depth is given 2 times; give it once.'],
    ['/graph.d3.json?roots=', 'roots is empty; give it a value, or leave it out.'],
    ['/graph.d3.json?minOverlap=1.5', 'minOverlap is 1.5; scores are between 0 and 1.'],
    ['/graph.d3.json?minOverlap=high', 'minOverlap is "high"; it takes a number from 0 to 1'],
    ['/graph.d3.json?maxNodes=0', 'maxNodes is 0; it must be between 1 and 1,000,000.'],
    ['/graph.d3.json?nodeKinds=ROLE,ROBOT', 'nodeKinds is "ROBOT"; it takes one of ROLE, RESPONSIBILITY,'],
    ['/graph.d3.json?edgeKinds=LIKES', 'edgeKinds is "LIKES"; it takes one of APPEARS_IN,'],
    ['/graph.d3.json?view=role', 'view is "role" (did you mean "roles"?); it takes one of roles, pillars, bipartite,'],
    ['/graph.d3.json?roots=Site%20Reliabilty%20Engineer', 'Did you mean role:sre?'],
    ['/graph.edges.csv?direction=up', 'direction is "up"; it takes one of'],
    ['/graph.nodes.csv?bom=maybe', 'bom is "maybe"; it takes one of 1, 0, true, false.'],
    ['/graph/depth/graph.d3.json', 'The path has the part "depth"; each part must be a parameter with a value'],
    ['/graph/depth=2', 'The address ends with "depth=2"; it must end with graph.<format>'],
    ['/graph/depth=%ZZ/graph.d3.json', 'The path has the part "depth=%ZZ", which is not encoded correctly'],
    ['/graph.d3.json?roots=%FF', 'The address of the request is not valid UTF-8.'],
  ])('%s is refused: %s', async (path, message) => {
    const reply = await send(`${(await serve()).url}${path}`);
    expect(reply.status).toBe(400);
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(reply.text).toContain(message);
  });
});

test('a selection that is too large for its format is refused, and how to narrow it is said', async () => {
  const { url } = await serve({ env: { ROLEGRAPH_MAX_FILES: '1' } }, large);
  const reply = await send(`${url}/graph.mmd`);
  expect(reply.status).toBe(400);
  expect(reply.text).toMatch(/^The selection has [\d,]+ (nodes|edges), and Mermaid can have at most/);
  expect(reply.text).toContain('Narrow the selection with roots, depth, nodeKinds, edgeKinds, minOverlap or maxNodes');
  expect((await send(`${url}/graph.mmd?maxNodes=3`)).status).toBe(200);
});

describe('the headers of a file', () => {
  test('name it and its format', async () => {
    const { url } = await serve();
    const { headers } = await send(`${url}/graph.d3.json?roots=role:sre&depth=2&view=duties`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['content-disposition']).toBe('attachment; filename="rolegraph-sre-depth-2-duties.d3.json"');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('x-rolegraph-truncated');
  });

  test('are those of a GET for a HEAD, which has no body', async () => {
    const { url } = await serve();
    const path = `${url}/graph.d3.json?maxNodes=3`;
    const [whole, head] = [await send(path), await send(path, { method: 'HEAD' })];
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of [
      'content-type',
      'content-disposition',
      'etag',
      'x-rolegraph-truncated',
      'vary',
      'cache-control',
    ]) {
      expect(head.headers[name], name).toBe(whole.headers[name]);
    }
  });

  test('have a tag, by which a client that has the file gets 304', async () => {
    const { url } = await serve();
    const headers = { Host: 'localhost' };
    const { etag = '' } = (await send(`${url}/graph.d3.json`, { headers })).headers;
    const known = { headers: { ...headers, 'If-None-Match': etag } };
    const again = await send(`${url}/graph.d3.json`, known);
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    expect((await send(`${url}/graph.d3.json?depth=2`, known)).status).toBe(200);
    // A server with another catalog.
    expect((await send(`${(await serve({}, large)).url}/graph.d3.json`, { ...known, method: 'HEAD' })).status).toBe(
      200,
    );
  });

  test('a file says where it can be requested again, as the client wrote it', async () => {
    const sent = { headers: { Host: 'localhost:8080', 'X-Forwarded-Proto': 'https' } };
    const addressIn = async ({ url }: Started) =>
      /seeAlso> <([^>]*)>|seeAlso <([^>]*)>/
        .exec((await send(`${url}/graph.ttl?roots=SRE`, sent)).text)
        ?.slice(1)
        .join('');
    expect(await addressIn(await serve())).toBe('http://localhost:8080/graph.ttl?roots=SRE');
    const behindProxy = await serve({ env: { TRUST_PROXY: '1' } });
    expect(await addressIn(behindProxy)).toBe('https://localhost:8080/graph.ttl?roots=SRE');
  });

  test('say that a file is cut, as does the file', async () => {
    const server = await serve();
    const reply = await send(`${server.url}/graph.d3.json?maxNodes=3`);
    const sentence =
      'This is not the whole selection: it has the first 3 nodes, those nearest to the roots and of most edges, because maxNodes is 3.';
    expect(reply.headers['x-rolegraph-truncated']).toBe(sentence);
    expect(drawn(reply).cut).toBe(sentence);
    expect(drawn(reply).nodes).toHaveLength(3);
  });

  test('say that the limit of the server cut a file, which has all edges of its nodes', async () => {
    const server = await serve({ env: { ROLEGRAPH_MAX_FILE_ELEMENTS: '1000' } }, large);
    const reply = await send(`${server.url}/graph.d3.json`);
    const { nodes, links, cut } = drawn(reply);
    expect(nodes.length + links.length).toBeLessThanOrEqual(1_000);
    expect(nodes.length + links.length).toBeGreaterThan(900);
    expect(cut).toContain('because a file can have at most 1,000 nodes and edges (ROLEGRAPH_MAX_FILE_ELEMENTS).');
    expect(reply.headers['x-rolegraph-truncated']).toBe(cut);
  });

  test.each(['gzip', 'br'] as const)(
    'say that it is compressed with %s, if the client accepts that',
    async (encoding) => {
      const { url } = await serve();
      const file = await encodedFile(`${url}/graph.d3.json`, encoding);
      expect(file.encoding).toBe(encoding);
      expect(file.text).toBe((await send(`${url}/graph.d3.json`)).text);
    },
  );

  test('let pages of listed origins read the file, and refuse others', async () => {
    const { url } = await serve({ corsOrigins: ['https://gephi.org'] });
    const from = (origin: string, method = 'GET') =>
      send(`${url}/graph.d3.json?depth=0&roots=SRE`, { method, headers: { Origin: origin } });
    const allowed = await from('https://gephi.org');
    expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([200, 'https://gephi.org']);
    expect(allowed.headers['access-control-expose-headers']).toContain('X-Rolegraph-Truncated');
    expect(allowed.headers.vary).toBe('Accept-Encoding, Origin');
    const foreign = await from('https://evil.example');
    expect([foreign.status, foreign.headers['access-control-allow-origin']]).toEqual([403, undefined]);
    const preflight = await from('https://gephi.org', 'OPTIONS');
    expect([preflight.status, preflight.headers['access-control-allow-methods']]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect((await from('https://evil.example', 'OPTIONS')).status).toBe(403);
  });

  test('a request to a host that is not served is refused', async () => {
    const { url } = await serve();
    expect((await send(`${url}/graph.d3.json`, { headers: { Host: 'evil.example' } })).status).toBe(421);
  });

  test('other methods are refused', async () => {
    const { url } = await serve();
    const reply = await send(`${url}/graph.d3.json`, { method: 'POST' });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

/** A client that has got the first bytes of a large file, and reads no further. */
async function stalled({ url }: Started, path = '/graph.d3.json?view=all') {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = httpRequest(`${url}${path}`, { agent: false }, resolve);
    request.on('error', reject).end();
    onTestFinished(() => {
      request.destroy();
    });
  });
  response.on('error', () => undefined);
  return response;
}

describe('files share the server', () => {
  test('a file is made in slices, few nodes and edges in each', async () => {
    let turns = 0;
    const eventLoop = {
      now: () => performance.now(),
      onNextTurn: (callback: () => void) => {
        turns++;
        setImmediate(callback);
      },
    };
    const server = await serve({ eventLoop }, large);
    await send(`${server.url}/graph.d3.json?depth=0&maxNodes=1`);
    const before = turns;
    const { nodes, links } = await fileOf(server, '/graph.d3.json');
    // Each element is looked at several times: ranked, sorted, connected, counted, written.
    expect(nodes.length + links.length).toBeGreaterThan(50_000);
    expect((nodes.length + links.length) / (turns - before)).toBeLessThan(128);
  });

  test('so many are made at a time; beyond that, clients are told to come again', async () => {
    const server = await serve({ env: { ROLEGRAPH_MAX_FILES: '1' } }, large);
    const reading = await stalled(server);
    const refused = await send(`${server.url}/graph.d3.json?depth=0`);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '2']);
    expect(refused.text).toContain('The server makes one file of the graph at a time (ROLEGRAPH_MAX_FILES)');
    // A client that has the file needs no place.
    const { etag = '' } = reading.headers;
    const known = await send(`${server.url}/graph.d3.json?view=all`, { headers: { 'If-None-Match': etag } });
    expect(known.status).toBe(304);
    // A client that disconnects gives its place back.
    reading.destroy();
    await eventually(async () => {
      expect((await send(`${server.url}/graph.d3.json?roots=role:r&depth=0`)).status).not.toBe(503);
    });
  });

  test('a refused selection gives its place back', async () => {
    const server = await serve({ env: { ROLEGRAPH_MAX_FILES: '1' } });
    for (let time = 0; time < 3; time++) {
      expect((await send(`${server.url}/graph.d3.json?depth=9`)).status).toBe(400);
    }
    expect((await send(`${server.url}/graph.d3.json`)).status).toBe(200);
  });

  test('a file that is not received in time is cut off', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const server = await serve({ connections: { stallTimeout: 600_000 } }, large);
    const response = await stalled(server);
    const closed = new Promise((resolve) => response.once('close', resolve));
    vi.advanceTimersByTime(59_999);
    expect(response.destroyed).toBe(false);
    vi.advanceTimersByTime(1);
    response.resume();
    await closed;
    expect(response.complete).toBe(false);
    vi.useRealTimers();
    await eventually(() => {
      const messages = server.log().map(({ msg }) => String(msg));
      expect(messages.find((each) => each.startsWith('A file was cut off'))).toContain(
        'not made and received within 60 seconds',
      );
    });
  });

  test('a client that reads nothing for the stall timeout is cut off', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const server = await serve({}, large);
    const response = await stalled(server);
    const closed = new Promise((resolve) => response.once('close', resolve));
    // Until the server waits for the client: what the operating system buffers is taken at once.
    await eventually(() => {
      expect(vi.getTimerCount()).toBe(2);
    });
    vi.advanceTimersByTime(30_000);
    response.resume();
    await closed;
    expect(response.complete).toBe(false);
  });

  test('no file is made without the memory for it', async () => {
    const server = await serve({ answerMemoryBytes: 8 * 1024 }, large);
    const reply = await send(`${server.url}/graph.d3.json`);
    expect([reply.status, reply.headers['retry-after']]).toEqual([503, '1']);
    expect(reply.text).toContain('The server has no memory left for this answer');
  });

  test('a file costs its client what a query would', async () => {
    const server = await serve({ costPerMinute: 1_000 }, large);
    const first = await send(`${server.url}/graph.d3.json`);
    expect([first.status, first.headers['ratelimit-policy']]).toEqual([200, '"cost";q=1000;w=60']);
    await eventually(async () => {
      const next = await send(`${server.url}/graph.d3.json?view=roles`);
      expect([next.status, Number(next.headers['retry-after']) > 0]).toEqual([429, true]);
      expect(next.text).toContain('its queries may cost 1,000 a minute');
    });
  });

  test('closing waits until a file has been received', async () => {
    const server = await serve({}, large);
    const response = await stalled(server);
    const closing = server.close();
    let text = '';
    response.setEncoding('utf8');
    for await (const part of response) text += String(part);
    await closing;
    expect(drawn({ text }).nodes.length).toBeGreaterThan(5_000);
  });
});

describe('the page at /graph', () => {
  test('lists every format with its readers, and every view', async () => {
    const { url } = await serve();
    const { status, text } = await send(`${url}/graph`);
    expect(status).toBe(200);
    for (const { name } of views) expect(text).toContain(`view=${name}`);
    const links = [...text.matchAll(/href="(graph\.[^"]*)"/g)].map(([, address = '']) =>
      address.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(views.length);
    for (const address of links) expect((await send(`${url}/${address}`)).status, address).toBe(200);
  });

  test('is linked from the first page, and found with a slash at its end', async () => {
    const { url } = await serve();
    expect((await send(`${url}/`)).text).toContain('href="graph"');
    const redirected = await send(`${url}/graph/`);
    expect([redirected.status, redirected.headers.location]).toEqual([308, '../graph']);
  });
});

test('a server that offers no files has neither the page nor the addresses', async () => {
  for (const env of [{ ROLEGRAPH_FILES: 'off' }, { ROLEGRAPH_HARDENED: '1' }]) {
    const { url } = await serve({ env });
    for (const path of ['/graph', '/graph/', '/graph.d3.json', '/graph/depth=2/graph.d3.json']) {
      expect((await send(`${url}${path}`)).status, path).toBe(404);
    }
    expect((await send(`${url}/`)).text).not.toContain('href="graph"');
  }
  const { url } = await serve({ env: { ROLEGRAPH_HARDENED: '1', ROLEGRAPH_FILES: 'on' } });
  expect((await send(`${url}/graph.d3.json`)).status).toBe(200);
});
