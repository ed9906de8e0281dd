import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** By which events Node.js announces a request: those with Expect have events of their own. */
const requestEvents = ['request', 'checkContinue', 'checkExpectation'] as const;

/** Calls back for every request, with or without Expect. */
export function onEachRequest(
  server: Server,
  listener: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  for (const event of requestEvents) server.on(event, listener);
}

/** Calls back whenever an answer on a connection is begun or over, with the number of those that are open on it. */
export function onOpenAnswers(server: Server, listener: (socket: Socket, open: number) => void): void {
  const counts = new WeakMap<Socket, number>();
  const count = (socket: Socket, change: 1 | -1) => {
    const open = (counts.get(socket) ?? 0) + change;
    counts.set(socket, open);
    listener(socket, open);
  };
  onEachRequest(server, ({ socket }, response) => {
    count(socket, 1);
    response.once('close', () => {
      count(socket, -1);
    });
  });
}
