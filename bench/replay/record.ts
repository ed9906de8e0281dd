import { printSchema } from 'graphql';
import { progress } from '../progress.ts';
import { ask, codeOf, type Answer } from './asking.ts';
import { writeRecording, type RequestKind } from './recording.ts';
import { RequestGenerator } from './request-generator.ts';
import { schemaOfServer } from './server-schema.ts';
import { Tally } from './tally.ts';
import { vocabularyOf } from './vocabulary.ts';

export interface RecordOptions {
  readonly server: string;
  readonly seed: number;
  readonly count: number;
  readonly output: string;
}

/** Asks a server so many random questions, and keeps what it answers. */
export async function record({ server, seed, count, output }: RecordOptions): Promise<string> {
  const schema = await schemaOfServer(server);
  const vocabulary = await vocabularyOf(server);
  const { revision, store } = vocabulary;
  const generator = new RequestGenerator(schema, vocabulary, seed);
  const writer = writeRecording(output, { schema: printSchema(schema), seed, revision, store });
  const counts = new Tally();
  for (let at = 1; at <= count; at++) {
    const generated = generator.next();
    const answer = await ask(server, generated.asked);
    writer.write({ kind: generated.kind, asked: generated.asked, answer });
    generator.learn(generated, answer);
    countAnswer(counts, generated.kind, answer);
    if (at % 1_000 === 0) progress(`${at} of ${count} requests`);
  }
  await writer.end();
  return `${output}: ${store}, seed ${seed}\n${counts.lines()}\n${generator.summary()}`;
}

/** Of which kind a request is, and how it was answered. */
export function countAnswer(counts: Tally, kind: RequestKind, { data, errors }: Answer): void {
  const hasData = data !== undefined && data !== null;
  const how = errors.length === 0 ? 'answered' : hasData ? 'answered in part' : 'refused';
  counts.add(`${kind} ${how}`);
  for (const code of new Set(errors.map(codeOf))) counts.add(`error ${String(code)}`);
}
