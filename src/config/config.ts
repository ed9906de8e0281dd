import { isIP } from 'node:net';
import { resolve } from 'node:path';
import {
  neo4jSettingsWithoutEffect,
  readNeo4jSettings,
  type Environment,
  type Neo4jSettings,
} from './neo4j-settings.ts';

export type { Neo4jSettings } from './neo4j-settings.ts';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof logLevels)[number];

/** Every setting of a server, checked. */
export interface Config {
  /** 0..65535; 0 takes any free port. */
  readonly port: number;
  /** The address or name to listen on. */
  readonly host: string;
  /** The folder that keeps what was imported last, as an absolute path. */
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** Origins whose pages may ask, as browsers send them, e.g. "https://example.org"; none: CORS is off. */
  readonly corsOrigins: readonly string[];
  /** The most that kept answers take, in bytes; 0: none is kept. */
  readonly answerCacheBytes: number;
  /** The database that keeps the graph; undefined: the embedded graph does, in the data folder. */
  readonly neo4j: Neo4jSettings | undefined;
  /** Names of settings that are set and have no effect, as NEO4J_URI is not set. */
  readonly withoutEffect: readonly string[];
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

/**
 * The settings from environment variables; one that is empty counts as not set.
 *
 * @throws ConfigError with all that is wrong at once.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];

  /** One setting: its default where it is not set, and also where it is wrong, after noting that. */
  function setting<T>(name: string, fallback: T, allowed: string, parse: (given: string) => T | undefined): T {
    const given = env[name]?.trim() ?? '';
    if (given === '') return fallback;
    const value = parse(given);
    if (value === undefined) problems.push(`${name} is ${JSON.stringify(given)}; allowed: ${allowed}`);
    return value ?? fallback;
  }

  const config: Config = {
    port: setting('PORT', 4000, 'a whole number from 0 to 65535, where 0 takes any free port', portOf),
    host: setting('HOST', '127.0.0.1', 'an IP address or a host name, without a scheme or port', hostOf),
    dataFolder: setting('ROLEGRAPH_DATA', resolve('data'), 'the path of a folder', folderOf),
    logLevel: setting('LOG_LEVEL', 'info', logLevels.join(', '), (given) => logLevels.find((level) => level === given)),
    corsOrigins: setting('CORS_ORIGINS', [], originsAllowed, originsOf),
    answerCacheBytes:
      setting('ROLEGRAPH_ANSWER_CACHE_MB', 64, 'a whole number from 0 to 4096, where 0 keeps no answers', megabytesOf) *
      1024 *
      1024,
    neo4j: readNeo4jSettings(env, (problem) => problems.push(problem)),
    withoutEffect: neo4jSettingsWithoutEffect(env),
  };

  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function portOf(given: string): number | undefined {
  return /^\d{1,5}$/.test(given) && Number(given) <= 65_535 ? Number(given) : undefined;
}

function megabytesOf(given: string): number | undefined {
  return /^\d{1,4}$/.test(given) && Number(given) <= 4_096 ? Number(given) : undefined;
}

function hostOf(given: string): string | undefined {
  const isName = /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*\.?$/i.test(given);
  // A name of digits and dots alone is a mistyped address.
  return isIP(given) !== 0 || (isName && !/^[\d.]+$/.test(given)) ? given : undefined;
}

function folderOf(given: string): string | undefined {
  return given.includes('\0') ? undefined : resolve(given);
}

/** "*" is not offered: with it, any page that somebody opens could read a catalog served inside their network. */
const originsAllowed =
  'exact origins separated by commas, each http or https with a host and no path, e.g. https://example.org,http://localhost:3000 ("*" is not allowed: list each origin)';

function originsOf(given: string): readonly string[] | undefined {
  const origins = given
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  return origins.every(isWebOrigin) ? [...new Set(origins)] : undefined;
}

function isWebOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.parse(text)?.origin === text;
}
