import { setTimeout } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { WebhookSettings } from '../../config/webhook-settings.ts';
import type { CatalogFeed } from '../../store/catalog-feed.ts';
import { logFailure } from '../log-failure.ts';
import { Delivery, type Failure } from './delivery.ts';
import { signatureHeaders } from './signature.ts';
import { webhookMessage, type WebhookMessage } from './webhook-event.ts';

/** How long a receiver may take to answer, in milliseconds. */
const longestAnswer = 10_000;

export interface Webhook {
  /** Sends nothing more, and logs what has not been received. @returns when that is done. */
  close(): Promise<void>;
}

/** Sends a signed message to a receiver after each import that this server hears of. */
export function webhookFor({ url, secret }: WebhookSettings, feed: CatalogFeed, logger: Logger): Webhook {
  // Its path and query may hold a secret.
  const receiver = new URL(url).origin;
  const delivery = new Delivery({
    send: (message, signal) => sendOnce(url, secret, message, signal),
    giveUp: ({ id, event }, reason, tries) => {
      logger.error(
        { webhook: receiver, webhookId: id, tries, lastFailure: reason, deadLetter: event },
        `The message about import ${event.data.sequence} was not received by the webhook at ${receiver}: ${reason}`,
      );
    },
    wait: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined),
    random: Math.random,
  });
  const stop = feed.listen((catalog) => {
    catalog
      .graph()
      .then((graph) => {
        delivery.add(webhookMessage(catalog, graph));
      })
      .catch((error: unknown) => {
        logFailure(logger, error, {}, 'The message to the webhook could not be made');
      });
  });
  return {
    close: () => {
      stop();
      return delivery.close();
    },
  };
}

/**
 * Sends a message once. A redirect is not followed: it would take the message to somebody whom the settings do not name.
 *
 * @param closing ends the try.
 */
export async function sendOnce(
  url: string,
  secret: string,
  { id, event }: WebhookMessage,
  closing: AbortSignal,
): Promise<Failure | undefined> {
  const body = JSON.stringify(event);
  const timeout = AbortSignal.timeout(longestAnswer);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'rolegraph',
        ...signatureHeaders(secret, id, Date.now(), body),
      },
      body,
      signal: AbortSignal.any([timeout, closing]),
    });
    // Nobody reads it, and it may be endless.
    await response.body?.cancel();
    const { status } = response;
    if (response.ok) return undefined;
    const isRedirect = status >= 300 && status < 400;
    return { reason: `it answered ${status}${isRedirect ? ', and redirects are not followed' : ''}`, status };
  } catch (error) {
    if (timeout.aborted) return { reason: `it did not answer within ${longestAnswer / 1_000} s` };
    return { reason: `it could not be reached (${codeOf(error)})` };
  }
}

/** What failed, without the address that messages of fetch may repeat. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
