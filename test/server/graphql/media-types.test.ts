import { describe, expect, test } from 'vitest';
import { answerTypes, mediaTypeFor, pageType } from '../../../src/server/graphql/media-types.ts';
import { encodingFor } from '../../../src/server/http/content-encoding.ts';
import { onlyError, send, start } from '../running-server.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';
const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('mediaTypeFor', () => {
  test.each([
    [undefined, json],
    ['', json],
    ['*/*', json],
    ['application/*', json],
    [json, json],
    [graphql, graphql],
    [`${graphql}, ${json}`, graphql],
    [`${json}, ${graphql}`, json],
    [`${json};q=0.2, ${graphql};q=0.9`, graphql],
    [`${graphql};q=0.2, ${json}`, json],
    [`${graphql};q=0, */*`, json],
    [`${json};q=0, */*;q=0.1`, graphql],
    ['APPLICATION/JSON;Q=0.5', json],
    [`${json}; charset=utf-8`, json],
    [`${json};charset="UTF-8";q=0.4, ${graphql};q=0.3`, json],
    [browser, pageType],
    [`${json}, text/html;q=0.5`, json],
    ['text/html', pageType],
    // Apollo Client with @defer, urql, and EventSource.
    [`multipart/mixed;deferSpec=20220824,${graphql},${json};q=0.9`, graphql],
    [`${graphql}, application/graphql+json, ${json}, text/event-stream, multipart/mixed`, graphql],
    ['text/event-stream', 'text/event-stream'],
    ['multipart/mixed', 'multipart/mixed'],
  ])('chooses for %j: %s', (accept, expected) => {
    expect(mediaTypeFor(accept, [...answerTypes, pageType])).toBe(expected);
  });

  test.each(['image/png', `${json};q=0`, '*/*;q=0', `${json};charset=utf-16`, 'nonsense', ', ;', `${json};q=many`])(
    'finds nothing for %j',
    (accept) => {
      expect(mediaTypeFor(accept, [...answerTypes, pageType])).toBeUndefined();
    },
  );

  test('reads at most 100 elements of a header, so that a long one costs no more than a short one', () => {
    expect(mediaTypeFor('a/b,'.repeat(99) + json, answerTypes)).toBe(json);
    expect(mediaTypeFor('a/b,'.repeat(100) + json, answerTypes)).toBeUndefined();
  });
});

describe('encodingFor', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['BR;Q=0.0, GZIP', 'gzip'],
    ['identity;q=0', 'identity'],
    ['deflate, compress', 'identity'],
  ])('chooses for %j: %s', (accepted, expected) => {
    expect(encodingFor(accepted)).toBe(expected);
  });
});

test.each(['GET', 'POST'])(
  '%s with an Accept that nothing matches is answered with 406 and what there is',
  async (method) => {
    const { url } = await start();
    const sent = method === 'GET' ? {} : { body: '{"query":"{ title }"}' };
    const headers = { Accept: 'image/png', 'Content-Type': json };
    const reply = await send(`${url}/graphql${method === 'GET' ? '?query={title}' : ''}`, { method, headers, ...sent });
    expect([reply.status, reply.headers['content-type'], onlyError(reply).message]).toEqual([
      406,
      'application/json; charset=utf-8',
      `The request's Accept is "image/png", and no answer has such a media type. Available: application/json, application/graphql-response+json, multipart/mixed, text/event-stream, each in UTF-8.`,
    ]);
  },
);

test('an address has its answer for programs and its page for browsers, by weight', async () => {
  const { url } = await start();
  const typeFor = async (Accept: string) =>
    (await send(`${url}/graphql?query={title}`, { headers: { Accept } })).headers['content-type'];
  expect(await typeFor(browser)).toBe('text/html; charset=utf-8');
  expect(await typeFor(`${json}, text/html;q=0.5`)).toBe('application/json; charset=utf-8');
  expect(await typeFor(`${json};q=0.5, ${graphql}`)).toBe('application/graphql-response+json; charset=utf-8');
});
