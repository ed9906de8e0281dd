import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { SessionConfig } from 'neo4j-driver';
import { z } from 'zod';
import { driverFor } from '../servers/neo4j-driver.ts';

/**
 * The best single Cypher query of each operation behind bare node:http, on loopback: PORT, NEO4J_URI. POST /<file of
 * bench/cypher> with the parameters as JSON; answers with the JSON of the `answer` of the one row.
 */
const { PORT, NEO4J_URI } = z.object({ PORT: z.coerce.number(), NEO4J_URI: z.string() }).parse(process.env);

const folder = new URL('../cypher/', import.meta.url);
const queries = new Map(
  readdirSync(folder).map((file) => [`/${file.replace('.cypher', '')}`, readFileSync(new URL(file, folder), 'utf8')]),
);
const parametersOf = z.record(z.string(), z.unknown());
const driver = driverFor(NEO4J_URI);

// A whole answer at once.
const asReader: Partial<SessionConfig> = { defaultAccessMode: 'READ', fetchSize: -1 };

async function answer(path: string, body: string): Promise<unknown> {
  const query = queries.get(path);
  if (query === undefined) throw new Error(`There is no ${path}.`);
  const session = driver.session(asReader);
  try {
    const { records } = await session.run(query, parametersOf.parse(JSON.parse(body)));
    return z.object({ answer: z.unknown() }).parse(records[0]?.toObject()).answer;
  } finally {
    await session.close();
  }
}

createServer((request, response) => {
  text(request)
    .then((body) => answer(request.url ?? '', body))
    .then((found) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(found));
    })
    .catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
}).listen(PORT, '127.0.0.1');
