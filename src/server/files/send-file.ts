import { drawingsIn } from '../../graph/layout/node-drawing.ts';
import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import { wholeSelection, type AddressedFile } from '../../exchange/address.ts';
import { cutOf, fileNameOf, titleOf } from '../../exchange/described-selection.ts';
import { defaultBaseIri, exchangedGraph } from '../../exchange/exchanged-graph.ts';
import { refusalOf, type Part } from '../../exchange/file-format.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { selectedGraph } from '../../graph/selection/graph-selection.ts';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import { outOfMemory, type Task } from '../../scheduling/task.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { encodedParts, type Encoding } from '../http/content-encoding.ts';
import { commonHeaders, send, type Exchange, type Headers } from '../http/exchange.ts';
import { holdUntilClosed } from '../http/hold-memory.ts';
import { sendParts } from '../http/send-parts.ts';
import { FileRefusal } from './file-refusal.ts';

/** Has a sentence about what a limit has left out of a file; only then. */
export const truncatedHeader = 'X-Rolegraph-Truncated';

/**
 * How much memory a file takes, in bytes for each node and edge. Measured with `npm run bench:files`: with 1,000,000 of them, a
 * server uses 25 MB more while it sends GEXF, 49 MB with appearances, and 68 MB while it sends Turtle, which has all
 * appearances of its roles. What appearances take stays for the next file.
 */
const bytesPerElement = 70;

/** What a part of a file costs, beside the nodes and edges in it. */
const costOfPart = 50;

export interface FileToSend {
  readonly file: AddressedFile;
  readonly stored: StoredCatalog;
  readonly graph: CatalogGraph;
  readonly encoding: Encoding;
  /** Where the file can be requested again; null if the request does not say. */
  readonly address: string | null;
  /** Those that do not depend on the selection. */
  readonly headers: Headers;
}

export interface SendingParts extends Pick<Config, 'fileLimits' | 'baseIri'> {
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

/**
 * Makes a file and sends it as it is made, in slices of the scheduler and as fast as the client reads. Ends when the client has
 * it, has disconnected or is too slow, or when the time is over.
 *
 * @throws ArgumentError, or FileRefusal; before anything is sent.
 */
export async function sendFile(exchange: Exchange, toSend: FileToSend, parts: SendingParts): Promise<void> {
  const { request, response, record } = exchange;
  const { milliseconds } = parts.fileLimits;
  const work = parts.scheduler.createFileTask();
  const stopped = Promise.withResolvers<never>();
  work.onStop(stopped.reject);
  const timer = setTimeout(() => {
    work.stop(tooLong(milliseconds));
    // Everything was made, and the client has still not read it.
    if (response.headersSent) response.destroy();
  }, milliseconds);
  response.once('close', () => {
    clearTimeout(timer);
    work.stop(isOver);
  });
  const { timeout = 0 } = request.socket;
  // A connection may be silent for as long as the file may take to be made. The next request sets it again.
  request.socket.setTimeout(0);
  try {
    await Promise.race([makeAndSend(exchange, toSend, parts, work, timeout), stopped.promise]);
  } catch (error) {
    if (error === isOver) return;
    if (!response.headersSent) throw error;
    parts.logger.warn(
      { requestId: record.id, ...(error instanceof FileRefusal ? {} : { err: error }) },
      cutOffText(error),
    );
    response.destroy();
  }
}

async function makeAndSend(
  exchange: Exchange,
  { file, stored, graph, encoding, address, headers }: FileToSend,
  { fileLimits, baseIri = defaultBaseIri, scheduler }: SendingParts,
  work: Task,
  timeout: number,
): Promise<void> {
  const { response, record } = exchange;
  const hold = holdUntilClosed(response, scheduler.memory);
  /** Noted at once, because the log and the rate limit read it as soon as the client has the file. */
  const count = (cost: number) => {
    work.count(cost);
    record.cost = work.cost;
  };
  const limits = {
    prefix: '',
    mostNodes: fileLimits.elements,
    mostElements: fileLimits.elements,
    onGrowth: (elements: number) => {
      count(elements);
      if (!hold(elements * bytesPerElement)) throw noMemory(scheduler);
    },
  };
  const selection = wholeSelection(file, limits);
  const selected = await work.run(selectedGraph(graph, selection, limits));
  const tooLarge = refusalOf(file.format, selected);
  if (tooLarge !== null) throw new FileRefusal(400, tooLarge);
  const cut = cutOf(selected, selection, { mostElements: fileLimits.elements, setting: 'ROLEGRAPH_MAX_FILE_ELEMENTS' });
  const all: Headers = {
    ...headers,
    'Content-Type': file.format.mediaType,
    'Content-Disposition': `attachment; filename="${fileNameOf(graph, selection, file.view, file.format.ending)}"`,
    ...(cut !== null && { [truncatedHeader]: cut }),
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
  };
  if (record.method === 'HEAD') {
    send(exchange, { status: 200, headers: all });
    return;
  }
  // A large catalog has none until the worker has computed it; the file is then without positions.
  const layout = await stored.readyLayout();
  const exchanged = exchangedGraph(graph, selected, {
    ...(layout && { drawingOf: drawingsIn(graph, layout) }),
    title: titleOf(graph, selection, file.view),
    cut,
    importedAt: stored.importedAt,
    address,
    baseIri,
    texts: (keys) => stored.texts(keys),
  });
  const written = inSlices(file.format.write(exchanged, file.options), work, count);
  response.writeHead(200, { ...commonHeaders(record.id), ...all });
  await sendParts(response, encodedParts(written, encoding), timeout, (bytes) => {
    record.bytes += bytes;
  });
}

/** The parts of a file, made in the slices of a task. */
async function* inSlices(
  parts: Iterable<Part> | AsyncIterable<Part>,
  work: Task,
  count: (cost: number) => void,
): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    count(costOfPart);
    // An empty part is only a pause.
    if (part.length > 0)
      yield typeof part === 'string' ? Buffer.from(part) : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    if (work.isSliceOver()) await work.yieldSlice(undefined, 0);
  }
}

/** The client has the file, or has disconnected. */
const isOver = new Error('The exchange is over.');

function tooLong(milliseconds: number): FileRefusal {
  const seconds = milliseconds / 1_000;
  const message =
    `The file was not made and received within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, the most that one file may ` +
    'take (ROLEGRAPH_MAX_FILE_SECONDS). Ask for a smaller selection: roots, depth, nodeKinds, minOverlap or maxNodes.';
  return new FileRefusal(503, message);
}

function noMemory({ memory }: Scheduler): FileRefusal {
  return new FileRefusal(503, outOfMemory(memory.limit).message, { 'Retry-After': '1' });
}

function cutOffText(error: unknown): string {
  return `A file was cut off${error instanceof FileRefusal ? `: ${error.message}` : ', because making it failed'}`;
}
