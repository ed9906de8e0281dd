import { once } from 'node:events';
import { Agent, get, request as httpRequest } from 'node:http';
import { connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ListenError } from '../../src/server/http/listen.ts';
import { createLogger } from '../../src/server/logger.ts';
import { readConfig } from '../../src/config/config.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { startServer, type RunningServer } from '../../src/server/start-server.ts';
import { expectWithin } from '../support/promised-time.ts';
import { send, shippedStore, start } from './running-server.ts';
import { closedGate, smallSchema } from './small-schema.ts';

/** More than operating systems buffer for a connection. */
const largeText = 'x'.repeat(32 * 1024 * 1024);

const largeSchema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { large: { type: GraphQLString, resolve: () => largeText } },
  }),
});

/** A client that has asked for the large text, has got the first bytes, and reads no further. */
async function asked({ url }: RunningServer) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  socket.on('error', () => undefined);
  let bytes = 0;
  const ended = once(socket, 'close');
  socket.write('GET /graphql?query={large} HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await new Promise<void>((resolve) => {
    socket.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > part.length) return;
      socket.pause();
      resolve();
    });
  });
  return { socket, receivedBytes: () => bytes, ended };
}

describe('closing', () => {
  test('closing lets open requests finish, accepts no new ones, and closes the store last', async () => {
    const store = await shippedStore();
    const server = await start({ store });
    const close = store.close.bind(store);
    const loggedBefore: unknown[] = [];
    store.close = () => {
      loggedBefore.push(...server.log().map((line) => line['msg']));
      return close();
    };
    const gate = closedGate();
    const answered = send(`${server.url}/graphql?query={slow}`);
    await gate.reached;
    const closing = server.close();
    expect(server.close()).toBe(closing);
    await expect(send(`${server.url}/health`)).rejects.toThrow('ECONNREFUSED');
    gate.open();
    expect((await answered).text).toBe('{"data":{"slow":"done"}}');
    await closing;
    expect(loggedBefore).toEqual(['GET /graphql 200']);
  });

  test('closing does not wait for idle keep-alive connections', async () => {
    const server = await start();
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) =>
      get(`${server.url}/health`, { agent }, (reply) => reply.resume().on('end', resolve)),
    );
    const startedAt = performance.now();
    await server.close();
    // Left alone, it would be closed after 5 seconds.
    expectWithin(performance.now() - startedAt, 3_000);
    agent.destroy();
  });

  test('closing waits until the bytes of an answer have been received', async () => {
    const server = await start({ schema: largeSchema });
    const { socket, receivedBytes, ended } = await asked(server);
    // The first bytes are there, so the answer has been given to the connection as a whole; most of it waits in the server,
    // as no operating system buffers so much.
    const closing = server.close();
    socket.resume();
    await ended;
    await closing;
    expect(receivedBytes()).toBeGreaterThan(largeText.length);
  });

  test('closing lets a request finish that was sent with Expect: 100-continue', async () => {
    const server = await start();
    const gate = closedGate();
    const body = JSON.stringify({ query: '{ slow }' });
    const answered = new Promise<string>((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': body.length, Expect: '100-continue' };
      const request = httpRequest(`${server.url}/graphql`, { method: 'POST', headers, agent: false }, (response) => {
        void text(response).then(resolve, reject);
      });
      request.on('error', reject).on('continue', () => request.end(body));
      request.flushHeaders();
    });
    await gate.reached;
    const closing = server.close();
    gate.open();
    expect(await answered).toBe('{"data":{"slow":"done"}}');
    await closing;
  });

  test('closing cuts off an answer that is not read in time, and says so', async () => {
    const server = await start({ schema: largeSchema, drainTimeout: 200 });
    const { socket } = await asked(server);
    await server.close();
    socket.destroy();
    expect(server.log().find(({ level }) => level === 40)?.['msg']).toBe(
      'Cut off 1 answer that was not finished within 0.2 seconds. ROLEGRAPH_STOP_SECONDS sets this limit.',
    );
  });

  test('closing cuts off requests that do not finish in time', async () => {
    const server = await start({ drainTimeout: 200 });
    const gate = closedGate();
    const cutOff = expect(send(`${server.url}/graphql?query={slow}`)).rejects.toThrow('socket hang up');
    await gate.reached;
    await server.close();
    await cutOff;
    gate.open();
  });
});

describe('an address that is not available', () => {
  async function messageOf(host: string, port: number): Promise<string> {
    const logger = await createLogger({ logLevel: 'silent' }, process.stdout);
    const config = { ...readConfig({}), host, port };
    try {
      const server = await startServer({
        config,
        store: await shippedStore(),
        schema: smallSchema,
        scheduler: new Scheduler(),
        logger,
      });
      await server.close();
    } catch (error) {
      if (error instanceof ListenError) return error.message;
      throw error;
    }
    return 'started';
  }

  test('reports a port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    expect(await messageOf('127.0.0.1', port)).toBe(
      `Port ${port} on 127.0.0.1 is already in use. Stop the other process or set PORT to a free port (0 takes any).`,
    );
    other.close();
  });

  test('reports an address of another machine', async () => {
    expect(await messageOf('192.0.2.1', 0)).toMatch(/^192\.0\.2\.1 is not an address of this machine\. Set HOST/);
  });

  test('a server that listens on every address is opened at localhost', async () => {
    const logger = await createLogger({ logLevel: 'silent' }, process.stdout);
    const config = { ...readConfig({}), host: '0.0.0.0', port: 0 };
    const server = await startServer({
      config,
      store: await shippedStore(),
      schema: smallSchema,
      scheduler: new Scheduler(),
      logger,
    });
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
    await server.close();
  });
});
