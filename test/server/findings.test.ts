import { expect, test } from 'vitest';
import type { ServedFiles } from '../../src/server/pages/findings-route.ts';
import { send, start } from './running-server.ts';

const files: ServedFiles = {
  locations: ['roles'],
  isWatched: true,
  state: 'SERVED',
  problem: null,
  checkedAt: '2026-11-30T12:00:00.000Z',
  findings: [],
  omitted: { errors: 0, warnings: 0 },
};

test('a server that imports files says what is wrong with them now', async () => {
  let now = files;
  const { url } = await start({ servedFiles: () => now });
  const asked = async () => send(`${url}/catalog/findings.json`);
  expect(JSON.parse((await asked()).text)).toEqual(files);
  now = { ...files, state: 'FAILED', problem: 'Neo4j does not answer.' };
  const { text, headers } = await asked();
  expect(JSON.parse(text)).toEqual(now);
  expect(headers['cache-control']).toBe('no-store');
});

test('there are no findings without files, or where files of the graph are turned off', async () => {
  for (const settings of [{}, { servedFiles: () => files, env: { ROLEGRAPH_FILES: 'off' } }]) {
    const { url } = await start(settings);
    expect((await send(`${url}/catalog/findings.json`)).status).toBe(404);
  }
});
