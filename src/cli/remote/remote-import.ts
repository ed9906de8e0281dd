import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createParser } from 'eventsource-parser';
import type { z } from 'zod';
import { packageVersion } from '../../config/package-folder.ts';
import type { ImportStage } from '../../import/catalog-importer.ts';
import { limitedParts, limitedText } from '../../text/limited-text.ts';
import {
  catalogAnswer,
  eventStatus,
  importResult,
  progressEvent,
  refusal,
  type RemoteCatalog,
  type RemoteResult,
} from './remote-answers.ts';
import { connectionFailure, fasterImport, notRolegraph, refused, type Asked } from './remote-failure.ts';

export interface RemoteServer {
  /** With a slash at its end. */
  readonly address: URL;
  readonly token: string | undefined;
}

export interface Sending {
  /** Canonical JSON. */
  readonly document: string;
  readonly dryRun: boolean;
  /** The sequence that is to be replaced; undefined for whichever is current, which only a dry run accepts. */
  readonly expectedSequence: number | undefined;
  readonly onStage: (stage: ImportStage) => void;
}

/** How long a short answer may take, in milliseconds. */
const shortTimeout = 30_000;

/** The most that a server may answer, in bytes. A result has some hundred lines; a stream, besides, many small events. */
const largestAnswer = 16 * 1024 * 1024;
const largestStream = 64 * 1024 * 1024;

/**
 * The catalog of a server; undefined if it has none.
 *
 * @throws CommandError if it cannot be asked.
 */
export async function remoteCatalogOf(server: RemoteServer): Promise<RemoteCatalog | undefined> {
  const asked = askedOf(server);
  const query = '{ catalog { sequence revision name version importedBy importedAt } }';
  const { status, headers, text } = await answered(async () => {
    const response = await fetch(new URL('graphql', server.address), {
      method: 'POST',
      headers: { ...headersOf(server), 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ query }),
      redirect: 'manual',
      signal: AbortSignal.timeout(shortTimeout),
    });
    return {
      status: response.status,
      headers: response.headers,
      text: await limitedText(response.body, largestAnswer),
    };
  }, asked);
  const answer = catalogAnswer.safeParse(jsonOf(text));
  const [error] = answer.data?.errors ?? [];
  if (error?.extensions?.code === 'MISSING') return undefined;
  if (status !== 200) {
    const said = refusal.safeParse(jsonOf(text)).data ?? (error && { error: error.message });
    throw refused(status, said, asked, headers.get('location'));
  }
  if (!answer.success) throw notRolegraph(asked);
  const catalog = answer.data.data?.catalog;
  if (catalog !== null && catalog !== undefined) return catalog;
  // An older version does not know the field "sequence".
  if (error === undefined || error.message.includes('Cannot query field')) throw notRolegraph(asked);
  throw refused(statusOfCode[error.extensions?.code ?? ''] ?? 503, { error: error.message }, asked);
}

const statusOfCode: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };

/**
 * Sends a catalog to a server, which imports it.
 *
 * @throws CommandError if it was refused or the connection was lost.
 */
export async function importRemotely(server: RemoteServer, sending: Sending): Promise<RemoteResult> {
  const { document, dryRun, expectedSequence } = sending;
  const asked = askedOf(server);
  const url = new URL('catalog', server.address);
  if (dryRun) url.searchParams.set('dryRun', 'true');
  const body = await promisify(gzip)(document);
  const { status, json, location } = await answered(
    async () => {
      const response = await fetch(url, {
        method: 'PUT',
        headers: {
          ...headersOf(server),
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
          Accept: 'text/event-stream, application/json;q=0.9',
          ...(expectedSequence !== undefined && { 'If-Match': `"${expectedSequence}"` }),
        },
        body,
        redirect: 'manual',
      });
      return { ...(await lastAnswer(response, sending)), location: response.headers.get('location') };
    },
    asked,
    true,
  );
  const result = importResult.safeParse(json);
  if ((status === 200 || status === 422) && result.success) return result.data;
  const said = refusal.safeParse(json).data;
  if (status === 412) throw fasterImport(expectedSequence, said ?? {}, asked);
  if (status === 200) throw notRolegraph(asked);
  throw refused(status, said, asked, location);
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** The answer, or what the last event of a stream says. */
async function lastAnswer(response: Response, { onStage }: Pick<Sending, 'onStage'>): Promise<Answer> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!isStream || response.body === null)
    return { status: response.status, json: jsonOf(await limitedText(response.body, largestAnswer)) };
  let last: Answer | undefined;
  const parser = createParser({
    onEvent: ({ event, data }) => {
      const json = jsonOf(data);
      if (event === 'progress') {
        const { data: stage } = progressEvent.safeParse(json);
        if (stage !== undefined) onStage(stageOf(stage));
      } else if (event === 'result' || event === 'error') {
        last = { status: eventStatus.safeParse(json).data?.httpStatus ?? 0, json };
      }
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of limitedParts(response.body, largestStream))
    parser.feed(decoder.decode(chunk, { stream: true }));
  if (last === undefined) throw new Error('the answer ended before the import did');
  return last;
}

function stageOf({ step, written, total }: z.infer<typeof progressEvent>): ImportStage {
  const isKnown = written !== null && written !== undefined && total !== null && total !== undefined;
  return { step, ...(isKnown && { progress: { written, total } }) };
}

async function answered<T>(ask: () => Promise<T>, asked: Asked, isSent = false): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw connectionFailure(error, asked, isSent);
  }
}

function askedOf({ address, token }: RemoteServer): Asked {
  return { server: address, hasToken: token !== undefined };
}

function headersOf({ token }: RemoteServer): Readonly<Record<string, string>> {
  return {
    'User-Agent': `rolegraph/${packageVersion()}`,
    ...(token !== undefined && { Authorization: `Bearer ${token}` }),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
