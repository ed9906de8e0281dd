import { isIP, isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { readAuthSettings, type AuthSettings } from './auth-settings.ts';
import { settingReader } from './setting-reader.ts';
import { listOf, pathOf, wholeNumber } from './setting-values.ts';
import { readWebhookSettings, type WebhookSettings } from './webhook-settings.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** How a Neo4j database is reached. */
export interface Neo4jSettings {
  /** Scheme, host and, where one was given, port, e.g. "neo4j+s://graph.example.org:7687"; never credentials. */
  readonly uri: string;
  /** Undefined, like the password, for a database without authentication. */
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** Undefined: the home database of the user. */
  readonly database: string | undefined;
}

/** The proxies in front of the server: how many there are, or their addresses and networks, e.g. "10.0.0.0/8". */
export type TrustedProxies = number | readonly string[];

/** Every setting of a server, checked. */
export interface Config {
  /** 0..65535; 0 takes any free port. */
  readonly port: number;
  /** The address or name to listen on. */
  readonly host: string;
  /** The folder that stores what was imported last, as an absolute path. */
  readonly dataFolder: string;
  /** Whether the catalog that ships is served as long as nothing was imported. */
  readonly servesShipped: boolean;
  readonly logLevel: LogLevel;
  /** Origins whose pages may send requests, as browsers send them, e.g. "https://example.org" or "null" (local files). */
  readonly corsOrigins: readonly string[];
  /** Upper bound on the size of all cached answers, in bytes; 0 turns the cache off. */
  readonly answerCacheBytes: number;
  /** Upper bound on the memory of all bodies and answers that are received, made and sent at a time, in bytes. */
  readonly answerMemoryBytes: number;
  /** Whose X-Forwarded-For is believed; 0 for nobody's. */
  readonly trustProxy: TrustedProxies;
  /** How long a connection without a request stays open, in milliseconds. */
  readonly keepAliveTimeout: number;
  /** How long a connection with an open request or answer may make no progress, in milliseconds. */
  readonly stallTimeout: number;
  /** How long a client may take to send a whole request, in milliseconds. */
  readonly requestTimeout: number;
  /** What the queries of one client may cost in a minute; 0 for no limit. */
  readonly costPerMinute: number;
  /** Connections in all. */
  readonly maxConnections: number;
  /** Connections from one address; 0 for no limit, as behind proxies. */
  readonly maxConnectionsPerAddress: number;
  /** The longest time that a stop waits for open requests, in milliseconds. */
  readonly drainTimeout: number;
  /** The database that stores the graph; undefined for the embedded graph in the data folder. */
  readonly neo4j: Neo4jSettings | undefined;
  /** Names of settings that are set and have no effect, because NEO4J_URI is not set. */
  readonly withoutEffect: readonly string[];
  /** Host names and addresses that requests may be sent to, in lower case and without a port; undefined: not set. */
  readonly allowedHosts: readonly string[] | undefined;
  readonly features: Features;
  readonly limits: Limits;
  readonly fileLimits: FileLimits;
  /** The beginning of the IRIs of nodes in files of RDF; undefined: one that names no server. */
  readonly baseIri: string | undefined;
  /** How callers prove who they are. */
  readonly auth: AuthSettings;
  /** The file for the audit log, as an absolute path; undefined: standard output. */
  readonly auditLog: string | undefined;
  /** Who is told of each import; undefined: nobody. */
  readonly webhook: WebhookSettings | undefined;
  /** How many clients may wait for changes of the catalog at a time. */
  readonly mostListeners: number;
  /** Size of a catalog that is imported over HTTP, as sent and decompressed, in bytes. */
  readonly importBytes: number;
}

/** What a server offers besides answers to queries that are posted. */
export interface Features {
  /** The page for queries in a browser. */
  readonly graphiql: boolean;
  /** The schema, by introspection and as a file. */
  readonly introspection: boolean;
  /** Names of the schema that are similar to an unknown one, in errors. */
  readonly suggestions: boolean;
  /** Queries in the address of a GET. */
  readonly getQueries: boolean;
  /** Selections of the graph as files, each with an address. */
  readonly files: boolean;
}

/** Limits for files of the graph, which are not bound by those of queries. */
export interface FileLimits {
  /** The most nodes and edges of a file together. */
  readonly elements: number;
  /** How long it may take until a file is made and received, in milliseconds. */
  readonly milliseconds: number;
  /** How many files are made and sent at a time. */
  readonly places: number;
}

/** Limits for one request. */
export interface Limits {
  /** Lexical tokens of a document (names, punctuation and values), and comments. */
  readonly tokens: number;
  /** Levels of nested objects. */
  readonly depth: number;
  /** Aliases of an operation. */
  readonly aliases: number;
  /** Directives at one place of a document, e.g. at one field. */
  readonly directives: number;
  /** What a query may cost (src/scheduling/task.ts). */
  readonly cost: number;
  /** How long a query may take, in milliseconds. */
  readonly milliseconds: number;
  /** Size of a body, as sent and decompressed, in bytes. */
  readonly bodyBytes: number;
  /** The most that `first` and `last` may ask for; at least the size of a page that states neither. */
  readonly pageSize: number;
}

/** Settings that cannot be used. The message has one line for each, with what was given and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['The settings cannot be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/** The settings that have an effect only together with NEO4J_URI. */
const neo4jCompanions = ['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_PASSWORD_FILE', 'NEO4J_DATABASE'];

/**
 * The settings from environment variables; one that is empty counts as not set.
 *
 * @throws ConfigError with all problems at once.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const reader = settingReader(env);
  const { problems, isSet, setting, isOn, limit, secret } = reader;

  function neo4jSettings(givenUri: string): Neo4jSettings {
    const uri = neo4jUriOf(givenUri);
    if ('problem' in uri) problems.push(uri.problem);
    const password = secret('NEO4J_PASSWORD', 'the password');
    // The user that every Neo4j begins with.
    const defaultUser = password === undefined ? undefined : 'neo4j';
    const username = setting('NEO4J_USERNAME', defaultUser, 'any name', (given) => given);
    if (username !== undefined && password === undefined) {
      problems.push(
        'NEO4J_USERNAME is set and neither NEO4J_PASSWORD nor NEO4J_PASSWORD_FILE is: set one of them, or no user for a ' +
          'database without authentication',
      );
    }
    const database = setting('NEO4J_DATABASE', undefined, databaseAllowed, databaseOf);
    return { uri: 'uri' in uri ? uri.uri : '', username, password, database };
  }

  const seconds = (name: string, fallback: number): number =>
    setting(name, fallback, 'a whole number of seconds from 1 to 3600', wholeNumber(1, 3_600)) * 1_000;
  const trustProxy = setting('TRUST_PROXY', 0, proxiesAllowed, trustedProxiesOf);
  const megabytesAllowed = 'a whole number from 0 to 4096, where 0 turns the cache off';
  // A hardened server offers only what is turned on by name.
  const isOffered = !isOn('ROLEGRAPH_HARDENED', false);
  const config: Config = {
    port: setting('PORT', 4000, 'a whole number from 0 to 65535, where 0 takes any free port', wholeNumberTo(65_535)),
    host: setting('HOST', '127.0.0.1', 'an IP address or a host name, without a scheme or port', hostOf),
    dataFolder: setting('ROLEGRAPH_DATA', resolve('data'), 'the path of a folder', pathOf),
    servesShipped: setting('ROLEGRAPH_SHIPPED', true, 'if-empty or never', servesShippedOf),
    logLevel: setting('LOG_LEVEL', 'info', logLevels.join(', '), (given) => logLevels.find((level) => level === given)),
    corsOrigins: setting('CORS_ORIGINS', [], originsAllowed, originsOf),
    answerCacheBytes: setting('ROLEGRAPH_ANSWER_CACHE_MB', 64, megabytesAllowed, wholeNumberTo(4_096)) * 1024 * 1024,
    answerMemoryBytes: limit('ROLEGRAPH_ANSWER_MEMORY_MB', defaultAnswerMemory(), 8, 65_536) * 1024 * 1024,
    trustProxy,
    keepAliveTimeout: seconds('ROLEGRAPH_KEEP_ALIVE_SECONDS', 75),
    stallTimeout: seconds('ROLEGRAPH_STALL_SECONDS', 30),
    requestTimeout: seconds('ROLEGRAPH_REQUEST_SECONDS', 30),
    costPerMinute: setting(
      'ROLEGRAPH_COST_PER_MINUTE',
      0,
      'a whole number from 1000 to 1000000000, or 0 for no limit',
      (given) => (given === '0' ? 0 : wholeNumber(1_000, 1_000_000_000)(given)),
    ),
    maxConnections: limit('ROLEGRAPH_MAX_CONNECTIONS', 10_000, 1, 65_535),
    maxConnectionsPerAddress: setting(
      'ROLEGRAPH_MAX_CONNECTIONS_PER_ADDRESS',
      trustProxy === 0 ? 256 : 0,
      'a whole number from 0 to 65535, where 0 is no limit',
      wholeNumberTo(65_535),
    ),
    drainTimeout: limit('ROLEGRAPH_STOP_SECONDS', 10, 1, 3_600) * 1_000,
    neo4j: isSet('NEO4J_URI') ? neo4jSettings(env['NEO4J_URI']?.trim() ?? '') : undefined,
    withoutEffect: isSet('NEO4J_URI') ? [] : neo4jCompanions.filter(isSet),
    allowedHosts: setting('ALLOWED_HOSTS', undefined, allowedHostsAllowed, hostsOf),
    features: {
      graphiql: isOn('GRAPHIQL', isOffered),
      introspection: isOn('INTROSPECTION', isOffered),
      suggestions: isOn('ROLEGRAPH_SUGGESTIONS', isOffered),
      getQueries: isOn('ROLEGRAPH_GET_QUERIES', isOffered),
      files: isOn('ROLEGRAPH_FILES', isOffered),
    },
    limits: {
      tokens: limit('ROLEGRAPH_MAX_TOKENS', 1_000, 100, 100_000),
      depth: limit('ROLEGRAPH_MAX_DEPTH', 10, 1, 100),
      aliases: limit('ROLEGRAPH_MAX_ALIASES', 15, 0, 10_000),
      directives: limit('ROLEGRAPH_MAX_DIRECTIVES', 5, 0, 1_000),
      cost: limit('ROLEGRAPH_MAX_COST', 3_000_000, 1_000, 1_000_000_000),
      milliseconds: limit('ROLEGRAPH_MAX_TIME_MS', 5_000, 100, 600_000),
      bodyBytes: limit('ROLEGRAPH_MAX_BODY_KB', 256, 1, 16_384) * 1024,
      // From the size of a page that states none, up to what the schema allows (src/graph/lists/page.ts).
      pageSize: limit('ROLEGRAPH_MAX_PAGE', 100, 20, 100),
    },
    fileLimits: {
      elements: limit('ROLEGRAPH_MAX_FILE_ELEMENTS', 1_000_000, 1_000, 10_000_000),
      milliseconds: seconds('ROLEGRAPH_MAX_FILE_SECONDS', 60),
      places: limit('ROLEGRAPH_MAX_FILES', 2, 1, 100),
    },
    baseIri: setting('ROLEGRAPH_BASE_IRI', undefined, baseIriAllowed, baseIriOf),
    auth: readAuthSettings(reader),
    auditLog: setting('AUDIT_LOG', undefined, 'stdout or the path of a file', auditLogOf)?.file,
    webhook: readWebhookSettings(reader),
    mostListeners: limit('ROLEGRAPH_MAX_LISTENERS', 1_000, 1, 100_000),
    importBytes: limit('ROLEGRAPH_MAX_IMPORT_MB', 256, 1, 256) * 1024 * 1024,
  };

  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const baseIriAllowed =
  'the beginning of an IRI that ends with "/", "#" or ":", e.g. https://example.org/roles/ or urn:rolegraph:';

/** Only characters that every form of RDF writes as they are. */
function baseIriOf(given: string): string | undefined {
  return /^[a-z][a-z\d+.-]*:[\w~!$&'()*+,;=:@/?#[\].%-]*[/#:]$|^[a-z][a-z\d+.-]*:$/i.test(given) ? given : undefined;
}

/** A quarter of what the heap of this process can become, in megabytes; Node.js derives that from the memory there is. */
function defaultAnswerMemory(): number {
  return Math.max(8, Math.floor(getHeapStatistics().heap_size_limit / 4 / 1024 / 1024));
}

function wholeNumberTo(most: number): (given: string) => number | undefined {
  return wholeNumber(0, most);
}

const allowedHostsAllowed =
  'host names and IP addresses separated by commas, without scheme and port, e.g. graph.example.org,rolegraph (no wildcards: list each name)';

function hostsOf(given: string): readonly string[] | undefined {
  const hosts = listOf(given);
  return hosts.every((host) => isHost(host) || isIPv6(host)) ? hosts.map((host) => host.toLowerCase()) : undefined;
}

function hostOf(given: string): string | undefined {
  const isName = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*\.?$/i.test(given);
  // A name of digits and dots alone is a mistyped address.
  return isIP(given) !== 0 || (isName && !/^[\d.]+$/.test(given)) ? given : undefined;
}

function auditLogOf(given: string): { readonly file: string | undefined } | undefined {
  if (given === 'stdout') return { file: undefined };
  const file = pathOf(given);
  return file === undefined ? undefined : { file };
}

function servesShippedOf(given: string): boolean | undefined {
  return given === 'never' ? false : given === 'if-empty' ? true : undefined;
}

/** "*" is not offered: with it, any page that somebody opens could read a catalog served inside their network. */
const originsAllowed =
  'exact origins separated by commas, each http or https with a host and no path, e.g. https://example.org,http://localhost:3000, or null for local files (wildcards are not allowed: list each origin)';

function originsOf(given: string): readonly string[] | undefined {
  const origins = listOf(given);
  return origins.every((origin) => origin === 'null' || isWebOrigin(origin)) ? origins : undefined;
}

/** URLs may have a "*" in their host, which would look like a wildcard and match nothing. */
function isWebOrigin(text: string): boolean {
  return /^https?:\/\/[^*]+$/.test(text) && URL.parse(text)?.origin === text;
}

const proxiesAllowed =
  'the number of proxies in front of the server (0 to 99), or their addresses and networks separated by commas, e.g. 10.0.0.0/8,::1';

/** @returns undefined if an entry is neither an IP address nor a network (CIDR). */
function trustedProxiesOf(given: string): TrustedProxies | undefined {
  if (/^\d{1,2}$/.test(given)) return Number(given);
  const entries = listOf(given);
  return entries.length > 0 && entries.every(isNetwork) ? entries : undefined;
}

function isNetwork(entry: string): boolean {
  const [address = '', length, ...more] = entry.split('/');
  const longest = isIPv6(address) ? 128 : 32;
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= longest);
  return isIP(address) !== 0 && isLength && more.length === 0;
}

const neo4jSchemes = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];
const uriAllowed = `a scheme (${neo4jSchemes.join(', ')}), a host and, where it is not 7687, a port, e.g. neo4j://localhost:7687`;

function neo4jUriOf(given: string): { readonly uri: string } | { readonly problem: string } {
  if (given.includes('@')) {
    return {
      problem:
        'NEO4J_URI holds a user or a password, or a stray "@": give them as NEO4J_USERNAME and NEO4J_PASSWORD, and in ' +
        `NEO4J_URI only ${uriAllowed}`,
    };
  }
  const url = URL.parse(given);
  const hasOnlyHost = url !== null && ['', '/'].includes(url.pathname) && !/[?#]/.test(given);
  if (hasOnlyHost && neo4jSchemes.includes(url.protocol.slice(0, -1)) && isHost(url.hostname) && url.port !== '0') {
    return { uri: `${url.protocol}//${url.host}` };
  }
  // Anything else may be a password in the wrong setting, and this message ends up in logs.
  const isPlain = /^[a-z][a-z\d+]*:\/\/[a-z\d.-]*(:\d*)?$/i.test(given);
  const shown = isPlain ? JSON.stringify(given) : 'no address that can be used (not shown: it may hold a password)';
  return { problem: `NEO4J_URI is ${shown}; allowed: ${uriAllowed}, without a user, path or query` };
}

/** Host names of containers may have underscores, unlike those of the internet. */
function isHost(text: string): boolean {
  return /^\w([\w.-]*\w)?\.?$/.test(text) || (text.startsWith('[') && isIPv6(text.slice(1, -1)));
}

const databaseAllowed =
  '3 to 63 ASCII letters, digits, dots and dashes, with a letter or digit first and last, and not system, which holds no graphs';

function databaseOf(given: string): string | undefined {
  const isName = /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/i.test(given) && given.toLowerCase() !== 'system';
  return isName ? given : undefined;
}
