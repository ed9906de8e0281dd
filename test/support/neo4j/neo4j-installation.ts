import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const folder = fileURLToPath(new URL('../../neo4j', import.meta.url));
const program = join(folder, 'Neo4jServer.java');

/** The version for the tests if NEO4J_VERSION is not set. */
const usualVersion = '5.26.30';

/** A Neo4j that can be started: a Java that suits it, and its jars. */
export interface Neo4jInstallation {
  readonly java: string;
  /** Arguments for Java, up to and with the server's main class. */
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

/** Why this machine cannot run Neo4j from Maven, and what to do about it; undefined if it can. */
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

/**
 * Finds one version's installation. The first call prepares it: it fetches the jars, compiles the program that starts the
 * server, and archives the classes that a start loads. A start then takes less than half the time.
 */
export async function installedNeo4j(version: string): Promise<Neo4jInstallation> {
  const hindered = await hindrance(version);
  if (hindered !== undefined) throw new Error(`Neo4j ${version} cannot be started: ${hindered}`);
  const jars = jarsOf(version);
  if (!(await exists(jars))) await fetchJars(version, jars);
  const hash = createHash('sha256')
    .update(await readFile(program))
    .digest('hex');
  const prepared = `${jars}-java-${(await javaVersion()) ?? 'none'}-${hash.slice(0, 8)}`;
  const [jar, archive] = [`${prepared}.jar`, `${prepared}.jsa`];
  if (!(await exists(jar))) await compileProgram(jars, jar);
  // Only for speed: without the archive, a start takes some seconds more.
  if (!(await exists(archive))) await archiveClasses(jars, jar, archive).catch(() => undefined);
  return { java: javaCommand(), javaArguments: javaArguments(jars, jar, `-XX:SharedArchiveFile=${archive}`) };
}

function javaArguments(jars: string, jar: string, archive: string): readonly string[] {
  const classPath = [jar, join(jars, '*')].join(delimiter);
  // -Xlog:disable: Java ignores an archive that does not fit (one of another build of Java, say), and need not report it.
  const options = ['-Xmx512m', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xlog:disable', archive];
  return [...options, '-cp', classPath, 'Neo4jServer'];
}

const jarsOf = (version: string) => join(folder, 'target', version);

const javaCommand = () => {
  const home = setting('JAVA_HOME');
  return home === undefined ? 'java' : join(home, 'bin', 'java');
};

let askedVersion: Promise<string | undefined> | undefined;

/** The version of Java, "17.0.15" say, if it has a compiler, which the program needs. */
function javaVersion(): Promise<string | undefined> {
  askedVersion ??= run(javaCommand(), ['--describe-module', 'jdk.compiler']).then(
    ({ stdout }) => /^jdk\.compiler@(\S+)/.exec(stdout)?.[1],
    () => undefined,
  );
  return askedVersion;
}

/** Downloads to a temporary folder and then renames it, so that an incomplete download is never used. */
async function fetchJars(version: string, jars: string): Promise<void> {
  await mkdir(join(folder, 'target'), { recursive: true });
  const download = await mkdtemp(`${jars}-part-`);
  try {
    const words = [
      ...['-q', '-B', '-f', join(folder, 'pom.xml'), `-Dneo4j.version=${version}`],
      ...['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${download}`],
    ];
    await run('mvn', words, { timeout: 10 * 60_000 });
    await putInPlace(download, jars);
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout).trim() : '';
    const why = said === '' ? String(error) : said.slice(0, 2000);
    throw new Error(`Maven could not fetch Neo4j ${version}: is there such a version, and a network?\n${why}`, {
      cause: error,
    });
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/** Compiles the program into a jar: Java archives classes only from jars. */
async function compileProgram(jars: string, jar: string): Promise<void> {
  const made = await mkdtemp(`${jar}-part-`);
  try {
    const [classes, packed] = [join(made, 'classes'), join(made, 'server.jar')];
    const java = javaCommand();
    // The compiler does not know the wildcard that stands for all jars of a folder.
    const classPath = (await readdir(jars)).map((name) => join(jars, name)).join(delimiter);
    await run(java, ['-m', 'jdk.compiler/com.sun.tools.javac.Main', '-d', classes, '-cp', classPath, program]);
    await run(java, ['-m', 'jdk.jartool/sun.tools.jar.Main', '--create', '--file', packed, '-C', classes, '.']);
    await putInPlace(packed, jar);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/** Runs the program once, to its end, and archives the classes that it loaded. */
async function archiveClasses(jars: string, jar: string, archive: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'rolegraph-neo4j-'));
  const made = `${archive}-part-${String(process.pid)}`;
  try {
    const words = javaArguments(jars, jar, `-XX:ArchiveClassesAtExit=${made}`);
    const training = run(javaCommand(), [...words, home, '0', 'password'], { timeout: 3 * 60_000 });
    training.child.stdout?.once('data', () => training.child.stdin?.end());
    await training;
    await putInPlace(made, archive);
  } finally {
    await rm(home, { recursive: true, force: true });
    await rm(made, { force: true });
  }
}

/** Another process may have been faster; its result is used then. */
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
