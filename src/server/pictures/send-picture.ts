import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import type { PictureFormat } from '../../exchange/pictures/picture-formats.ts';
import { pictureAddress, type AskedPicture } from '../../exchange/pictures/picture-address.ts';
import type { Picture } from '../../exchange/pictures/picture-kind.ts';
import { memoryOfPng } from '../../exchange/pictures/png.ts';
import { footOf } from '../../exchange/pictures/svg-picture.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import type { MemoryBudget } from '../../scheduling/memory-budget.ts';
import type { Scheduler } from '../../scheduling/scheduler.ts';
import type { Steps } from '../../scheduling/steps.ts';
import type { StoredCatalog } from '../../store/stored-catalog.ts';
import { grouped } from '../../text/quoted-text.ts';
import type { FileSending } from '../files/addressed-file-route.ts';
import { FileRefusal } from '../files/file-refusal.ts';
import { workOnFile, type FileWork } from '../files/file-work.ts';
import type { Places } from '../files/places.ts';
import { encoded } from '../http/content-encoding.ts';
import { send, type Exchange, type Headers } from '../http/exchange.ts';
import { plainPage } from '../pages/plain-page.ts';
import { pictureFile } from './picture-file.ts';
import { tableLinks } from './table-links.ts';

export interface PictureToSend extends FileSending {
  readonly asked: AskedPicture;
  /** What makes the picture. */
  readonly steps: Steps<Picture>;
  readonly stored: StoredCatalog;
  readonly graph: CatalogGraph;
}

export interface PictureSending extends Pick<Config, 'fileLimits'> {
  readonly scheduler: Scheduler;
  readonly logger: Logger;
  readonly places: Places;
  /** A place for one PNG, because of what it takes outside of the memory for answers. */
  readonly pngPlaces: Places;
}

/** How many pictures may wait for a place: a page with all kinds of pictures, opened by some people at the same time. */
const mostWaiting = 100;

/** How many pixels of a PNG cost as much as one field of an answer: a microsecond. */
const pixelsPerCost = 20;

/**
 * An SVG loads nothing and runs nothing when it is opened by itself: its style and its font are in it. Pages of any site may
 * show it.
 */
const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

/**
 * Makes a picture and sends it. A page asks for all its pictures at once, so a request waits for a place instead of being
 * refused; it gives the place back as soon as the picture is made.
 *
 * @throws ArgumentError, or FileRefusal; before anything is sent.
 */
export function sendPicture(exchange: Exchange, toSend: PictureToSend, parts: PictureSending): Promise<void> {
  const { fileLimits, places, pngPlaces } = parts;
  const time = { milliseconds: fileLimits.milliseconds, advice: 'Ask for less of the catalog, or try again later.' };
  return workOnFile(exchange, time, parts, async (work) => {
    const wanted = toSend.asked.format.ending === 'png' ? [pngPlaces, places] : [places];
    const taken: (() => void)[] = [];
    for (const each of wanted) {
      if (!(await each.wait(mostWaiting))) throw noPlace(each === pngPlaces ? 'PNG' : 'picture', each);
      const giveBack = givingBack(each);
      taken.push(giveBack);
      // Also when the work is stopped: what waits for it then never goes on.
      if (exchange.response.closed) giveBack();
      else exchange.response.once('close', giveBack);
    }
    const body = await madeFile(exchange, toSend, work, parts.scheduler.memory);
    for (const giveBack of taken) giveBack();
    await sendFile(exchange, body, toSend, work);
  });
}

/** Gives a place back, once. */
function givingBack(places: Places): () => void {
  let isTaken = true;
  return () => {
    if (isTaken) places.giveBack();
    isTaken = false;
  };
}

async function madeFile(
  { request }: Exchange,
  { asked, steps, stored, graph, origin }: PictureToSend,
  { task, hold, signal }: FileWork,
  memory: MemoryBudget,
): Promise<Buffer> {
  const { kind, format, options, parameters } = asked;
  const foot = footOf(graph, stored.importedAt, `${origin}${pictureAddress(kind, format, parameters)}`);
  const body = await pictureFile(await task.run(steps), format, options, foot, {
    run: (each) => task.run(each),
    signal,
    onPixels: (pixels) => {
      task.count(Math.ceil(pixels / pixelsPerCost));
      const bytes = memoryOfPng(pixels);
      if (bytes > memory.limit) throw neverEnoughMemory(bytes, memory);
      hold(bytes);
    },
    links: tableLinks(asked, request.url ?? ''),
  });
  hold(body.length);
  return body;
}

async function sendFile(
  exchange: Exchange,
  body: Buffer,
  { asked: { kind, format }, encoding, headers }: PictureToSend,
  { stallTimeout }: FileWork,
): Promise<void> {
  const bytes = await encoded(body, encoding, 'QUICK');
  // What sends the body has the time from here that the client may take nothing.
  exchange.request.socket.setTimeout(stallTimeout);
  send(exchange, {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': format.mediaType,
      'Content-Disposition': `${format.ending === 'csv' ? 'attachment' : 'inline'}; filename="rolegraph-${kind.name}.${format.ending}"`,
      ...policyOf(format),
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    },
    body: [bytes],
  });
}

function policyOf({ ending }: PictureFormat): Headers {
  if (ending === 'svg') return { 'Content-Security-Policy': svgPolicy };
  return ending === 'html' ? { 'Content-Security-Policy': plainPage.headers['Content-Security-Policy'] } : {};
}

function neverEnoughMemory(bytes: number, { limit }: MemoryBudget): FileRefusal {
  const megabytes = (count: number) => `${grouped(Math.floor(count / 1024 / 1024))} MB`;
  return new FileRefusal(
    503,
    `A PNG of this size takes ${megabytes(bytes)} of the memory for answers while it is made, which is ` +
      `${megabytes(limit)} (ROLEGRAPH_ANSWER_MEMORY_MB). Ask for SVG, or for a smaller width or scale.`,
  );
}

function noPlace(what: 'picture' | 'PNG', { count }: Places): FileRefusal {
  const places =
    what === 'PNG'
      ? 'one PNG at a time'
      : `${count === 1 ? 'one picture' : `${count} pictures`} at a time (ROLEGRAPH_MAX_FILES)`;
  const advice = what === 'PNG' ? 'Ask for SVG, or try again in a few seconds.' : 'Try again in a few seconds.';
  const message = `The server makes ${places}, and ${mostWaiting} more are waiting. ${advice}`;
  return new FileRefusal(503, message, { 'Retry-After': '2' });
}
