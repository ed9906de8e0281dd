import type { SettingReader } from './setting-reader.ts';

/** Who is told of each import. */
export interface WebhookSettings {
  /** An http or https URL. It may hold a secret in its path or query, so it must not be logged whole. */
  readonly url: string;
  /** What messages are signed with, at least 24 bytes in UTF-8. */
  readonly secret: string;
}

const leastSecretBytes = 24;

/**
 * Any http URL is allowed, not only https: receivers inside a cluster or on a private network often have no certificate. A message
 * says which catalog is served and how much has changed, it is signed, and the secret is never sent.
 */
const urlAllowed = 'an http or https URL without a user and a password, e.g. https://hooks.example.org/rolegraph';

export function readWebhookSettings(reader: SettingReader): WebhookSettings | undefined {
  const { problems, isSet, setting, secret: secretOf } = reader;
  if (!isSet('WEBHOOK_URL')) {
    const names = ['WEBHOOK_SECRET', 'WEBHOOK_SECRET_FILE'].filter(isSet);
    for (const name of names) {
      problems.push(`${name} is set and has no effect without WEBHOOK_URL: set both, or leave ${name} out`);
    }
    return undefined;
  }
  const secret = secretOf('WEBHOOK_SECRET', 'the secret');
  const url = setting<string | undefined>('WEBHOOK_URL', undefined, '', (given) => webUrlOf(given) ?? '');
  // The address may hold a secret, and this message ends up in logs.
  if (url === '') problems.push(`WEBHOOK_URL (not shown: it may hold a secret) cannot be used; allowed: ${urlAllowed}`);
  if (secret === undefined) {
    problems.push(
      'WEBHOOK_URL is set and neither WEBHOOK_SECRET nor WEBHOOK_SECRET_FILE is: set one of them, e.g. to what ' +
        '"openssl rand -hex 32" prints, so that the receiver can tell who sends',
    );
  } else if (secret !== '' && Buffer.byteLength(secret) < leastSecretBytes) {
    problems.push(
      `WEBHOOK_SECRET (not shown) has ${Buffer.byteLength(secret)} bytes; allowed: at least ${leastSecretBytes}, e.g. what ` +
        '"openssl rand -hex 32" prints',
    );
  }
  return { url: url ?? '', secret: secret ?? '' };
}

function webUrlOf(given: string): string | undefined {
  const url = URL.parse(given);
  if (url?.username !== '' || url.password !== '') return undefined;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
