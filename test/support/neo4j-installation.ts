import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const folder = fileURLToPath(new URL('../neo4j', import.meta.url));
export const neo4jProgram = join(folder, 'Neo4jServer.java');

/** What the tests hold against, where NEO4J_VERSION asks for no other. */
const usualVersion = '5.26.30';

/** A Neo4j that can be started: a Java that suits it, and its jars. */
export interface Neo4jInstallation {
  readonly java: string;
  /** Arguments for Java, up to and with the class path. */
  readonly javaArguments: readonly string[];
}

/** A variable of the environment; set to nothing, it counts as not set. */
export function setting(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

export function wantedVersion(): string {
  const version = setting('NEO4J_VERSION') ?? usualVersion;
  // It becomes part of a path, and of a command.
  if (!/^\d+(\.\d+)+$/.test(version)) throw new Error(`NEO4J_VERSION: expected one like ${usualVersion}: "${version}"`);
  return version;
}

/** What keeps this machine from running Neo4j by itself, and what to do about it; undefined where nothing does. */
export async function hindrance(version: string): Promise<string | undefined> {
  const java = await javaVersion();
  const least = version.startsWith('5.') ? 17 : 21;
  const advice =
    least === 17
      ? 'Install a JDK 17 (apt-get install openjdk-17-jdk-headless), or set JAVA_HOME to one.'
      : 'Install a JDK of 21 or newer, and set JAVA_HOME to it.';
  if (java === undefined) return `there is no JDK at ${javaCommand()}. ${advice}`;
  if (Number.parseInt(java) < least) return `${javaCommand()} is Java ${java}, too old for Neo4j ${version}. ${advice}`;
  if (!(await exists(jarsOf(version))) && !(await isCommand('mvn'))) {
    return `there is no mvn, which fetches Neo4j ${version}. Install Maven (apt-get install maven).`;
  }
  return undefined;
}

/** Finds one version's installation, made at first: the jars fetched, and the classes archived, so that it starts fast. */
export async function installedNeo4j(version: string): Promise<Neo4jInstallation> {
  const hindered = await hindrance(version);
  if (hindered !== undefined) throw new Error(`Neo4j ${version} cannot be started: ${hindered}`);
  const jars = jarsOf(version);
  if (!(await exists(jars))) await fetchJars(version, jars);
  const java = javaCommand();
  const archive = `${jars}-java-${(await javaVersion()) ?? 'none'}.jsa`;
  // Only for speed: without it, a start takes some seconds more.
  if (!(await exists(archive))) await archiveClasses(java, jars, archive).catch(() => undefined);
  return { java, javaArguments: javaArguments(jars, `-XX:SharedArchiveFile=${archive}`) };
}

function javaArguments(jars: string, archive: string): readonly string[] {
  // -Xlog:disable, for an archive that does not fit (another build of Java, say) is left out, and needs no words.
  return ['-Xmx512m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xlog:disable', archive, '-cp', join(jars, '*')];
}

const jarsOf = (version: string) => join(folder, 'target', version);

const javaCommand = () => {
  const home = setting('JAVA_HOME');
  return home === undefined ? 'java' : join(home, 'bin', 'java');
};

/** The version of Java, "17.0.15" say, where it has a compiler, which runs the program from its source. */
async function javaVersion(): Promise<string | undefined> {
  const described = await run(javaCommand(), ['--describe-module', 'jdk.compiler']).catch(() => undefined);
  return /^jdk\.compiler@(\S+)/.exec(described?.stdout ?? '')?.[1];
}

/** Fetched beside its place and then put there, so that half a download is never taken for a whole. */
async function fetchJars(version: string, jars: string): Promise<void> {
  await mkdir(join(folder, 'target'), { recursive: true });
  const beside = await mkdtemp(`${jars}-part-`);
  try {
    const words = [
      ...['-q', '-B', '-f', join(folder, 'pom.xml'), `-Dneo4j.version=${version}`],
      ...['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${beside}`],
    ];
    await run('mvn', words, { timeout: 10 * 60_000 });
    await putInPlace(beside, jars);
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : '';
    const why = said === '' ? String(error) : said.slice(0, 2000);
    throw new Error(`Maven could not fetch Neo4j ${version}: is there such a version, and a network?\n${why}`, {
      cause: error,
    });
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** Runs the program once, to its end, for the archive of the classes that it loads; later starts take half the time. */
async function archiveClasses(java: string, jars: string, archive: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'rolegraph-neo4j-'));
  const beside = join(home, 'classes.jsa');
  try {
    const javaWords = javaArguments(jars, `-XX:ArchiveClassesAtExit=${beside}`);
    const training = run(java, [...javaWords, neo4jProgram, home, '0', 'password'], { timeout: 3 * 60_000 });
    training.child.stdout?.once('data', () => training.child.stdin?.end());
    await training;
    await putInPlace(beside, archive);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Another process may have been faster: what it made is as good. */
async function putInPlace(made: string, place: string): Promise<void> {
  await rename(made, place).catch(async (error: unknown) => {
    if (!(await exists(place))) throw error;
  });
}

async function isCommand(name: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = await Promise.all(folders.map((path) => exists(join(path, name))));
  return found.includes(true);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
