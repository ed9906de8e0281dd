import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import type { Answer, Asked } from './asking.ts';

const headSchema = z.object({
  /** The schema of the server that was recorded, in GraphQL's own language. */
  schema: z.string(),
  seed: z.number(),
  /** The catalog that was served; its answers are compared with those of the same catalog only. */
  revision: z.string(),
  store: z.string(),
});

const exchangeSchema = z.object({
  kind: z.enum(['USUAL', 'BAD_ARGUMENT', 'NEXT_PAGE']),
  query: z.string(),
  variables: z.record(z.string(), z.unknown()),
  status: z.number(),
  data: z.unknown().optional(),
  errors: z.array(z.unknown()),
});

export type RecordingHead = z.infer<typeof headSchema>;

export type RequestKind = z.infer<typeof exchangeSchema>['kind'];

/** One request and what was answered. */
export interface Exchange {
  readonly kind: RequestKind;
  readonly asked: Asked;
  readonly answer: Answer;
}

export interface RecordingWriter {
  write(exchange: Exchange): void;
  /** Resolves when all is in the file. */
  end(): Promise<void>;
}

/** A file of lines of JSON, compressed: the head first, then one line an exchange. */
export function writeRecording(file: string, head: RecordingHead): RecordingWriter {
  const lines = createGzip();
  const written = lines.pipe(createWriteStream(file));
  const write = (line: object) => lines.write(`${JSON.stringify(line)}\n`);
  write(head);
  return {
    write({ kind, asked, answer }) {
      write({ kind, ...asked, ...answer });
    },
    async end() {
      lines.end();
      await finished(written);
    },
  };
}

/** What a recording has, read as it is gone through. */
export interface Recording {
  readonly head: RecordingHead;
  readonly exchanges: AsyncIterable<Exchange>;
}

/** @throws Error where the file is none that writeRecording wrote. */
export async function readRecording(file: string): Promise<Recording> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) })[Symbol.asyncIterator]();
  const first = await lines.next();
  if (first.done === true) throw new Error(`${file} is empty.`);
  return { head: headSchema.parse(JSON.parse(first.value)), exchanges: exchangesIn(lines) };
}

async function* exchangesIn(lines: AsyncIterator<string>): AsyncGenerator<Exchange> {
  for (let line = await lines.next(); line.done !== true; line = await lines.next()) {
    const { kind, query, variables, status, data, errors } = exchangeSchema.parse(JSON.parse(line.value));
    yield { kind, asked: { query, variables }, answer: { status, data, errors } };
  }
}
