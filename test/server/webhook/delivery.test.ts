import { describe, expect, test } from 'vitest';
import { Delivery, type Failure } from '../../../src/server/webhook/delivery.ts';
import type { WebhookMessage } from '../../../src/server/webhook/webhook-event.ts';

function message(sequence: number): WebhookMessage {
  const at = '2026-12-01T00:00:00.000Z';
  const counts = { added: null, changed: null, removed: null };
  const data = { sequence, revision: 'r', importedAt: at, importedBy: null, name: 'n', version: '1', ...counts };
  return { id: `msg_${sequence}`, event: { type: 'catalog.changed', timestamp: at, data } };
}

/** A delivery whose tries end as the test says, and whose waits pass at once. */
function delivering(send: (id: string, signal: AbortSignal) => Promise<Failure | undefined>, random = 0.5) {
  const tries: string[] = [];
  const waits: number[] = [];
  const givenUp: string[] = [];
  const delivery = new Delivery({
    send: ({ id }, signal) => {
      tries.push(id);
      return send(id, signal);
    },
    giveUp: ({ id }, reason, count) => givenUp.push(`${id} after ${count}: ${reason}`),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
    random: () => random,
  });
  return { delivery, tries, waits, givenUp };
}

const failure = { reason: 'it answered 500', status: 500 };

describe('the delivery of messages', () => {
  test('sends them in their order, each when the one before was received', async () => {
    const gates = [1, 2].map(() => Promise.withResolvers<undefined>());
    let sent = 0;
    const { delivery, tries } = delivering(() => gates[sent++]?.promise ?? Promise.resolve(undefined));
    for (const sequence of [1, 2, 3]) delivery.add(message(sequence));
    expect(tries).toEqual(['msg_1']);
    gates[0]?.resolve(undefined);
    await expect.poll(() => tries).toEqual(['msg_1', 'msg_2']);
    gates[1]?.resolve(undefined);
    await expect.poll(() => tries).toEqual(['msg_1', 'msg_2', 'msg_3']);
  });

  test('tries six times in about ten minutes, then gives up and goes on with the next', async () => {
    const { delivery, tries, waits, givenUp } = delivering((id) =>
      Promise.resolve(id === 'msg_1' ? failure : undefined),
    );
    delivery.add(message(1));
    delivery.add(message(2));
    await expect.poll(() => tries.at(-1)).toBe('msg_2');
    expect(tries.filter((id) => id === 'msg_1')).toHaveLength(6);
    expect(waits).toEqual([5_000, 15_000, 45_000, 135_000, 405_000]);
    expect(givenUp).toEqual(['msg_1 after 6: it answered 500']);
  });

  test.for([
    [0, 4_000],
    [1, 6_000],
  ])('waits longer or shorter by a fifth at most: %d', async ([random = 0, wait]) => {
    const { delivery, waits } = delivering(() => Promise.resolve(failure), random);
    delivery.add(message(1));
    await expect.poll(() => waits[0]).toBe(wait);
  });

  test('stops for good when the receiver answers 410', async () => {
    const { delivery, tries, givenUp } = delivering(() => Promise.resolve({ reason: 'it answered 410', status: 410 }));
    for (const sequence of [1, 2]) delivery.add(message(sequence));
    await expect.poll(() => givenUp).toHaveLength(2);
    delivery.add(message(3));
    expect(tries).toEqual(['msg_1']);
    expect(givenUp[0]).toBe('msg_1 after 1: it answered 410');
    expect(givenUp[2]).toContain('msg_3 after 0: the receiver answered an earlier one with 410');
  });

  test('gives up what is not received when the server stops', async () => {
    const { delivery, givenUp } = delivering(
      (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve({ reason: 'it could not be reached (AbortError)' });
          });
        }),
    );
    for (const sequence of [1, 2]) delivery.add(message(sequence));
    await delivery.close();
    await expect.poll(() => givenUp).toHaveLength(2);
    delivery.add(message(3));
    expect(givenUp).toEqual([
      'msg_1 after 1: the server stops; the last try: it could not be reached (AbortError)',
      'msg_2 after 0: the server stops',
      'msg_3 after 0: the server stops',
    ]);
  });

  test('keeps a hundred that wait, and gives up the oldest of more', () => {
    const { delivery, givenUp } = delivering(() => new Promise(() => undefined));
    for (let sequence = 1; sequence <= 102; sequence++) delivery.add(message(sequence));
    expect(givenUp).toEqual(['msg_2 after 0: 100 later ones are waiting']);
  });
});
