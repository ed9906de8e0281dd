import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import { cliProcess } from '../support/processes/cli-process.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';
import { expectWithin } from '../support/promised-time.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import {
  addressOf,
  canHurtNeo4j,
  Load,
  longHook,
  questionOf,
  settingsOf,
  startServing,
  type Answered,
} from './neo4j-under-load.ts';

/** How soon an import is served, in milliseconds from the end of the import's command, which is after the pointer has moved. */
const promised = 1_000;
/** What the first request after that may take: it waits for the new catalog to be read. */
const allowance = 1_000;

const instances = 3;

/** The same ids as any other of its size, and other texts and counts everywhere: what is mixed of two of them shows. */
function edition(name: string, roles: number): Catalog {
  const catalog = generatedCatalog({ roles, seed: 1, appearancesPerRole: 3 });
  const named = <T extends { readonly name: string }>(item: T) => ({ ...item, name: `${item.name} (${name})` });
  return {
    ...catalog,
    name: `The ${name} edition`,
    version: name,
    sources: catalog.sources.map((source) => ({ ...source, title: `${source.title} (${name})` })),
    pillars: catalog.pillars.map(named),
    organizationTypes: catalog.organizationTypes.map(named),
    categories: catalog.categories.map(named),
    topics: catalog.topics.map(named),
    responsibilities: catalog.responsibilities.map(named),
    roles: catalog.roles.map(({ slug, title, alternateTitles = [] }) => ({
      slug,
      title: `${title} (${name})`,
      alternateTitles: alternateTitles.map((alternate) => `${alternate} (${name})`),
      summary: `In ${name}.`,
    })),
    appearances: catalog.appearances.map((appearance) => ({
      ...appearance,
      titles: appearance.titles.map((title) => `${title} (${name})`),
      summary: `Named in ${name}.`,
      note: name,
    })),
  };
}

const whole = `{
  catalog { name version revision roleCount responsibilityCount appearanceCount sources { title } }
  pillars { name roleCount }
  categories { name roleCount }
  topics { name }
  organizationTypes { name }
  responsibilities(first: 3) { totalCount nodes { name } }
  roles(first: 5) { totalCount nodes { title summary appearances { titles summary note category { name } } } }
  last: roles(last: 3) { nodes { title summary pillars { name } overlaps(first: 3) { nodes { title summary } } } }
}`;
const withoutTexts = `{
  catalog { name version revision roleCount }
  pillars { name roleCount }
  roles(last: 10) { totalCount nodes { title responsibilities(first: 3) { nodes { name } } } }
}`;

describe.runIf(canHurtNeo4j)('several servers on one database', () => {
  let database: Neo4jServer;
  beforeAll(async () => {
    database = await ownNeo4jServer();
  }, longHook);

  test('several servers on one database all serve an import within a second, and nothing mixed on the way', async ({
    annotate,
  }) => {
    const settings = settingsOf(database);
    const editions = [edition('first', 150), edition('second', 160)];
    const questions = await Promise.all([whole, withoutTexts].map((query) => questionOf(query, editions)));
    const folder = await temporaryFolder();
    const importOf = async (catalog: Catalog) => {
      const file = join(folder, `${catalog.version}.json`);
      await writeFile(file, JSON.stringify(catalog));
      const { code, stderr } = await cliProcess(['import', file], settings);
      expect(code, stderr).toBe(0);
      return performance.now();
    };

    const [first, second] = editions;
    if (first === undefined || second === undefined) throw new Error('There are not two editions.');
    await importOf(first);
    const servers = Array.from({ length: instances }, () => startServing({ ...settings, LOG_LEVEL: 'debug' }));
    const urls = await Promise.all(servers.map(addressOf));
    const readyAt = performance.now();
    const polls = () => servers.map(({ output }) => output().split('"Asked Neo4j: read-pointer"').length - 1);
    const pollsBefore = polls();
    const load = new Load({ urls, questions, connections: 3, pause: 40 });
    await load.answered(10 * instances);

    const served = (from: number, to: number) =>
      load.answers.filter(({ sentAt }) => sentAt >= from && sentAt < to).map(({ right }) => right);
    expect(new Set(served(readyAt, Infinity))).toEqual(new Set(['The first edition first']));

    const late: number[] = [];
    for (const catalog of [second, first, second]) {
      const name = `${catalog.name} ${catalog.version}`;
      const startedAt = performance.now();
      const importedAt = await importOf(catalog);
      for (const url of urls) {
        const isNew = (answer: Answered) =>
          answer.url === url && answer.answeredAt >= startedAt && answer.right === name;
        while (load.answers.filter(isNew).length < 10) await wait(10);
      }
      for (const url of urls) {
        const answers = load.answers.filter((answer) => answer.url === url && answer.answeredAt >= startedAt);
        const others = answers.filter(({ right }) => right !== name);
        const firstOfIt = Math.min(
          ...answers.filter(({ right }) => right === name).map(({ answeredAt }) => answeredAt),
        );
        late.push(Math.max(firstOfIt, ...others.map(({ answeredAt }) => answeredAt)) - importedAt);
        // Once an instance has given the new one, whoever asks it gets the new one.
        expect(others.filter(({ sentAt }) => sentAt > firstOfIt).map(told)).toEqual([]);
      }
    }
    // Enough for the count of polls to say something.
    const asked = () => polls().map((count, index) => count - (pollsBefore[index] ?? 0));
    while (load.answers.length / instances <= 2 * Math.max(...asked())) await wait(10);
    await load.end();
    const seconds = (performance.now() - readyAt) / 1_000;
    await annotate(`served after ${late.map(Math.round).join(', ')} ms; ${asked().join(', ')} polls in ${seconds} s`);

    expect(load.wrong.slice(0, 3)).toEqual([]);
    expect(load.answers.filter(({ right }) => right === undefined).map(told)).toEqual([]);
    expectWithin(Math.max(...late), promised + allowance, 'until the last instance served an import');
    expect(load.answers.length / instances, 'else the polls are few as the requests are').toBeGreaterThan(
      2 * Math.max(...asked()),
    );
    for (const count of asked()) expect(count).toBeLessThanOrEqual(seconds + 2);
  });
});

function told({ right, code, wrong }: Answered): string | undefined {
  return right ?? code ?? wrong;
}
