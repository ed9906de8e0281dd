import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

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
  logLevel: 'info',
  corsOrigins: [],
};

describe('settings', () => {
  test.each<[Record<string, string>]>([
    [{}],
    [{ PORT: '', HOST: ' ', ROLEGRAPH_DATA: '', LOG_LEVEL: '', CORS_ORIGINS: '', NEO4J_URI: '' }],
  ])('have defaults where nothing is set: %j', (env) => {
    expect(readConfig(env)).toEqual(defaults);
  });

  test.each<[Record<string, string>, object]>([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 65535 ' }, { port: 65_535 }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: 'graph.example.org' }, { host: 'graph.example.org' }],
    [{ ROLEGRAPH_DATA: '../elsewhere' }, { dataFolder: resolve('../elsewhere') }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ CORS_ORIGINS: 'https://example.org' }, { corsOrigins: ['https://example.org'] }],
    [
      { CORS_ORIGINS: ' https://a.example , http://localhost:3000, https://a.example,' },
      { corsOrigins: ['https://a.example', 'http://localhost:3000'] },
    ],
  ])('are taken from %j', (env, expected) => {
    expect(readConfig(env)).toEqual({ ...defaults, ...expected });
  });

  test.each([
    ...['65536', '-1', '4e3', '80.5', 'http', '0x50'].map((given) => ['PORT', given, 'from 0 to 65535']),
    ...['http://localhost', 'localhost:80', '999.1.1.1', 'a b', '-a'].map((given) => ['HOST', given, 'an IP address']),
    ['ROLEGRAPH_DATA', 'a\0b', 'a folder'],
    ['LOG_LEVEL', 'verbose', 'fatal, error, warn, info, debug, trace, silent'],
    ...['*', 'example.org', 'https://example.org/', 'https://a.org,null', 'HTTPS://A.org', 'ftp://a.org'].map(
      (given) => ['CORS_ORIGINS', given, '"*" is not allowed'],
    ),
  ])('refuse %s=%s', (name = '', given = '', allowed = '') => {
    expect(problemsOf({ [name]: given })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is .*; allowed: .*${allowed.replace('*', '\\*')}`)),
    ]);
    expect(problemsOf({ [name]: given })[0]).toContain(JSON.stringify(given));
  });

  test('never ignore a database that is set, and do not repeat its password', () => {
    const [problem, ...others] = problemsOf({ NEO4J_URI: 'bolt://neo4j:secret@localhost' });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^NEO4J_URI is set; this version serves the embedded graph only/);
    expect(problem).not.toContain('secret');
  });

  test('tell all that is wrong at once', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y', NEO4J_URI: 'z' })).toThrow(
      /^The settings cannot be used:\n {2}PORT is .*\n {2}LOG_LEVEL is .*\n {2}NEO4J_URI is set.*$/,
    );
  });
});
