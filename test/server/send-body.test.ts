import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { sendBody } from '../../src/server/http/send-body.ts';

/** A response to a client that does not read until the test says so, by the event "drain". */
function unreadResponse(timeout: number): ServerResponse {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return new ServerResponse(new IncomingMessage(new Socket().setTimeout(timeout)));
}

test('ends the connection of a client that never reads, after the timeout once', () => {
  const response = unreadResponse(30_000);
  sendBody(response, 'x'.repeat(1_000_000), 'utf8');
  vi.advanceTimersByTime(29_999);
  expect(response.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(response.destroyed).toBe(true);
});

test('waits for a client as long as it reads', () => {
  const response = unreadResponse(30_000);
  sendBody(response, 'x'.repeat(10_000_000), 'utf8');
  for (let parts = 0; parts < 100; parts++) {
    vi.advanceTimersByTime(29_999);
    response.emit('drain');
  }
  expect(response.destroyed).toBe(false);
  vi.advanceTimersByTime(30_000);
  expect(response.destroyed).toBe(true);
});

test('sends a body in parts as they are, without joining them', () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const written: unknown[] = [];
  vi.spyOn(response, 'write').mockImplementation((part: unknown) => written.push(part) > 0);
  const parts = [Buffer.alloc(100_000, 'a'), Buffer.alloc(100_000, 'b')];
  sendBody(response, parts, 'latin1');
  expect(written).toHaveLength(2);
  expect(written[0]).toBe(parts[0]);
  expect(written[1]).toBe(parts[1]);
});
