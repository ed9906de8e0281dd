import type { Config } from '../../config/config.ts';
import type { ImportStage } from '../../import/catalog-importer.ts';
import type { RequestAccess } from '../access/request-access.ts';
import { awaitsContinue, jsonAnswer, send, type Exchange, type Route } from '../http/exchange.ts';
import { originRefusal, type OriginRules } from '../http/origins.ts';
import { logFailure } from '../log-failure.ts';
import type { Logger } from 'pino';
import { answerOf, failureAnswer, type ImportAnswer } from './import-answer.ts';
import { importEvents, type ImportEvents } from './import-events.ts';
import { GivenUp, ImportRefusal } from './import-refusal.ts';
import type { Asker, Imports } from './imports.ts';
import { expectedSequence, isDryRun, putHeaders, type PutHeaders } from './put-headers.ts';
import { receiveUpload } from './receive-upload.ts';
import { makeUploadFile } from './upload-file.ts';

export interface PutCatalogParts extends OriginRules, Pick<Config, 'importBytes' | 'dataFolder'> {
  readonly imports: Imports;
  readonly access: RequestAccess;
  readonly logger: Logger;
}

/**
 * PUT /catalog imports the catalog in its body. Everything that can be known by the headers is checked before the body is asked for or
 * read: who sends it, from which page, its type and length, which catalog it is to replace, and whether another import runs.
 *
 * If the client disconnects, the import is given up as long as it has written nothing. Once it writes, it goes on to its end, because nobody
 * could say otherwise whether it was made; the audit log and `catalog { sequence }` tell.
 *
 * @param page answers the other methods at this path; without it, there are none.
 */
export function catalogRoute(parts: PutCatalogParts, page: Route | undefined): Route {
  return {
    methods: [...(page?.methods ?? []), 'PUT'],
    right: (method) => (method === 'PUT' ? 'import' : 'read'),
    forbidden: (exchange) => {
      if (exchange.record.method === 'PUT') void parts.imports.refused(askerOf(exchange), forbidden(''));
    },
    answer: (exchange) => {
      if (exchange.record.method === 'PUT') return putCatalog(exchange, parts);
      return page?.answer(exchange);
    },
  };
}

async function putCatalog(exchange: Exchange, parts: PutCatalogParts): Promise<void> {
  const { imports } = parts;
  const asker = askerOf(exchange);
  let begun: Awaited<ReturnType<typeof begin>>;
  try {
    begun = await begin(exchange, asker, parts);
  } catch (error) {
    await imports.refused(asker, error);
    answer(exchange, failed(exchange, error, parts));
    return;
  }
  await importBody(exchange, begun, parts);
}

/** Checks everything but the body. */
async function begin(exchange: Exchange, asker: Asker, parts: PutCatalogParts) {
  const { access, imports, importBytes } = parts;
  const { request, caller } = exchange;
  const refusal = access.refusalOf(caller, 'import');
  if (refusal !== undefined) throw forbidden(refusal.message);
  const foreign = originRefusal(request.headers, parts);
  if (foreign !== undefined) throw forbidden(foreign);
  const headers = putHeaders(request, importBytes);
  const current = await imports.current();
  const expected = expectedSequence(headers, current);
  return { headers, expected, running: await imports.begin(asker, current) };
}

async function importBody(
  exchange: Exchange,
  { headers, expected, running }: Awaited<ReturnType<typeof begin>>,
  parts: PutCatalogParts,
): Promise<void> {
  const { request, response } = exchange;
  const leaving = new AbortController();
  response.once('close', () => {
    leaving.abort(new GivenUp());
  });
  let events: ImportEvents | undefined;
  const file = { remove: () => Promise.resolve() };
  const { timeout = 0 } = request.socket;
  try {
    const receive = async () => {
      const upload = await makeUploadFile(parts.dataFolder, headers.format);
      file.remove = () => upload.remove();
      await received(exchange, upload.handle, headers);
      if (headers.wantsEvents) events = importEvents(exchange);
      // Nothing is sent until the import has ended, which takes as long as it takes.
      else request.socket.setTimeout(0);
      return { file: upload.path, expectedSequence: expected };
    };
    const onStage = (stage: ImportStage) => {
      events?.stage(stage);
    };
    const { result } = await running.run(receive, onStage, leaving.signal).finally(() => file.remove());
    const done = answerOf(result);
    if (events === undefined) answer(exchange, done);
    else events.end('result', done);
  } catch (error) {
    if (error instanceof GivenUp) return;
    const failure = failed(exchange, error, parts);
    if (events === undefined) answer(exchange, failure);
    else events.end('error', failure);
  } finally {
    request.socket.setTimeout(timeout);
  }
}

async function received(
  { request, response }: Exchange,
  handle: Parameters<typeof receiveUpload>[2],
  { encoding, limit }: PutHeaders,
): Promise<void> {
  // A body that is not valid HTTP or takes too long is answered meanwhile (unreadable-requests.ts). Node.js then forgets the request
  // without telling who reads it, who would wait for ever, and every other import with them.
  const stopReading = () => {
    request.destroy();
  };
  if (response.closed) throw new GivenUp();
  response.once('close', stopReading);
  try {
    if (awaitsContinue(request)) response.writeContinue();
    await receiveUpload(request, encoding, handle, limit);
  } finally {
    response.off('close', stopReading);
  }
  await handle.close();
}

/** Sends an answer, unless the client has disconnected or has been answered, e.g. because its request took too long. */
function answer(exchange: Exchange, { status, json, headers }: ImportAnswer): void {
  if (exchange.response.headersSent || exchange.response.destroyed) return;
  send(exchange, jsonAnswer(status, json, { 'Cache-Control': 'no-store', ...headers }));
}

/** The answer to an import that was refused or failed; what is not expected is logged. */
function failed({ record }: Exchange, error: unknown, { logger }: PutCatalogParts): ImportAnswer {
  const expected = failureAnswer(error);
  if (expected === undefined || expected.json['code'] === 'UNAVAILABLE') {
    logFailure(logger, error, { requestId: record.id }, 'An import failed on the server');
  }
  const message = `The server failed to import. Its log has the details under the request id ${record.id}.`;
  return expected ?? { status: 500, headers: {}, json: { error: message, code: 'INTERNAL_SERVER_ERROR' } };
}

function forbidden(message: string): ImportRefusal {
  return new ImportRefusal(403, 'FORBIDDEN', message);
}

function askerOf({ request, caller, record: { client, id } }: Exchange): Asker {
  return { caller, client, requestId: id, via: 'PUT', dryRun: isDryRun(request) };
}
