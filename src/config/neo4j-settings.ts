import { isIPv6 } from 'node:net';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How a Neo4j database is reached. */
export interface Neo4jSettings {
  /** Scheme, host and, where one was given, port, e.g. "neo4j+s://graph.example.org:7687"; never credentials. */
  readonly uri: string;
  /** Undefined, as the password is, where the database is asked without authentication. */
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** Undefined: the home database of the user. */
  readonly database: string | undefined;
}

/** Who a password is for, where no user is named: the one that every Neo4j begins with. */
const firstUser = 'neo4j';

const schemes = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];

const uriAllowed = `a scheme (${schemes.join(', ')}), a host and, where it is not 7687, a port, e.g. neo4j://localhost:7687`;

const databaseAllowed =
  '3 to 63 ASCII letters, digits, dots and dashes, with a letter or digit first and last, and not system, which holds no graphs';

/** The settings that have an effect together with NEO4J_URI alone. */
const companions = ['NEO4J_USERNAME', 'NEO4J_PASSWORD', 'NEO4J_DATABASE'];

/**
 * The settings of the database, by the names that Neo4j's own credential files give them.
 *
 * @param report is told each problem; what is returned is of no use then.
 * @returns undefined where no database is named.
 */
export function readNeo4jSettings(env: Environment, report: (problem: string) => void): Neo4jSettings | undefined {
  const given = trimmed(env, 'NEO4J_URI');
  if (given === undefined) return undefined;
  const uri = uriOf(given);
  if ('problem' in uri) report(uri.problem);

  // Spaces around a password may be part of it.
  const password = env['NEO4J_PASSWORD'] === '' ? undefined : env['NEO4J_PASSWORD'];
  const username = trimmed(env, 'NEO4J_USERNAME') ?? (password === undefined ? undefined : firstUser);
  if (username !== undefined && password === undefined) {
    report(
      'NEO4J_USERNAME is set and NEO4J_PASSWORD is not: set both, or neither for a database without authentication',
    );
  }

  const database = trimmed(env, 'NEO4J_DATABASE');
  if (database !== undefined && !isDatabaseName(database)) {
    report(`NEO4J_DATABASE is ${JSON.stringify(database)}; allowed: ${databaseAllowed}`);
  }
  return { uri: 'uri' in uri ? uri.uri : '', username, password, database };
}

/** The names of those settings that are set and have no effect, as NEO4J_URI is not set. */
export function neo4jSettingsWithoutEffect(env: Environment): readonly string[] {
  if (trimmed(env, 'NEO4J_URI') !== undefined) return [];
  return companions.filter((name) => trimmed(env, name) !== undefined);
}

function trimmed(env: Environment, name: string): string | undefined {
  const given = env[name]?.trim() ?? '';
  return given === '' ? undefined : given;
}

function uriOf(given: string): { readonly uri: string } | { readonly problem: string } {
  if (given.includes('@')) {
    return {
      problem:
        'NEO4J_URI holds a user or a password, or a stray "@": give them as NEO4J_USERNAME and NEO4J_PASSWORD, and in ' +
        `NEO4J_URI only ${uriAllowed}`,
    };
  }
  const url = URL.parse(given);
  const hasOnlyHost = url !== null && ['', '/'].includes(url.pathname) && !/[?#]/.test(given);
  if (hasOnlyHost && schemes.includes(url.protocol.slice(0, -1)) && isHost(url.hostname) && url.port !== '0') {
    return { uri: `${url.protocol}//${url.host}` };
  }
  // Anything else may be a password that got into the wrong setting, and what is printed here ends in logs.
  const isPlain = /^[a-z][a-z\d+]*:\/\/[a-z\d.-]*(:\d*)?$/i.test(given);
  const shown = isPlain ? JSON.stringify(given) : 'no address that can be used (not shown: it may hold a password)';
  return { problem: `NEO4J_URI is ${shown}; allowed: ${uriAllowed}, without a user, path or query` };
}

/** Underscores are in no host name of the internet, but in those of containers. */
function isHost(text: string): boolean {
  return /^\w([\w.-]*\w)?\.?$/.test(text) || (text.startsWith('[') && isIPv6(text.slice(1, -1)));
}

function isDatabaseName(text: string): boolean {
  return /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/i.test(text) && text.toLowerCase() !== 'system';
}
