import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';
import type { Authenticator } from '../../src/access/authenticator.ts';
import { readConfig } from '../../src/config/config.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { MemoryBudget } from '../../src/scheduling/memory-budget.ts';
import { Scheduler, type EventLoop } from '../../src/scheduling/scheduler.ts';
import type { ConnectionSettings } from '../../src/server/http/http-server.ts';
import { createLogger } from '../../src/server/logger.ts';
import type { ServedFiles } from '../../src/server/pages/findings-route.ts';
import { startServer, type RunningServer, type ServerParts } from '../../src/server/start-server.ts';
import type { GraphStore } from '../../src/store/graph-store.ts';
import { openMemoryStore } from '../../src/store/memory/memory-store.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';
import { smallSchema } from './small-schema.ts';

export interface Started extends RunningServer {
  /** The log's lines so far, parsed. */
  readonly log: () => readonly LogLine[];
}

export type LogLine = Readonly<Record<string, unknown>>;

export interface Settings {
  readonly schema?: GraphQLSchema;
  readonly store?: GraphStore;
  /** Everybody reads where not given. */
  readonly authenticator?: Authenticator;
  /** Nothing is imported over HTTP where not given. */
  readonly imports?: ServerParts['imports'];
  readonly corsOrigins?: readonly string[];
  /** Settings that have no property here, as in the environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly allowsLocalOrigins?: boolean;
  /** 64 MB where not given, as in use. */
  readonly answerCacheBytes?: number;
  /** 0 where not given: no limit. */
  readonly costPerMinute?: number;
  /** Unlimited where not given. */
  readonly answerMemoryBytes?: number;
  /** As in use where not given. */
  readonly importBytes?: number;
  /** As in use where not given. */
  readonly connections?: Partial<ConnectionSettings>;
  readonly drainTimeout?: number;
  /** Slices of no length on this event loop, so that work waits wherever it can; as in use where not given. */
  readonly eventLoop?: EventLoop;
  readonly logProblem?: () => string | undefined;
  readonly logLevel?: 'debug' | 'info';
  readonly servedFiles?: () => ServedFiles;
  /** None where not given, so that no test depends on whether the explorer is built. */
  readonly explorerFolder?: string;
  /** None where not given, as for the explorer. */
  readonly docsFolder?: string;
}

const shippedGraph = shippedCatalog().then(graphOfCatalog);

/** @param folder for imports; a test that imports gives one that is removed afterwards. */
export async function shippedStore(folder = join(tmpdir(), `rolegraph-none-${randomUUID()}`)): Promise<GraphStore> {
  return openMemoryStore({ folder, shippedCatalog: () => shippedGraph });
}

/** The server as it is started, on a port of its own; stopped when the test is over. */
export async function start(settings: Settings = {}): Promise<Started> {
  const {
    schema = smallSchema,
    corsOrigins = [],
    answerCacheBytes = 64 * 1024 * 1024,
    drainTimeout,
    logProblem,
    logLevel = 'info',
    env = {},
    allowsLocalOrigins = false,
    explorerFolder = '/nonexistent/explorer',
    docsFolder = '/nonexistent/docs',
  } = settings;
  let log = '';
  const logger = await createLogger({ logLevel }, { write: (lines: string) => (log += lines) });
  const server = await startServer({
    config: {
      ...readConfig(env),
      port: 0,
      corsOrigins,
      answerCacheBytes,
      allowsLocalOrigins,
      costPerMinute: settings.costPerMinute ?? 0,
      ...(settings.importBytes !== undefined && { importBytes: settings.importBytes }),
      ...settings.connections,
    },
    store: settings.store ?? (await shippedStore()),
    schema,
    explorerFolder,
    docsFolder,
    scheduler: new Scheduler({
      memory: new MemoryBudget(settings.answerMemoryBytes),
      ...(settings.eventLoop !== undefined && { eventLoop: settings.eventLoop, sliceLength: 0 }),
    }),
    logger,
    ...(drainTimeout !== undefined && { drainTimeout }),
    ...(logProblem !== undefined && { logProblem }),
    authenticator: settings.authenticator,
    imports: settings.imports,
    ...(settings.servedFiles !== undefined && { servedFiles: settings.servedFiles }),
  });
  onTestFinished(async () => {
    await server.close();
    logger.flush();
  });
  return {
    ...server,
    log: () => {
      logger.flush();
      return log.split('\n').slice(0, -1).map(logLine);
    },
  };
}

function logLine(line: string): LogLine {
  const parsed: unknown = JSON.parse(line);
  return typeof parsed === 'object' ? { ...parsed } : {};
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  /** Several parts are sent in chunks, without a length. */
  readonly body?: string | Buffer | readonly string[];
}

/** Sends a request exactly as given, as fetch would not: any header, any method, chunks. */
export function send(address: string, { method = 'GET', headers = {}, body = '' }: Sent = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(address, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
      response.on('error', reject);
    });
    request.on('error', reject);
    if (typeof body === 'string' || Buffer.isBuffer(body)) request.end(body);
    else {
      for (const part of body) request.write(part);
      request.end();
    }
  });
}

/** Sends GraphQL as programs do. */
export function post(server: RunningServer, body: object, headers: OutgoingHttpHeaders = {}): Promise<Reply> {
  return send(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/graphql-response+json', ...headers },
    body: JSON.stringify(body),
  });
}

export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: unknown;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The only error of a reply in GraphQL's form. */
export function onlyError({ text }: Reply): AnsweredError {
  const reply: unknown = JSON.parse(text);
  if (!isErrorReply(reply) || reply.errors.length > 1) throw new Error(`Not one error: ${text}`);
  return reply.errors[0];
}

function isErrorReply(reply: unknown): reply is { readonly errors: readonly [AnsweredError, ...AnsweredError[]] } {
  return typeof reply === 'object' && reply !== null && 'errors' in reply && Array.isArray(reply.errors);
}
