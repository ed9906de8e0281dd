import { createHmac } from 'node:crypto';

/**
 * The headers by which a receiver knows who sends a message, and that it is not an old one (Standard Webhooks 1.0).
 *
 * @param secret `whsec_` and the key in base64, or any other text, which is the key itself.
 * @param sentAt when it is sent, in milliseconds since 1970; each try has its own.
 */
export function signatureHeaders(
  secret: string,
  id: string,
  sentAt: number,
  body: string,
): Readonly<Record<string, string>> {
  const seconds = Math.floor(sentAt / 1_000);
  const signature = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(seconds), 'webhook-signature': `v1,${signature}` };
}

function keyOf(secret: string): Buffer {
  const prefix = 'whsec_';
  return secret.startsWith(prefix) ? Buffer.from(secret.slice(prefix.length), 'base64') : Buffer.from(secret);
}
