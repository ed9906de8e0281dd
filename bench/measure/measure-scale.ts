import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chosenDrawing, chosenRole, chosenWords } from '../choose-subject.ts';
import { roleWithRelations } from '../operations/a-role.ts';
import { search } from '../operations/e-search.ts';
import type { Operation, Subject } from '../operations/operation.ts';
import type { Options } from '../options.ts';
import { progress } from '../progress.ts';
import type { ScaleResults, ServerResult } from '../report/results.ts';
import { catalogOf, rolesOf, titleOf, type ScaleName } from '../scales.ts';
import { runToEnd } from '../servers/command.ts';
import { Contestant, type ContestantName } from '../servers/contestant.ts';
import { Database } from '../servers/database.ts';
import { commandLine, plansOf, type Plans } from '../servers/plans.ts';
import { firstSeenTimes, memoryOverDocuments } from './distinct-documents.ts';
import { measureOperation } from './measure-operation.ts';
import { median, percentile } from './percentiles.ts';
import { memoryOf } from './process-statistics.ts';
import { takeOver } from './take-over.ts';

const firstPort = 7800;

/** Measures everything at one scale, with its own Neo4j. */
export async function measureScale(
  scale: ScaleName,
  options: Options,
  folder: string,
): Promise<{ readonly results: ScaleResults; readonly neo4j: string }> {
  progress(`${titleOf(scale)}: starting Neo4j`);
  await mkdir(folder, { recursive: true });
  const database = await Database.start();
  try {
    return { results: await inDatabase(database, scale, options, folder), neo4j: await database.version() };
  } finally {
    await database.remove();
  }
}

async function inDatabase(
  database: Database,
  scale: ScaleName,
  options: Options,
  folder: string,
): Promise<ScaleResults> {
  const dataFolder = join(folder, 'data');
  const answers = join(folder, 'answers.json');
  const places = { neo4jUri: database.uri, dataFolder, logFolder: folder, firstPort, answers };
  const plans = plansOf(places);

  progress(`${titleOf(scale)}: importing`);
  const imports = await importInto(scale, { NEO4J_URI: database.uri }, dataFolder, folder);
  await database.keepCurrentGeneration();
  await database.run('create-indexes');

  const servers = new Servers();
  try {
    const subject = await servers.start(plans, database, scale);
    const written = await firstAnswers(servers, options.operations, subject);
    await writeFile(answers, JSON.stringify(Object.fromEntries(written)));
    for (const plan of plans.ready) servers.add(await Contestant.start(plan, roleWithRelations, subject));

    const measured: ScaleResults['measured'][number][] = [];
    const failed: ScaleResults['failed'][number][] = [];
    for (const operation of options.operations) {
      progress(`${titleOf(scale)}: ${operation.letter}`);
      const result = await measureOperation(operation, subject, servers.all, database.pid, options.effort);
      measured.push(...result.measured);
      failed.push(...result.failed);
    }
    servers.noteMemory();
    progress(`${titleOf(scale)}: documents never seen`);
    const firstSeen = await firstSeenBy(servers, subject, options.firstSeen);
    const isFirst = scale === options.scales[0];
    const serverResults = await servers.stop();
    const documents = isFirst ? await documentsOf(plans, subject, options, folder) : [];

    await database.run('drop-indexes');
    const takeOvers = rolesOf(scale) === undefined ? [] : await takeOversOf(plans, subject, scale, folder);
    return {
      scale,
      subject: described(subject),
      operations: options.operations.map(({ letter }) => letter),
      ...{ measured, failed, firstSeen, imports, takeOvers, documents, servers: serverResults },
    };
  } finally {
    await servers.stop();
  }
}

async function importInto(
  scale: ScaleName,
  onNeo4j: Readonly<Record<string, string>>,
  dataFolder: string,
  folder: string,
): Promise<ScaleResults['imports']> {
  const catalog = await catalogOf(scale, 1, folder);
  const words = [commandLine, 'import', catalog];
  if (scale === '50000') {
    // Into a database that is in use: one that has just started compiles what it does meanwhile.
    const before = [commandLine, 'import', await catalogOf('5000', 1, folder)];
    await runToEnd(before, onNeo4j, join(folder, 'import-before.log'));
  }
  const neo4j = await runToEnd(words, onNeo4j, join(folder, 'import-neo4j.log'));
  // If nothing was imported, the embedded graph is that of the catalog that ships.
  if (rolesOf(scale) === undefined) return [{ place: 'Neo4j', ...neo4j }];
  const embedded = await runToEnd(words, { ROLEGRAPH_DATA: dataFolder }, join(folder, 'import-embedded.log'));
  return [
    { place: 'Neo4j', ...neo4j },
    { place: 'embedded', ...embedded },
  ];
}

/** The servers of a scale while they run. */
class Servers {
  readonly all: Contestant[] = [];
  readonly #memoryAfterLoad = new Map<ContestantName, number>();

  add(server: Contestant): void {
    this.all.push(server);
  }

  /** Call this once, after all operations were measured under load. */
  noteMemory(): void {
    for (const { name, process } of this.all) this.#memoryAfterLoad.set(name, memoryOf(process.pid, 'VmRSS'));
  }

  named(name: ContestantName): Contestant {
    const found = this.all.find((server) => server.name === name);
    if (found === undefined) throw new Error(`"${name}" does not run.`);
    return found;
  }

  /** Starts the servers that do not need the answers of others, one after the other, and chooses the subjects. */
  async start({ ours, peers }: Plans, database: Database, scale: ScaleName): Promise<Subject> {
    const role = await chosenRole(database);
    const known: Subject = { role, words: [], drawing: { withResponsibilities: false, among: undefined } };
    for (const plan of [...ours, ...peers]) {
      progress(`${titleOf(scale)}: starting ${plan.name}`);
      this.add(await Contestant.start(plan, roleWithRelations, known));
    }
    const chooser = this.named('ours embedded, cold');
    // The first search makes the index, which may take longer than an answer may.
    await chooser.factsInTime(search, { ...known, words: ['manager'] });
    const drawing = await chosenDrawing(database, chooser);
    return { role, words: await chosenWords(database, chooser), drawing };
  }

  /** Stops the servers and returns their measurements. */
  async stop(): Promise<readonly ServerResult[]> {
    const results = this.all.map(({ name, startTime, process: { pid } }) => ({
      server: name,
      startTime,
      memoryAfterLoad: this.#memoryAfterLoad.get(name) ?? 0,
      peakMemory: memoryOf(pid, 'VmHWM'),
    }));
    await Promise.all(this.all.splice(0).map((server) => server.process.stop()));
    return results;
  }
}

/** The answers for the server of ready objects, by operation. */
async function firstAnswers(
  servers: Servers,
  operations: readonly Operation[],
  subject: Subject,
): Promise<ReadonlyMap<string, unknown>> {
  const ours = servers.named('ours embedded, cold');
  const answers = new Map<string, unknown>();
  for (const operation of new Set([roleWithRelations, ...operations])) {
    await ours.factsInTime(operation, subject);
    answers.set(operation.letter, (await ours.ask(ours.call(operation, subject))).data);
  }
  return answers;
}

async function firstSeenBy(servers: Servers, subject: Subject, count: number): Promise<ScaleResults['firstSeen']> {
  const results: ScaleResults['firstSeen'][number][] = [];
  for (const name of ['ours on Neo4j, warm', 'ours embedded, warm', '@neo4j/graphql'] as const) {
    const dialect = name === '@neo4j/graphql' ? 'neo4jGraphql' : 'rolegraph';
    const times = await firstSeenTimes(servers.named(name), dialect, subject, count);
    results.push({ server: name, documents: count, median: median(times), p95: percentile(times, 0.95) });
  }
  return results;
}

async function documentsOf({ ours }: Plans, subject: Subject, { documents: count }: Options, folder: string) {
  progress(`memory over ${count} documents`);
  const results: ScaleResults['documents'][number][] = [];
  for (const plan of ours.filter(({ name }) => name.endsWith('warm'))) {
    results.push({ server: plan.name, count, memory: await memoryOverDocuments(plan, subject, { count, folder }) });
  }
  return results;
}

async function takeOversOf(
  { ours }: Plans,
  subject: Subject,
  scale: ScaleName,
  folder: string,
): Promise<ScaleResults['takeOvers']> {
  const catalog = await catalogOf(scale, 2, folder);
  const results: ScaleResults['takeOvers'][number][] = [];
  for (const [place, name] of [
    ['embedded', 'ours embedded, warm'],
    ['Neo4j', 'ours on Neo4j, warm'],
  ] as const) {
    progress(`${titleOf(scale)}: a new generation, ${place}`);
    const plan = ours.find((each) => each.name === name);
    if (plan !== undefined) results.push({ place, ...(await takeOver(plan, subject, catalog, folder)) });
  }
  return results;
}

function described({ role, words, drawing }: Subject): string {
  const kinds = `pillars, organization types, categories, ${drawing.withResponsibilities ? 'roles and responsibilities' : 'and roles'}`;
  const part =
    drawing.among === undefined ? 'all' : `of the ${drawing.among.length.toLocaleString('en')} roles of highest degree`;
  return `A and D: \`${role.id}\`. E: \`${words.join(' ')}\`. F: ${kinds}, ${part}.`;
}
