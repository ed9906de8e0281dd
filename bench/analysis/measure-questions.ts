import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { chosenRole } from '../choose-subject.ts';
import { send } from '../measure/client.ts';
import { median, percentile } from '../measure/percentiles.ts';
import type { Subject } from '../operations/operation.ts';
import { progress } from '../progress.ts';
import { catalogOf, rolesOf, titleOf, type ScaleName } from '../scales.ts';
import { runToEnd } from '../servers/command.ts';
import { Database } from '../servers/database.ts';
import { commandLine, plansOf } from '../servers/plans.ts';
import { startProbed, type ProbedServer } from '../servers/probed.ts';
import { peopleOf, questions } from './questions.ts';

const firstPort = 7850;
/** How often each query is sent after its first answer. */
const answers = 30;

export interface AskedQuestion {
  readonly question: string;
  readonly isPlan: boolean;
  readonly server: 'Neo4j' | 'embedded';
  /** Of the first answer to it, in ms. */
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
  /** How long the event loop was held at most while it was asked, in ms. */
  readonly longestHold: number;
  readonly bytes: number;
}

export interface AskedScale {
  readonly scale: ScaleName;
  readonly asked: readonly AskedQuestion[];
}

/** Measures all queries of a scale on a server with its own Neo4j and on an embedded one, without the answer cache. */
export async function measureQuestions(
  scale: ScaleName,
  folder: string,
): Promise<{ readonly results: AskedScale; readonly neo4j: string }> {
  progress(`${titleOf(scale)}: starting Neo4j`);
  await mkdir(folder, { recursive: true });
  const database = await Database.start();
  const servers: ProbedServer[] = [];
  try {
    const dataFolder = join(folder, 'data');
    const places = { neo4jUri: database.uri, dataFolder, logFolder: folder, firstPort, answers: '' };
    const { ours } = plansOf(places);
    const words = [commandLine, 'import', await catalogOf(scale, 1, folder)];
    progress(`${titleOf(scale)}: importing`);
    await runToEnd(words, { NEO4J_URI: database.uri }, join(folder, 'import-neo4j.log'));
    // If nothing was imported, the embedded graph is that of the catalog that ships.
    if (rolesOf(scale) !== undefined) {
      await runToEnd(words, { ROLEGRAPH_DATA: dataFolder }, join(folder, 'import-embedded.log'));
    }
    const role = await chosenRole(database);
    const subject: Subject = { role, words: [], drawing: { withResponsibilities: false, among: undefined } };
    for (const name of ['ours on Neo4j, cold', 'ours embedded, cold'] as const) {
      const plan = ours.find((each) => each.name === name);
      if (plan === undefined) throw new Error(`there is no plan of "${name}"`);
      const own = join(folder, String(plan.port));
      await mkdir(own, { recursive: true });
      servers.push(await startProbed(plan, subject, own));
    }
    return { results: { scale, asked: await asked(servers) }, neo4j: await database.version() };
  } finally {
    await Promise.all(servers.map(({ server }) => server.process.stop()));
    await database.remove();
  }
}

async function asked(servers: readonly ProbedServer[]): Promise<readonly AskedQuestion[]> {
  const [onNeo4j] = servers;
  if (onNeo4j === undefined) return [];
  const people = await peopleOf(onNeo4j.server);
  const results: AskedQuestion[] = [];
  for (const { name, ask, isPlan = false } of questions) {
    progress(name);
    const facts: unknown[] = [];
    for (const { server, probe } of servers) {
      const call = server.graphql({ ...ask(people) });
      await probe();
      const { milliseconds: first, body } = await send(call);
      const { errors, data } = parsed(body);
      if (errors !== undefined) throw new Error(`${server.name} answers "${name}" with ${JSON.stringify(errors)}`);
      facts.push(data);
      const times: number[] = [];
      for (let answer = 0; answer < answers; answer++) times.push((await send(call)).milliseconds);
      const { longestHold } = await probe();
      results.push({
        question: name,
        isPlan,
        server: server.name === 'ours on Neo4j, cold' ? 'Neo4j' : 'embedded',
        ...{ first, longestHold, p50: median(times), p95: percentile(times, 0.95), bytes: body.length },
      });
    }
    if (!isDeepStrictEqual(facts[0], facts[1])) throw new Error(`The engines answer "${name}" differently.`);
  }
  return results;
}

function parsed(body: Buffer): { readonly data?: unknown; readonly errors?: unknown } {
  const answer: unknown = JSON.parse(body.toString());
  return typeof answer === 'object' && answer !== null ? answer : {};
}
