import { randomUUID } from 'node:crypto';
import neo4j from 'neo4j-driver';
import type { TestProject } from 'vitest/node';
import { chooseNeo4j, type Neo4jProblems } from '../../neo4j/choose-neo4j.ts';
import { setting, wantedVersion } from './neo4j-installation.ts';
import { startNeo4jServer } from './neo4j-process.ts';

/** A Neo4j whose data tests may overwrite. */
export interface Neo4jConnection {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The server that all tests share; null if there is none, which is reported, and is an error in CI. */
    neo4j: Neo4jConnection | null;
  }
}

interface Shared {
  readonly connection: Neo4jConnection | null;
  readonly stop: () => Promise<void>;
}

declare global {
  // Each vitest project loads this module again, but there must be only one server.
  var rolegraphSharedNeo4j: { users: number; readonly starting: Promise<Shared> } | undefined;
}

/** Starts the shared Neo4j before the first of the projects that use it, and ends it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = (globalThis.rolegraphSharedNeo4j ??= { users: 0, starting: findNeo4j() });
  const { connection, stop } = await shared.starting;
  shared.users++;
  project.provide('neo4j', connection);
  return async () => {
    shared.users--;
    if (shared.users > 0) return;
    globalThis.rolegraphSharedNeo4j = undefined;
    await stop();
  };
}

async function findNeo4j(): Promise<Shared> {
  const settings = {
    uri: setting('NEO4J_TEST_URI'),
    version: setting('NEO4J_VERSION'),
    unattended: process.env['CI'] === 'true',
  };
  const problems: { -readonly [Source in keyof Neo4jProblems]: Neo4jProblems[Source] } = {};
  for (;;) {
    const choice = chooseNeo4j(settings, problems);
    switch (choice.kind) {
      case 'given':
        return useGiven(choice.uri);
      case 'none':
        if (choice.fails) throw new Error(choice.message);
        return leaveOut(choice.message);
      case 'docker':
      case 'maven':
        try {
          return await (choice.kind === 'docker' ? useDocker() : useMaven(problems.docker));
        } catch (error) {
          problems[choice.kind] = error instanceof Error ? error.message : String(error);
        }
    }
  }
}

async function useGiven(uri: string): Promise<Shared> {
  const connection = {
    uri,
    username: setting('NEO4J_TEST_USERNAME') ?? 'neo4j',
    password: setting('NEO4J_TEST_PASSWORD') ?? '',
  };
  const version = await versionOf(connection).catch((error: unknown) => {
    throw new Error(
      `NEO4J_TEST_URI: no Neo4j lets us in at ${uri} as ${connection.username}. Start it, set NEO4J_TEST_USERNAME and ` +
        `NEO4J_TEST_PASSWORD, or unset NEO4J_TEST_URI to have one started. ${String(error)}`,
      { cause: error },
    );
  });
  say(`${version}, given by NEO4J_TEST_URI at ${uri}`);
  return { connection, stop: () => Promise.resolve() };
}

async function useDocker(): Promise<Shared> {
  // Only now, for it is large.
  const { neo4jInDocker } = await import('./neo4j-in-docker.ts');
  const { connection, stop } = await neo4jInDocker();
  return ready({ connection, stop }, 'in Docker');
}

async function useMaven(docker: string | undefined): Promise<Shared> {
  const password = randomUUID();
  const server = await startNeo4jServer({ password, version: wantedVersion() });
  const connection = { uri: server.uri, username: 'neo4j', password };
  const stop = async () => {
    await server.stop().finally(() => server.remove());
  };
  return ready({ connection, stop }, `from Maven${docker === undefined ? '' : ` (no Docker: ${docker.trim()})`}`);
}

async function ready(
  shared: { connection: Neo4jConnection; stop: () => Promise<void> },
  from: string,
): Promise<Shared> {
  try {
    say(`${await versionOf(shared.connection)} ${from}, at ${shared.connection.uri}`);
    return shared;
  } catch (error) {
    await shared.stop();
    throw error;
  }
}

function leaveOut(message: string): Shared {
  const line = '!'.repeat(100);
  const loudly = () => {
    process.stderr.write(`\n${line}\nLEFT OUT: every test that needs a Neo4j. ${message}\n${line}\n\n`);
  };
  loudly();
  return {
    connection: null,
    stop: () => {
      loudly();
      return Promise.resolve();
    },
  };
}

function say(what: string): void {
  process.stderr.write(`Neo4j for the tests: ${what}\n`);
}

async function versionOf({ uri, username, password }: Neo4jConnection): Promise<string> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    // Not driver.executeQuery, which would try for half a minute where nothing listens.
    const { records } = await driver
      .session()
      .run("CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions, edition");
    const { versions, edition }: Record<string, unknown> = records[0]?.toObject() ?? {};
    return `${String(versions)} ${String(edition)}`;
  } finally {
    await driver.close();
  }
}
