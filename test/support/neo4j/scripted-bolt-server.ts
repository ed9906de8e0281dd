import type { Socket } from 'node:net';
import { listeningServer } from './listening-server.ts';

/** A value that the server sends. */
type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** What an engine answers to a statement: one row, or a failure. */
export type Answer = Readonly<Record<string, Value>> | { readonly code: string; readonly message: string };

export interface BoltScript {
  /** How it calls itself. */
  readonly agent: string;
  readonly answer: (text: string) => Answer;
  /** What it answers when it is asked which servers there are; not asked for bolt://. */
  readonly route?: Answer;
}

const success = 0x70;
const record = 0x71;
const ignored = 0x7e;
const failure = 0x7f;

/** Starts an engine that speaks Bolt 5.4 and answers as the script says, until the test is over. */
export async function scriptedBoltServer(script: BoltScript): Promise<{ readonly port: number }> {
  const port = await listeningServer((socket) => {
    socket.on('error', () => socket.destroy());
    converse(socket, script);
  });
  return { port };
}

function converse(
  socket: Socket,
  { agent, answer, route = { code: 'Other.Error', message: 'no routing' } }: BoltScript,
) {
  let received = Buffer.alloc(0);
  let hasShakenHands = false;
  let hasFailed = false;
  let row: Readonly<Record<string, Value>> = {};

  function reply(tag: number, value?: Value): void {
    const body = Buffer.concat([
      Buffer.from([value === undefined ? 0xb0 : 0xb1, tag]),
      value === undefined ? Buffer.alloc(0) : packed(value),
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(body.length);
    socket.write(Buffer.concat([length, body, Buffer.alloc(2)]));
  }

  function handle(message: Buffer): void {
    const tag = message[1];
    if (tag === 0x0f) hasFailed = false;
    if (hasFailed) {
      reply(ignored);
    } else if (tag === 0x01) {
      reply(success, { server: agent, connection_id: 'bolt-1' });
    } else if (tag === 0x10 || tag === 0x66) {
      const given = tag === 0x10 ? answer(textOf(message)) : route;
      hasFailed = 'code' in given;
      if (!hasFailed) row = given;
      reply(hasFailed ? failure : success, hasFailed ? given : { fields: Object.keys(row) });
    } else if (tag === 0x3f) {
      reply(record, Object.values(row));
      reply(success, { has_more: false });
    } else {
      reply(success, {});
    }
  }

  socket.on('data', (part) => {
    received = Buffer.concat([received, part]);
    if (!hasShakenHands && received.length >= 20) {
      hasShakenHands = true;
      received = received.subarray(20);
      socket.write(Buffer.from([0, 0, 4, 5]));
    }
    // Every message comes in chunks, each with its length, the last of which is empty.
    for (let end = endOf(received); hasShakenHands && end !== undefined; end = endOf(received)) {
      const message = received.subarray(2, end);
      received = received.subarray(end);
      if (message.length > 2) handle(message);
    }
  });
}

/** Where the first message ends; undefined if it is not complete. Statements of these tests fit into one chunk. */
function endOf(received: Buffer): number | undefined {
  if (received.length < 2) return undefined;
  const length = received.readUInt16BE(0);
  const end = length === 0 ? 2 : 4 + length;
  return received.length < end ? undefined : end;
}

/** The first field of a message, which is a text. */
function textOf(message: Buffer): string {
  const marker = message.readUInt8(2);
  const [start, length] =
    marker < 0x90 ? [3, marker - 0x80] : marker === 0xd0 ? [4, message.readUInt8(3)] : [5, message.readUInt16BE(3)];
  return message.toString('utf8', start, start + length);
}

function packed(value: Value): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (typeof value === 'boolean') return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === 'number') {
    const whole = Buffer.alloc(5, 0xca);
    whole.writeInt32BE(value, 1);
    return whole;
  }
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([Buffer.from([0xd1, text.length >> 8, text.length & 0xff]), text]);
  }
  if (isList(value)) return Buffer.concat([Buffer.from([0xd4, value.length]), ...value.map(packed)]);
  const entries = Object.entries(value);
  return Buffer.concat([Buffer.from([0xd8, entries.length]), ...entries.flat().map(packed)]);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
