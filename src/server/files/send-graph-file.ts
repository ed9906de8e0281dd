import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import { wholeSelection, type AddressedFile } from '../../exchange/address.ts';
import { cutOf, fileNameOf, titleOf } from '../../exchange/described-selection.ts';
import { defaultBaseIri, exchangedGraph } from '../../exchange/exchanged-graph.ts';
import { refusalOf, type Part } from '../../exchange/file-format.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { drawingsIn } from '../../graph/layout/node-drawing.ts';
import { selectedGraph } from '../../graph/selection/graph-selection.ts';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import type { Task } from '../../scheduling/task.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { encodedParts } from '../http/content-encoding.ts';
import { commonHeaders, send, type Exchange, type Headers } from '../http/exchange.ts';
import { sendParts } from '../http/send-parts.ts';
import type { FileSending } from './addressed-file-route.ts';
import { FileRefusal } from './file-refusal.ts';
import { workOnFile, type FileWork } from './file-work.ts';

/** Has a sentence about what a limit has left out of a file; only then. */
export const truncatedHeader = 'X-Rolegraph-Truncated';

/**
 * How much memory a file takes, in bytes for each node and edge. Measured with `npm run bench:files`: with 1,000,000 of them, a
 * server uses 25 MB more while it sends GEXF, 49 MB with appearances, and 68 MB while it sends Turtle, which has all
 * appearances of its roles. What appearances take stays for the next file.
 */
const bytesPerElement = 70;

/** What a part of a file costs, besides the nodes and edges in it. */
const costOfPart = 50;

export interface GraphFileToSend extends FileSending {
  readonly file: AddressedFile;
  readonly stored: StoredCatalog;
  readonly graph: CatalogGraph;
}

export interface SendingParts extends Pick<Config, 'fileLimits' | 'baseIri'> {
  readonly scheduler: Scheduler;
  readonly logger: Logger;
}

/**
 * Makes a file and sends it as it is made, as fast as the client reads; see workOnFile.
 *
 * @throws ArgumentError, or FileRefusal; before anything is sent.
 */
export function sendGraphFile(exchange: Exchange, toSend: GraphFileToSend, parts: SendingParts): Promise<void> {
  const advice = 'Ask for a smaller selection: roots, depth, nodeKinds, minOverlap or maxNodes.';
  const { milliseconds } = parts.fileLimits;
  return workOnFile(exchange, { milliseconds, advice }, parts, (work) => makeAndSend(exchange, toSend, parts, work));
}

async function makeAndSend(
  exchange: Exchange,
  { file, stored, graph, encoding, origin, headers }: GraphFileToSend,
  { fileLimits, baseIri = defaultBaseIri }: SendingParts,
  work: FileWork,
): Promise<void> {
  const { response, record, request } = exchange;
  const limits = {
    prefix: '',
    mostNodes: fileLimits.elements,
    mostElements: fileLimits.elements,
    onGrowth: (elements: number) => {
      work.task.count(elements);
      work.hold(elements * bytesPerElement);
    },
  };
  const selection = wholeSelection(file, limits);
  const selected = await work.task.run(selectedGraph(graph, selection, limits));
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
    address: `${origin}${request.url ?? ''}`,
    baseIri,
    texts: (keys) => stored.texts(keys),
  });
  const written = inSlices(file.format.write(exchanged, file.options), work.task);
  response.writeHead(200, { ...commonHeaders(record.id), ...all });
  await sendParts(response, encodedParts(written, encoding), work.stallTimeout, (bytes) => {
    record.bytes += bytes;
  });
}

/** The parts of a file, made in the slices of a task. */
async function* inSlices(parts: Iterable<Part> | AsyncIterable<Part>, task: Task): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    task.count(costOfPart);
    // An empty part is only a pause.
    if (part.length > 0)
      yield typeof part === 'string' ? Buffer.from(part) : Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    if (task.isSliceOver()) await task.yieldSlice(undefined, 0);
  }
}
