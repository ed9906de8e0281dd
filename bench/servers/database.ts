import { readFileSync } from 'node:fs';
import type { Driver } from 'neo4j-driver';
import { z } from 'zod';
import { startNeo4jServer, type Neo4jServer } from '../../test/support/neo4j/neo4j-process.ts';
import { driverFor } from './neo4j-driver.ts';

/**
 * A real Neo4j, fresh, as a process here: its CPU time counts, so that Docker will not do. The tests' one is made to start
 * fast; this one compiles its code in full, collects garbage and has memory as a server does.
 */
const javaOptions = '-XX:TieredStopAtLevel=4 -XX:-UseSerialGC -XX:+UseG1GC -Xmx2g -Drolegraph.pagecache=1024';

/** The databases that are running or starting. */
const servers = new Set<Promise<Neo4jServer>>();

/** Stops all databases and removes their data, for example after Ctrl-C. */
export async function removeDatabases(): Promise<void> {
  await Promise.allSettled([...servers].map(async (server) => (await server).remove()));
}

export class Database {
  readonly #server: Neo4jServer;
  readonly #driver: Driver;

  private constructor(server: Neo4jServer) {
    this.#server = server;
    this.#driver = driverFor(server.uri);
  }

  static async start(): Promise<Database> {
    // Java takes these after those of the command line, so that they win.
    process.env['_JAVA_OPTIONS'] = javaOptions;
    const server = startNeo4jServer();
    servers.add(server);
    return new Database(await server);
  }

  get uri(): string {
    return this.#server.uri;
  }

  get pid(): number {
    return this.#server.pid;
  }

  /** Runs a query of bench/cypher. */
  async rows<Row extends z.ZodType>(file: string, row: Row): Promise<z.infer<Row>[]> {
    const { records } = await this.#driver.executeQuery(queryOf(file));
    return records.map((record) => row.parse(record.toObject()));
  }

  /** Runs the statements of a file, one by one. */
  async run(file: string): Promise<void> {
    for (const statement of queryOf(file).split(';')) {
      if (statement.trim() !== '') await this.#driver.executeQuery(statement);
    }
  }

  /** Removes all but the current generation, because the alternatives query everything in the database. */
  async keepCurrentGeneration(): Promise<void> {
    const row = z.object({ removed: z.number() });
    for (;;) {
      const [answer] = await this.rows('other-generations', row);
      if (answer === undefined || answer.removed === 0) return;
    }
  }

  async version(): Promise<string> {
    const rows = await this.rows('server-version', z.object({ version: z.string() }));
    return rows[0]?.version ?? 'unknown';
  }

  /** Ends it, and removes its data. */
  async remove(): Promise<void> {
    await this.#driver.close();
    await this.#server.remove();
  }
}

function queryOf(file: string): string {
  return readFileSync(new URL(`../cypher/${file}.cypher`, import.meta.url), 'utf8');
}
