import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config/config.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const defaults = {
  port: 4000,
  host: '127.0.0.1',
  dataFolder: resolve('data'),
  servesShipped: true,
  logLevel: 'info',
  corsOrigins: [],
  answerCacheBytes: 64 * 1024 * 1024,
  drainTimeout: 10_000,
  answerMemoryBytes: Math.floor(getHeapStatistics().heap_size_limit / 4 / 1024 / 1024) * 1024 * 1024,
  trustProxy: 0,
  keepAliveTimeout: 75_000,
  stallTimeout: 30_000,
  requestTimeout: 30_000,
  costPerMinute: 0,
  maxConnections: 10_000,
  maxConnectionsPerAddress: 256,
  neo4j: undefined,
  withoutEffect: [],
  allowedHosts: undefined,
  features: { graphiql: true, introspection: true, suggestions: true, getQueries: true, files: true },
  limits: {
    tokens: 1_000,
    depth: 10,
    aliases: 15,
    directives: 5,
    cost: 3_000_000,
    milliseconds: 5_000,
    bodyBytes: 262_144,
    pageSize: 100,
  },
  fileLimits: { elements: 1_000_000, milliseconds: 60_000, places: 2 },
  baseIri: undefined,
  auth: { kind: 'none' },
  auditLog: undefined,
  webhook: undefined,
  mostListeners: 1_000,
  importBytes: 256 * 1024 * 1024,
};
const allOff = { graphiql: false, introspection: false, suggestions: false, getQueries: false, files: false };

describe('settings', () => {
  test.each<[Record<string, string>]>([
    [{}],
    [{ PORT: '', HOST: ' ', ROLEGRAPH_DATA: '', LOG_LEVEL: '', CORS_ORIGINS: '', NEO4J_URI: '' }],
  ])('settings have defaults if nothing is set: %j', (env) => {
    expect(readConfig(env)).toEqual(defaults);
  });

  test.each<[Record<string, string>, object]>([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 65535 ' }, { port: 65_535 }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'graph.example.org' }, { host: 'graph.example.org' }],
    [{ ROLEGRAPH_DATA: '../elsewhere' }, { dataFolder: resolve('../elsewhere') }],
    [{ ROLEGRAPH_SHIPPED: 'never' }, { servesShipped: false }],
    [{ ROLEGRAPH_SHIPPED: 'if-empty' }, {}],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ ROLEGRAPH_ANSWER_CACHE_MB: '0' }, { answerCacheBytes: 0 }],
    [{ ROLEGRAPH_ANSWER_CACHE_MB: '4096' }, { answerCacheBytes: 4_294_967_296 }],
    [{ ROLEGRAPH_STOP_SECONDS: '30' }, { drainTimeout: 30_000 }],
    [{ ROLEGRAPH_ANSWER_MEMORY_MB: '8' }, { answerMemoryBytes: 8_388_608 }],
    [{ TRUST_PROXY: '1' }, { trustProxy: 1, maxConnectionsPerAddress: 0 }],
    [{ TRUST_PROXY: '10.0.0.0/8, ::1' }, { trustProxy: ['10.0.0.0/8', '::1'], maxConnectionsPerAddress: 0 }],
    [{ ROLEGRAPH_KEEP_ALIVE_SECONDS: '5' }, { keepAliveTimeout: 5_000 }],
    [{ ROLEGRAPH_COST_PER_MINUTE: '6000000' }, { costPerMinute: 6_000_000 }],
    [{ ROLEGRAPH_COST_PER_MINUTE: '0' }, { costPerMinute: 0 }],
    [{ CORS_ORIGINS: 'https://example.org' }, { corsOrigins: ['https://example.org'] }],
    [
      { CORS_ORIGINS: ' https://a.example , http://localhost:3000, https://a.example,' },
      { corsOrigins: ['https://a.example', 'http://localhost:3000'] },
    ],
    [{ CORS_ORIGINS: 'https://a.example,null' }, { corsOrigins: ['https://a.example', 'null'] }],
    [
      { ALLOWED_HOSTS: 'Graph.Example.org, rolegraph,my_graph,10.0.0.1,::1,rolegraph' },
      { allowedHosts: ['graph.example.org', 'rolegraph', 'my_graph', '10.0.0.1', '::1'] },
    ],
    [{ GRAPHIQL: 'off' }, { features: { ...defaults.features, graphiql: false } }],
    [{ INTROSPECTION: '0' }, { features: { ...defaults.features, introspection: false } }],
    [{ ROLEGRAPH_SUGGESTIONS: 'False' }, { features: { ...defaults.features, suggestions: false } }],
    [{ ROLEGRAPH_GET_QUERIES: 'off' }, { features: { ...defaults.features, getQueries: false } }],
    [{ ROLEGRAPH_FILES: 'off' }, { features: { ...defaults.features, files: false } }],
    [{ ROLEGRAPH_HARDENED: '1' }, { features: allOff }],
    [{ ROLEGRAPH_HARDENED: '0' }, {}],
    [{ ROLEGRAPH_HARDENED: 'on', INTROSPECTION: 'on' }, { features: { ...allOff, introspection: true } }],
    [{ ROLEGRAPH_MAX_TOKENS: '2000' }, { limits: { ...defaults.limits, tokens: 2_000 } }],
    [{ ROLEGRAPH_MAX_DEPTH: '7' }, { limits: { ...defaults.limits, depth: 7 } }],
    [{ ROLEGRAPH_MAX_ALIASES: '0' }, { limits: { ...defaults.limits, aliases: 0 } }],
    [{ ROLEGRAPH_MAX_DIRECTIVES: '2' }, { limits: { ...defaults.limits, directives: 2 } }],
    [{ ROLEGRAPH_MAX_COST: '1000000000' }, { limits: { ...defaults.limits, cost: 1_000_000_000 } }],
    [{ ROLEGRAPH_MAX_TIME_MS: '250' }, { limits: { ...defaults.limits, milliseconds: 250 } }],
    [{ ROLEGRAPH_MAX_BODY_KB: '16' }, { limits: { ...defaults.limits, bodyBytes: 16_384 } }],
    [{ ROLEGRAPH_MAX_PAGE: '50' }, { limits: { ...defaults.limits, pageSize: 50 } }],
    [{ ROLEGRAPH_MAX_FILE_ELEMENTS: '5000' }, { fileLimits: { ...defaults.fileLimits, elements: 5_000 } }],
    [{ ROLEGRAPH_MAX_FILE_SECONDS: '300' }, { fileLimits: { ...defaults.fileLimits, milliseconds: 300_000 } }],
    [{ ROLEGRAPH_MAX_FILES: '5' }, { fileLimits: { ...defaults.fileLimits, places: 5 } }],
    ...['https://example.org/roles/', 'https://example.org/roles#', 'urn:example:'].map(
      (iri): [Record<string, string>, object] => [{ ROLEGRAPH_BASE_IRI: iri }, { baseIri: iri }],
    ),
  ])('reads settings from %j', (env, expected) => {
    expect(readConfig(env)).toEqual({ ...defaults, ...expected });
  });

  test.each([
    ...['65536', '-1', '4e3', '80.5', 'http', '0x50'].map((given) => ['PORT', given, 'from 0 to 65535']),
    ...['http://localhost', 'localhost:80', '999.1.1.1', 'a b', '-a'].map((given) => ['HOST', given, 'an IP address']),
    ['ROLEGRAPH_DATA', 'a\0b', 'a folder'],
    ...['4097', '-1', '1.5', '64 MB'].map((given) => ['ROLEGRAPH_ANSWER_CACHE_MB', given, 'from 0 to 4096']),
    ...['0', '3601', '1.5'].map((given) => ['ROLEGRAPH_STOP_SECONDS', given, 'from 1 to 3600']),
    ...['7', '65537', '1e2'].map((given) => ['ROLEGRAPH_ANSWER_MEMORY_MB', given, 'from 8 to 65536']),
    ...['true', '10.0.0.0/33', 'proxy'].map((given) => ['TRUST_PROXY', given, 'the number of proxies']),
    ['ROLEGRAPH_MAX_CONNECTIONS', '0', 'from 1 to 65535'],
    ...['999', '-1', '1e6'].map((given) => ['ROLEGRAPH_COST_PER_MINUTE', given, 'from 1000 to 1000000000']),
    ['ROLEGRAPH_SHIPPED', 'no', 'if-empty or never'],
    ['LOG_LEVEL', 'verbose', 'fatal, error, warn, info, debug, trace, silent'],
    ...[
      '*',
      'https://*.example.org',
      'https://a.org,http://localhost:*',
      'example.org',
      'https://example.org/',
      'https://a.org,NULL',
      'HTTPS://A.org',
      'ftp://a.org',
    ].map((given) => ['CORS_ORIGINS', given, 'wildcards are not allowed']),
    ...['*', '*.example.org', 'https://example.org', 'example.org:4000', 'a b'].map((given) => [
      'ALLOWED_HOSTS',
      given,
      'without scheme and port',
    ]),
    ...['GRAPHIQL', 'INTROSPECTION', 'ROLEGRAPH_SUGGESTIONS', 'ROLEGRAPH_GET_QUERIES', 'ROLEGRAPH_HARDENED'].map(
      (name) => [name, 'yes', 'on or off'],
    ),
    ['ROLEGRAPH_MAX_TOKENS', '99', 'from 100 to 100000'],
    ['ROLEGRAPH_MAX_DEPTH', '0', 'from 1 to 100'],
    ['ROLEGRAPH_MAX_ALIASES', '-1', 'from 0 to 10000'],
    ['ROLEGRAPH_MAX_DIRECTIVES', '1001', 'from 0 to 1000'],
    ['ROLEGRAPH_MAX_COST', '3e6', 'from 1000 to 1000000000'],
    ['ROLEGRAPH_MAX_TIME_MS', '99', 'from 100 to 600000'],
    ['ROLEGRAPH_MAX_BODY_KB', '0', 'from 1 to 16384'],
    ['ROLEGRAPH_MAX_PAGE', '101', 'from 20 to 100'],
    ['ROLEGRAPH_MAX_FILE_ELEMENTS', '999', 'from 1000 to 10000000'],
    ['ROLEGRAPH_MAX_FILE_SECONDS', '0', 'from 1 to 3600'],
    ['ROLEGRAPH_MAX_FILES', '0', 'from 1 to 100'],
    ...['roles/', 'https://example.org/roles', 'https://example.org/<a>/'].map((given) => [
      'ROLEGRAPH_BASE_IRI',
      given,
      'the beginning of an IRI',
    ]),
  ])('refuses %s=%s', (name = '', given = '', allowed = '') => {
    expect(problemsOf({ [name]: given })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is .*; allowed: .*${allowed.replace('*', '\\*')}`)),
    ]);
    expect(problemsOf({ [name]: given })[0]).toContain(JSON.stringify(given));
  });

  test('reports all problems at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y', NEO4J_URI: 'z', NEO4J_DATABASE: 'a' })).toThrow(
      /^The settings cannot be used:\n {2}PORT is .*\n {2}LOG_LEVEL is .*\n {2}NEO4J_URI is .*\n {2}NEO4J_DATABASE is .*$/,
    );
  });
});

describe('settings of a database', () => {
  const uri = 'neo4j://localhost:7687';
  const nobody = { username: undefined, password: undefined };
  const database = undefined;

  test.each<[Record<string, string>, object]>([
    [{ NEO4J_URI: uri }, { uri, ...nobody, database }],
    [{ NEO4J_URI: ` ${uri} ` }, { uri, ...nobody, database }],
    [{ NEO4J_URI: 'bolt://graph_db/' }, { uri: 'bolt://graph_db', ...nobody, database }],
    [{ NEO4J_URI: 'Neo4j+S://[::1]:1' }, { uri: 'neo4j+s://[::1]:1', ...nobody, database }],
    [{ NEO4J_URI: 'bolt+ssc://10.0.0.1' }, { uri: 'bolt+ssc://10.0.0.1', ...nobody, database }],
    [
      { NEO4J_URI: uri, NEO4J_PASSWORD: ' p w ' },
      { uri, username: 'neo4j', password: ' p w ', database },
    ],
    [
      { NEO4J_URI: uri, NEO4J_USERNAME: '', NEO4J_PASSWORD: '' },
      { uri, ...nobody, database },
    ],
    [
      { NEO4J_URI: uri, NEO4J_USERNAME: ' ada ', NEO4J_PASSWORD: 'p', NEO4J_DATABASE: ' roles.v-2 ' },
      { uri, username: 'ada', password: 'p', database: 'roles.v-2' },
    ],
    [
      { NEO4J_URI: uri, NEO4J_DATABASE: '1a2b3c4d', AURA_INSTANCEID: 'x' },
      { uri, ...nobody, database: '1a2b3c4d' },
    ],
  ])('reads settings of a database from %j', (env, neo4j) => {
    expect(readConfig(env)).toEqual({ ...defaults, neo4j });
  });

  test('settings of a database without its address are reported as without effect', () => {
    const env = { NEO4J_URI: ' ', NEO4J_USERNAME: 'ada', NEO4J_PASSWORD: '', NEO4J_DATABASE: '?' };
    expect(readConfig(env)).toEqual({ ...defaults, withoutEffect: ['NEO4J_USERNAME', 'NEO4J_DATABASE'] });
  });

  test.each([
    'localhost:7687',
    'http://localhost:7474',
    'neo4j+x://localhost',
    'neo4j://',
    'neo4j://:7687',
    'neo4j://localhost:0',
    'neo4j://localhost:70000',
    'neo4j://-',
    'neo4j://a b',
    'neo4j://localhost/roles',
    'neo4j://localhost?policy=eu',
    'neo4j://localhost#x',
    'bolt:localhost',
  ])('refuses the address %s of a database', (given) => {
    expect(problemsOf({ NEO4J_URI: given })).toEqual([expect.stringMatching(/^NEO4J_URI is .*; allowed: a scheme/)]);
  });

  test('repeats an address only if it cannot hold a password', () => {
    expect(problemsOf({ NEO4J_URI: 'http://localhost:7474' })[0]).toContain('NEO4J_URI is "http://localhost:7474";');
    for (const given of [
      'bolt://neo4j:secret@localhost',
      'neo4j:secret@localhost',
      'secret',
      'neo4j:secret',
      'bolt://neo4j:secret',
      'http://localhost/secret',
      'bolt://localhost?password=secret',
      'bolt://localhost#secret',
    ]) {
      const [problem, ...others] = problemsOf({ NEO4J_URI: given });
      expect(others).toEqual([]);
      expect(problem).toMatch(/^NEO4J_URI (holds a user or a password|is .*\(not shown)/);
      expect(problem).not.toContain('secret');
    }
  });

  describe('whose password is in a file', () => {
    /** The path of a new file. */
    function fileWith(content: string): string {
      const folder = mkdtempSync(join(tmpdir(), 'rolegraph-password-'));
      onTestFinished(() => {
        rmSync(folder, { recursive: true });
      });
      writeFileSync(join(folder, 'password'), content);
      return join(folder, 'password');
    }

    test.each([
      ['secret', 'secret'],
      [' se cret \n', ' se cret '],
      ['secret\r\n', 'secret'],
      ['secret\n\n', 'secret\n'],
    ])('reads it without its last line break: %j', (content, password) => {
      const env = { NEO4J_URI: uri, NEO4J_PASSWORD_FILE: ` ${fileWith(content)} ` };
      expect(readConfig(env).neo4j).toEqual({ uri, username: 'neo4j', password, database });
    });

    test('refuses a file that is missing, is a folder or is empty, and shows no content', () => {
      const problem = (file: string) =>
        problemsOf({ NEO4J_URI: uri, NEO4J_USERNAME: 'ada', NEO4J_PASSWORD_FILE: file });
      expect(problem('/nowhere')).toEqual([
        'NEO4J_PASSWORD_FILE is "/nowhere", which cannot be read (ENOENT); allowed: a file that this user can read',
      ]);
      expect(problem(tmpdir())).toEqual([expect.stringContaining('cannot be read (EISDIR)')]);
      expect(problem(fileWith('\n'))).toEqual([expect.stringContaining('which is empty; allowed: a file')]);
    });

    test('refuses a password twice', () => {
      const env = { NEO4J_URI: uri, NEO4J_PASSWORD: 'secret', NEO4J_PASSWORD_FILE: fileWith('secret') };
      expect(problemsOf(env)).toEqual(['NEO4J_PASSWORD_FILE is set, and NEO4J_PASSWORD, too: set one of them']);
    });

    test('has no effect without an address', () => {
      expect(readConfig({ NEO4J_PASSWORD_FILE: '/nowhere' }).withoutEffect).toEqual(['NEO4J_PASSWORD_FILE']);
    });
  });

  test('refuses a user without a password', () => {
    expect(problemsOf({ NEO4J_URI: uri, NEO4J_USERNAME: 'ada' })).toEqual([
      'NEO4J_USERNAME is set and neither NEO4J_PASSWORD nor NEO4J_PASSWORD_FILE is: set one of them, or no user for a ' +
        'database without authentication',
    ]);
  });

  test.each(['ab', 'a'.repeat(64), '_abc', '-abc', 'abc.', 'a_c', 'rôles', 'system', 'SYSTEM'])(
    'refuses the database %s',
    (given) => {
      expect(problemsOf({ NEO4J_URI: uri, NEO4J_DATABASE: given })).toEqual([
        expect.stringMatching(/^NEO4J_DATABASE is ".*"; allowed: 3 to 63 ASCII letters, .* not system/),
      ]);
    },
  );
});
