import type { ImportStage } from '../../import/catalog-importer.ts';
import { commonHeaders, type Exchange } from '../http/exchange.ts';
import type { ImportAnswer } from './import-answer.ts';

/** How often a comment is sent where nothing else is, in milliseconds: proxies cut connections on which nothing happens. */
const longestSilence = 10_000;

/** An answer as a stream of server-sent events. */
export interface ImportEvents {
  stage(stage: ImportStage): void;
  /** Sends the last event and ends the stream. */
  end(event: 'result' | 'error', answer: ImportAnswer): void;
}

/**
 * Begins a stream of events: "progress" any number of times, then "result", or "error" if the import was refused or failed. The status of
 * the HTTP answer has been sent before that is known, so the last event has it as `httpStatus`.
 */
export function importEvents({ request, response, record }: Exchange): ImportEvents {
  response.writeHead(200, {
    ...commonHeaders(record.id),
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    // nginx would keep the events back until there are many.
    'X-Accel-Buffering': 'no',
  });
  const { timeout = 0 } = request.socket;
  const write = (text: string) => {
    if (response.destroyed || response.writableEnded) return;
    record.bytes += Buffer.byteLength(text);
    response.write(text);
    heartbeat.refresh();
  };
  // Well before the server itself ends a connection on which nothing happens.
  const silence = timeout === 0 ? longestSilence : Math.min(longestSilence, timeout / 3);
  const heartbeat = setInterval(() => {
    write(': the import goes on\n\n');
  }, silence);
  response.once('close', () => {
    clearInterval(heartbeat);
  });
  const send = (event: string, data: object) => {
    write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  return {
    stage: ({ step, progress }) => {
      send('progress', { step, written: progress?.written ?? null, total: progress?.total ?? null });
    },
    end: (event, { status, json }) => {
      send(event, { httpStatus: status, ...json });
      clearInterval(heartbeat);
      response.end();
    },
  };
}
