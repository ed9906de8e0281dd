import type { AuthSettings } from '../config/auth-settings.ts';
import { ConfigError } from '../config/config.ts';
import type { Authenticator, AuthenticatorObserver } from './authenticator.ts';
import { openTokenAuthenticator } from './tokens/token-authenticator.ts';
import { AccessFileError } from './watched-file.ts';

/**
 * What finds out who sends a request, by the settings. It has to be closed.
 *
 * @returns undefined for AUTH=none.
 * @throws ConfigError if a file of the settings is missing or broken. A URL of keys that cannot be reached is only a problem for
 *   the observer, because it may be reachable later.
 */
export async function openAuthenticator(
  settings: AuthSettings,
  observer: AuthenticatorObserver,
): Promise<Authenticator | undefined> {
  try {
    if (settings.kind === 'none') return undefined;
    if (settings.kind === 'tokens') return await openTokenAuthenticator(settings, observer);
    // Only servers that use it load jose.
    const { openJwtAuthenticator } = await import('./jwt/jwt-authenticator.ts');
    return await openJwtAuthenticator(settings, observer);
  } catch (error) {
    if (!(error instanceof AccessFileError)) throw error;
    const setting = settings.kind === 'tokens' ? 'AUTH_TOKENS_FILE' : 'AUTH_JWKS';
    throw new ConfigError(error.message.split('\n').map((line) => `${setting}: ${line}`));
  }
}
