import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { describe, expect, onTestFinished, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';
import { sendOnce } from '../../../src/server/webhook/webhook.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { shippedStore, start } from '../running-server.ts';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that answers every message alike. */
async function receiver(status: number, headers = {}) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      response.writeHead(status, headers).end('thanks');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return { received, url: `http://127.0.0.1:${portOf(server.address())}/hook/path-secret?key=query-secret` };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return address.port;
}

const plainSecret = 'a secret of many characters';
const key = Buffer.from(plainSecret).toString('base64');

async function importing(url: string, secret: string, instances = 1) {
  const folder = await temporaryFolder();
  const env = { WEBHOOK_URL: url, WEBHOOK_SECRET: secret };
  const servers = [];
  for (let count = 0; count < instances; count++) {
    const server = await start({ schema, store: await shippedStore(folder), env });
    await server.prepared;
    servers.push(server);
  }
  const elsewhere = await shippedStore(folder);
  const changes = { added: 1, changed: 2, removed: 3 };
  await elsewhere.replace(await elsewhere.current(), graphOfCatalog(handbookCatalog), { importedBy: 'ci', changes });
  return { servers, imported: await elsewhere.current() };
}

describe('the webhook', () => {
  test.for([plainSecret, `whsec_${key}`])(
    'gets a message signed with %s, the same from every instance',
    async (secret) => {
      const { received, url } = await receiver(204);
      const { imported } = await importing(url, secret, 2);
      await eventually(() => {
        expect(received).toHaveLength(2);
      });
      const verifier = new Webhook(`whsec_${key}`);
      const importedAt = imported.importedAt.toISOString();
      for (const { headers, body } of received) {
        expect(
          verifier.verify(body, {
            'webhook-id': String(headers['webhook-id']),
            'webhook-timestamp': String(headers['webhook-timestamp']),
            'webhook-signature': String(headers['webhook-signature']),
          }),
        ).toEqual({
          type: 'catalog.changed',
          timestamp: importedAt,
          data: {
            ...{ sequence: 1, revision: imported.revision, importedAt, importedBy: 'ci' },
            ...{ name: handbookCatalog.name, version: handbookCatalog.version, added: 1, changed: 2, removed: 3 },
          },
        });
      }
      const [one, other] = received;
      expect(one?.headers['webhook-id']).toMatch(/^msg_[\da-f]{32}$/);
      expect(one?.headers['webhook-id']).toBe(other?.headers['webhook-id']);
      expect(one?.body).toBe(other?.body);
    },
  );

  test.for([
    [302, { Location: '/elsewhere' }, 'it answered 302, and redirects are not followed'],
    [500, {}, 'it answered 500'],
    [410, {}, 'it answered 410'],
  ] as const)('has not received a message that it answers with %d', async ([status, headers, reason]) => {
    const { received, url } = await receiver(status, headers);
    const at = '2026-12-01T00:00:00.000Z';
    const counts = { added: null, changed: null, removed: null };
    const data = { sequence: 1, revision: 'r', importedAt: at, importedBy: null, name: 'n', version: '1', ...counts };
    const event = { type: 'catalog.changed', timestamp: at, data } as const;
    const sent = await sendOnce(url, plainSecret, { id: 'msg_1', event }, new AbortController().signal);
    expect(sent).toEqual({ reason, status });
    expect(received).toHaveLength(1);
  });

  test('is left to the log when the server stops, without its secrets', async () => {
    const { received, url } = await receiver(500);
    const {
      servers: [server],
      imported,
    } = await importing(url, plainSecret);
    await eventually(() => {
      expect(received).toHaveLength(1);
    });
    await server?.close();
    const log = server?.log() ?? [];
    const [letter, ...others] = log.filter((line) => 'deadLetter' in line);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ level: 50, tries: 1, deadLetter: { data: { revision: imported.revision } } });
    expect(letter?.['lastFailure']).toContain('the server stops; the last try: it ');
    for (const secret of ['path-secret', 'query-secret', plainSecret]) {
      expect(JSON.stringify(log)).not.toContain(secret);
    }
  });
});
