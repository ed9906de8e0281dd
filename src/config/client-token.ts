import { ConfigError } from './config.ts';
import { settingReader } from './setting-reader.ts';

/** The name of the variable that holds the token of a client; with `_FILE`, that of a file. */
export const tokenVariable = 'ROLEGRAPH_TOKEN';

/** A token as RFC 6750 allows it, which can be sent in a header. */
const tokenForm = /^[\w.~+/-]+=*$/;

/**
 * Reads the token with which a command asks a server, from ROLEGRAPH_TOKEN, or a file. It is never part of a message.
 *
 * @param file of the option --token-file; it takes precedence over the environment.
 * @returns undefined if there is none.
 * @throws ConfigError
 */
export function readClientToken(
  env: Readonly<Record<string, string | undefined>>,
  file: string | undefined,
): string | undefined {
  const given = file === undefined ? env : { [`${tokenVariable}_FILE`]: file };
  const { secret, problems } = settingReader(given);
  const token = secret(tokenVariable, 'the token')?.trim();
  if (problems.length > 0) {
    const named = problems.map((problem) =>
      file === undefined ? problem : problem.replace(`${tokenVariable}_FILE`, '--token-file'),
    );
    throw new ConfigError(named);
  }
  if (token === undefined || token === '') return undefined;
  if (tokenForm.test(token)) return token;
  const where = file === undefined ? tokenVariable : '--token-file';
  throw new ConfigError([
    `${where} holds characters that no token has, such as spaces or line breaks; allowed: the token alone, as it was issued`,
  ]);
}
