import { describe, expect, test } from 'vitest';
import { sendRaw } from './raw-request.ts';
import { onlyError, send, start } from './running-server.ts';

const answer = '{"data":{"title":"a title"}}';
const text = '{"query":"{ title }"}';
const close = 'Connection: close\r\n';
const jsonHead = (path: string, length: number, headers = '') =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n${headers}\r\n`;

describe('the target of a request', () => {
  test.each(['http://roles.example/graphql', 'HTTP://roles.example:8080/graphql/', 'https://roles.example/graphql'])(
    'may be a whole address, as proxies send it: %s',
    async (target) => {
      const server = await start({ env: { ALLOWED_HOSTS: 'roles.example' } });
      const reply = await sendRaw(server, [`GET ${target}?query={title} HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`]);
      expect([reply.statuses, reply.text.endsWith(answer)]).toEqual([[200], true]);
      const posted = await sendRaw(server, [jsonHead(target, text.length, close) + text]);
      expect([posted.statuses, posted.text.endsWith(answer)]).toEqual([[200], true]);
    },
  );

  test('is logged by its path, and a whole address without a path is that of the home page', async () => {
    const server = await start();
    await sendRaw(server, [`GET http://localhost HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`]);
    await expect.poll(() => server.log().map(({ msg }) => msg)).toEqual(['GET / 200']);
  });

  test('has the host that counts, which is checked as a Host header is', async () => {
    const { text: reply } = await sendRaw(await start(), [
      `GET http://a@b/graphql?query={title} HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`,
    ]);
    expect(reply).toContain('The Host header of the request is \\"a@b\\"');
  });

  test('/graphql/ is /graphql, and leads browsers to the page there, whose files it names', async () => {
    const { url } = await start();
    const headers = { 'Content-Type': 'application/json' };
    expect((await send(`${url}/graphql/?query={title}`)).text).toBe(answer);
    expect((await send(`${url}/graphql/`, { method: 'POST', headers, body: text })).text).toBe(answer);
    const page = await send(`${url}/graphql/?query={title}`, { headers: { Accept: 'text/html' } });
    expect([page.status, page.headers.location]).toEqual([308, '../graphql?query={title}']);
    const put = await send(`${url}/graphql/`, { method: 'PUT' });
    expect([put.status, onlyError(put).message]).toEqual([
      405,
      '/graphql/ accepts GET, HEAD, POST, OPTIONS; the request method was PUT.',
    ]);
  });
});

describe('Expect', () => {
  const expecting = 'Expect: 100-continue\r\n';

  test('a client that waits for 100 Continue is told to send its body, and then answered', async () => {
    const reply = await sendRaw(await start(), [
      jsonHead('/graphql', text.length, expecting),
      text,
      `GET /health HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`,
    ]);
    expect([reply.statuses, reply.text.includes(answer)]).toEqual([[100, 200, 200], true]);
  });

  test.each([
    ['that is too large', '/graphql', 1_000_000, '', 413],
    ['with an encoding that is not supported', '/graphql', 100, 'Content-Encoding: zstd\r\n', 415],
    ['for which there is no media type', '/graphql', 100, 'Accept: image/png\r\n', 406],
    ['at an unknown path', '/nothing', 100, '', 404],
  ])('is not told to send a body %s, and the connection is closed', async (_, path, length, headers, status) => {
    const reply = await sendRaw(await start(), [jsonHead(path, length, expecting + headers)]);
    expect([reply.statuses, /^Connection: close\r$/im.test(reply.text)]).toEqual([[status], true]);
  });

  test('another expectation is refused like any request, with an id and a line in the log', async () => {
    const server = await start();
    const reply = await sendRaw(server, [jsonHead('/graphql', text.length, `Expect: a miracle\r\n${close}`) + text]);
    expect(reply.statuses).toEqual([417]);
    expect(reply.text).toContain('The request expects "a miracle". Leave Expect out, or send 100-continue.');
    expect(reply.text).toMatch(/^X-Request-Id: /m);
    await expect.poll(() => server.log().map(({ msg }) => msg)).toEqual(['POST /graphql 417']);
  });
});

describe('OPTIONS', () => {
  test.each([
    ['/graphql', 'GET, HEAD, POST, OPTIONS'],
    ['/graphql/', 'GET, HEAD, POST, OPTIONS'],
    ['/health', 'GET, HEAD, OPTIONS'],
    ['/', 'GET, HEAD, OPTIONS'],
    ['*', 'GET, HEAD, POST, OPTIONS'],
  ])('%s names the methods, without a body', async (path, allowed) => {
    const { text: reply } = await sendRaw(await start(), [
      `OPTIONS ${path} HTTP/1.1\r\nHost: localhost\r\n${close}\r\n`,
    ]);
    expect(reply).toMatch(/^HTTP\/1\.1 204 /);
    expect(reply).toContain(`\r\nAllow: ${allowed}\r\n`);
    expect(reply).not.toMatch(/^(Content-Length|Transfer-Encoding):/im);
    expect(reply.endsWith('\r\n\r\n')).toBe(true);
  });

  test('the answer to a preflight names the methods, too, if pages of another origin may ask', async () => {
    const server = await start({ corsOrigins: ['https://a.example'] });
    const { text: reply } = await sendRaw(server, [
      `OPTIONS /graphql HTTP/1.1\r\nHost: localhost\r\nOrigin: https://a.example\r\nAccess-Control-Request-Method: POST\r\n${close}\r\n`,
    ]);
    expect(reply).toMatch(/^HTTP\/1\.1 204 /);
    expect(reply).toContain('\r\nAllow: GET, HEAD, POST, OPTIONS\r\n');
    expect(reply).not.toMatch(/^(Content-Length|Transfer-Encoding):/im);
  });

  test('an unknown path has none', async () => {
    const { url } = await start();
    expect((await send(`${url}/nothing`, { method: 'OPTIONS' })).status).toBe(404);
  });
});

test.each(['/graphql?query={title}', '/graphql?query={nothing}', '/graphql', '/', '/health', '/ready', '/nothing'])(
  'HEAD %s has the status and headers of GET, and no body',
  async (path) => {
    const { url, prepared } = await start();
    await prepared;
    const [get, head] = [await send(`${url}${path}`), await send(`${url}${path}`, { method: 'HEAD' })];
    const fixed = { date: '', 'x-request-id': '' };
    expect([head.status, { ...head.headers, ...fixed }, head.text]).toEqual([
      get.status,
      { ...get.headers, ...fixed },
      '',
    ]);
    expect(get.text).not.toBe('');
  },
);

test.each(['multipart/mixed', 'text/event-stream', 'application/json'])(
  'an answer as %s has exactly one length, and no other framing',
  async (type) => {
    const server = await start();
    for (const query of ['{title}', '{nothing}']) {
      const { text: reply } = await sendRaw(server, [
        `GET /graphql?query=${query} HTTP/1.1\r\nHost: localhost\r\nAccept: ${type}\r\nAccept-Encoding: br\r\n${close}\r\n`,
      ]);
      const [head = '', ...rest] = reply.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      expect(head).toContain(`\r\ncontent-type: ${type}`);
      expect(head.match(/^content-length: \d+$/gim)).toEqual([`Content-Length: ${body.length}`]);
      expect(head).not.toMatch(/^(transfer-encoding|content-encoding|connection: keep-alive)/im);
      expect(head.match(/^cache-control:/gim)).toHaveLength(1);
      expect(body).toContain(query === '{title}' ? answer : 'Cannot query field');
    }
  },
);
