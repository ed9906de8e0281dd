import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { listening, type Listening } from '../server/graphql/subscriptions/listening.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';
import { cliProcess, type Env } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { addressOf, canHurtNeo4j, longHook, settingsOf, startServing } from './neo4j-under-load.ts';

const catalogFields = z.object({ sequence: z.number(), revision: z.string() });
type Heard = z.infer<typeof catalogFields>;
const change = z.object({ data: z.object({ catalogChanged: catalogFields }) });
const answered = z.object({
  data: z.object({ catalog: catalogFields.extend({ version: z.string() }) }),
});

/** Servers that share one store, into which an importer may write. */
class Servers {
  readonly servings: readonly ReturnType<typeof startServing>[];
  readonly urls: readonly string[];
  readonly #env: Env;
  readonly #folder: string;
  readonly #headers: Readonly<Record<string, string>>;

  private constructor(parts: {
    readonly servings: Servers['servings'];
    readonly urls: readonly string[];
    readonly env: Env;
    readonly folder: string;
    readonly token: string;
  }) {
    this.servings = parts.servings;
    this.urls = parts.urls;
    this.#env = parts.env;
    this.#folder = parts.folder;
    this.#headers = { Authorization: `Bearer ${parts.token}` };
  }

  /** Starts servers on a store in which version 1 has been imported. */
  static async start(count: number, store: Env): Promise<Servers> {
    const folder = await temporaryFolder();
    const tokens = join(folder, 'tokens.yaml');
    const made = await cliProcess(['token', '--name', 'ci', '--right', 'import', '--file', tokens]);
    expect(made.code, made.stderr).toBe(0);
    const env = { ...store, AUTH: 'tokens', AUTH_TOKENS_FILE: tokens };
    await importByCommand(1, folder, env);
    const servings = Array.from({ length: count }, () => startServing(env));
    const urls = await Promise.all(servings.map(addressOf));
    return new Servers({ servings, urls, env, folder, token: made.stdout.trim() });
  }

  importByCommand(version: number): Promise<void> {
    return importByCommand(version, this.#folder, this.#env);
  }

  async put(url: string, version: number): Promise<void> {
    const response = await fetch(`${url}/catalog`, {
      method: 'PUT',
      headers: { ...this.#headers, 'Content-Type': 'application/json', 'If-Match': '*' },
      body: JSON.stringify(edition(version)),
    });
    expect(response.status, await response.text()).toBe(200);
  }

  /** @param after the sequence that the listener knows. */
  listen(url: string, after: number | null = null): Promise<Listening> {
    const query = 'subscription ($after: Int) { catalogChanged(after: $after) { sequence revision } }';
    return listening({ url, query, variables: { after }, headers: this.#headers });
  }

  async catalogAt(url: string): Promise<z.infer<typeof answered>['data']['catalog']> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...this.#headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: '{ catalog { sequence revision version } }' }),
    });
    return answered.parse(await response.json()).data.catalog;
  }
}

function edition(version: number): Catalog {
  return { ...handbookCatalog, version: String(version) };
}

async function importByCommand(version: number, folder: string, env: Env): Promise<void> {
  const file = join(folder, 'catalog.json');
  await writeFile(file, JSON.stringify(edition(version)));
  const { code, stderr } = await cliProcess(['import', file], env);
  expect(code, stderr).toBe(0);
}

async function nextHeard(listener: Listening): Promise<Heard> {
  const event = await listener.next();
  expect(event).toMatchObject({ event: 'next' });
  const heard = change.parse(JSON.parse(event?.data ?? '')).data.catalogChanged;
  expect(event?.id).toBe(String(heard.sequence));
  return heard;
}

/** The sequences of all events that were sent so far. */
function sequencesIn(listener: Listening): number[] {
  return [...listener.text().matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
}

/**
 * Imports by the command line and by PUT, ends one of the servers, and imports again: all listeners hear of each import once.
 *
 * @returns how many milliseconds after the end of each import each listener heard of it.
 */
async function hearAll(servers: Servers): Promise<number[]> {
  const delays: number[] = [];
  const [first = '', second = ''] = servers.urls;
  const listeners = await Promise.all(servers.urls.map((url) => servers.listen(url)));
  const begun = await servers.catalogAt(first);

  /** Waits until all of them have heard of an import, and asks each server for its catalog then. */
  const heardByAll = async (
    version: number,
    heardAt: readonly string[],
    all: readonly Listening[],
    made: Promise<void>,
  ) => {
    const hearing = all.map(async (listener, index) => {
      const heard = await nextHeard(listener);
      const time = performance.now();
      return { heard, time, catalog: await servers.catalogAt(heardAt[index] ?? '') };
    });
    await made;
    const importedAt = performance.now();
    const expected = begun.sequence + version - 1;
    const heard = await Promise.all(hearing);
    const [{ heard: { revision } } = { heard: { revision: '' } }] = heard;
    for (const each of heard) {
      delays.push(Math.round(each.time - importedAt));
      expect(each.heard).toEqual({ sequence: expected, revision });
      expect(each.catalog).toEqual({ sequence: expected, revision, version: String(version) });
    }
  };
  await heardByAll(2, servers.urls, listeners, servers.importByCommand(2));
  await heardByAll(3, servers.urls, listeners, servers.put(second, 3));

  const [leaving, ...staying] = listeners;
  servers.servings[0]?.child.kill('SIGTERM');
  expect(await leaving?.next()).toMatchObject({ event: 'complete' });
  expect(await leaving?.next()).toBeUndefined();
  expect(await servers.servings[0]?.ended).toBe(0);

  const last = begun.sequence + 2;
  const { urls } = servers;
  await heardByAll(4, urls.slice(1), staying, servers.importByCommand(4));
  // Its listener was away in the meantime, and comes back to another server.
  const resumed = await servers.listen(second, last);
  expect(await nextHeard(resumed)).toMatchObject({ sequence: last + 1 });
  await heardByAll(5, [...urls.slice(1), second], [...staying, resumed], servers.put(second, 5));

  const [two, three, four, five] = [last - 1, last, last + 1, last + 2];
  expect(leaving && sequencesIn(leaving)).toEqual([two, three]);
  for (const listener of staying) expect(sequencesIn(listener)).toEqual([two, three, four, five]);
  expect(sequencesIn(resumed)).toEqual([four, five]);
  return delays;
}

test('listeners of two servers on one folder hear of each import once, and none is lost when one server ends', async ({
  annotate,
}) => {
  const servers = await Servers.start(2, { ROLEGRAPH_DATA: await temporaryFolder() });
  await annotate(`heard after ${(await hearAll(servers)).join(', ')} ms`);
});

describe.runIf(canHurtNeo4j)('on one Neo4j', () => {
  let database: Neo4jServer;
  beforeAll(async () => {
    database = await ownNeo4jServer();
  }, longHook);

  test('listeners of three servers hear of each import once, and none is lost when one server ends', async ({
    annotate,
  }) => {
    const servers = await Servers.start(3, settingsOf(database));
    await annotate(`heard after ${(await hearAll(servers)).join(', ')} ms`);
  });
});
