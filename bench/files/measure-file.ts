import { setTimeout as wait } from 'node:timers/promises';
import type { FileFormat } from '../../src/exchange/file-format.ts';
import type { Inside, WatchedServer } from '../fuzz/watched-server.ts';

/** What the server did while it made and sent one file. */
export interface MeasuredFile {
  /** With its parameters, e.g. "/graph.gexf?view=evidence". */
  readonly address: string;
  readonly megabytes: number;
  readonly seconds: number;
  /** The longest time that the main thread worked between two turns of the event loop, in ms of processor time. */
  readonly longestWork: number;
  /** How much more memory was in use at most (heap and buffers, after a collection) than before the first file, in MB. */
  readonly more: number;
  /** How much of it was still in use afterwards, in MB. */
  readonly kept: number;
}

/** How long to wait between two collections while a file is sent, in milliseconds. */
const betweenCollections = 500;

/**
 * Requests a file twice: once while the server collects garbage again and again, for the memory that it really needs; and once
 * as clients do. The time that the event loop is held is that of both without the collections of the first, so that what is
 * computed once counts.
 *
 * @param before what `memoryIn` returned before the first file of the server, in MB.
 */
export async function measuredFile(server: WatchedServer, address: string, before: number): Promise<MeasuredFile> {
  // What happened before does not count.
  await server.inside();
  const over = new AbortController();
  const received = receive(server, address).finally(() => {
    over.abort();
  });
  const meanwhile: Inside[] = [];
  do {
    meanwhile.push(inside(await server.inside(true)));
    await wait(betweenCollections);
  } while (!over.signal.aborted);
  await received;
  const after = inside(await server.inside(true));
  const { bytes, seconds } = await receive(server, address);
  const last = inside(await server.inside());
  return {
    address,
    megabytes: bytes / 1e6,
    seconds,
    longestWork: Math.max(...[...meanwhile, after, last].map(({ longestWork }) => longestWork)),
    more: Math.max(...meanwhile.map(({ used }) => used)) - before,
    kept: after.used - before,
  };
}

/** The memory that a server uses after a collection, in MB. */
export async function memoryIn(server: WatchedServer): Promise<number> {
  return inside(await server.inside(true)).used;
}

function inside(measured: Inside | undefined): Inside {
  if (measured === undefined) throw new Error('The server cannot be watched from inside.');
  return measured;
}

/**
 * The greatest number of nodes, in steps of a tenth, for which a format is written.
 *
 * @param most the number to begin with.
 */
export async function mostNodesOf(server: WatchedServer, { ending }: FileFormat, most: number): Promise<number> {
  for (let nodes = most; nodes >= 1; nodes = Math.floor(nodes * 0.9)) {
    const { status } = await fetch(new URL(`/graph.${ending}?maxNodes=${nodes}`, server.url), { method: 'HEAD' });
    if (status === 200) return nodes;
  }
  throw new Error(`The server writes no ${ending}.`);
}

async function receive(server: WatchedServer, address: string): Promise<{ bytes: number; seconds: number }> {
  const started = performance.now();
  const { status, body } = await fetch(new URL(address, server.url), { headers: { 'Accept-Encoding': 'identity' } });
  if (status !== 200 || body === null) throw new Error(`${address} has the status ${status}.`);
  let bytes = 0;
  for await (const part of body) bytes += part.length;
  return { bytes, seconds: (performance.now() - started) / 1_000 };
}
