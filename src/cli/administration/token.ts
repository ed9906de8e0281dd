import type { Readable } from 'node:stream';
import { isRejection } from '../../access/authenticator.ts';
import type { Right } from '../../access/caller.ts';
import { entryText, withEntry, withoutEntry } from '../../access/tokens/edited-token-file.ts';
import { newToken, tokenHash } from '../../access/tokens/new-token.ts';
import { checkToken } from '../../access/tokens/token-authenticator.ts';
import { isTokenName, nameAllowed, type TokenEntry, type WrittenEntry } from '../../access/tokens/token-entry.ts';
import { tokenFile } from '../../access/tokens/token-file.ts';
import { changeFile } from '../../access/tokens/write-token-file.ts';
import { AccessFileError, readOnce } from '../../access/watched-file.ts';
import { instantText } from '../../text/instants.ts';
import { quoted } from '../../text/quoted-text.ts';
import { CommandError, UsageError } from '../command-error.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { tableText } from '../output/table.ts';
import type { Terminal } from '../output/terminal.ts';

interface TokenOptions {
  readonly name?: string;
  readonly right?: Right;
  readonly expires?: Date;
  readonly days?: number;
  readonly file?: string;
  readonly list?: true;
  readonly check?: true;
  readonly remove?: string;
}

/** A hundred years. */
const mostDays = 36_500;

/** `rolegraph token`: makes a token for a server with AUTH=tokens; or lists, checks or removes those of a file. */
export async function token(terminal: Terminal, options: TokenOptions): Promise<ExitCode> {
  try {
    if (options.list === true) await listTokens(terminal, fileOf(options, '--list'));
    else if (options.check === true) await tellToken(terminal, fileOf(options, '--check'));
    else if (options.remove !== undefined) await removeToken(terminal, fileOf(options, '--remove'), options.remove);
    else await makeToken(terminal, options);
    return exitCodes.done;
  } catch (error) {
    if (error instanceof AccessFileError) throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

function fileOf({ file }: TokenOptions, option: string): string {
  if (file !== undefined) return file;
  throw new UsageError(`${option} needs --file, the file that AUTH_TOKENS_FILE of the server gives.`);
}

async function makeToken({ stdout, stderr }: Terminal, options: TokenOptions): Promise<void> {
  const { name, right, file } = options;
  if (name === undefined || right === undefined) {
    throw new UsageError('A token needs --name and --right, e.g. "rolegraph token --name ci --right import".');
  }
  if (!isTokenName(name)) throw new UsageError(`--name is ${quoted(name)}; allowed: ${nameAllowed}.`);
  const now = new Date();
  const expires = expiryOf(options, now);
  const made = newToken();
  const entry: WrittenEntry = {
    name,
    right,
    sha256: tokenHash(made).toString('hex'),
    created: instantText(now),
    ...(expires !== undefined && { expires: instantText(expires) }),
  };
  if (file !== undefined) await changeFile(file, (text) => withEntry(text, entry, file));
  stdout.write(`${made}\n`);
  const until =
    expires === undefined
      ? 'It does not expire; --days 90 makes one that does.'
      : `It expires at ${instantText(expires)}.`;
  stderr.write(`Keep the token now: it is stored nowhere, and not shown again. ${until}\n`);
  stderr.write(
    file === undefined
      ? `Add this to the list "tokens" in the file that AUTH_TOKENS_FILE of the server gives:\n${entryText(entry)}`
      : `Added ${quoted(name)} to ${file}. A running server that reads it accepts the token within a second.\n`,
  );
}

function expiryOf({ expires, days }: TokenOptions, now: Date): Date | undefined {
  if (days !== undefined && days > mostDays) throw new UsageError(`--days is ${days}; allowed: at most ${mostDays}.`);
  if (days !== undefined) return new Date(now.getTime() + days * 24 * 60 * 60 * 1_000);
  if (expires === undefined || expires > now) return expires;
  throw new UsageError(`--expires is ${instantText(expires)}, which is over. Give a later day.`);
}

async function listTokens({ stdout }: Terminal, file: string): Promise<void> {
  const entries = await readOnce(file, tokenFile);
  if (entries.length === 0) {
    stdout.write(`${file} has no token.\n`);
    return;
  }
  const now = new Date();
  const rows = entries.map((entry) => [entry.name, entry.right, expiryText(entry, now), entry.created ?? '']);
  stdout.write(tableText({ columns: ['Name', 'Right', 'Expires', 'Created'], rows }, stdout));
}

function expiryText({ expires }: TokenEntry, now: Date): string {
  if (expires === undefined) return 'never';
  return expires <= now ? `${instantText(expires)} (expired)` : instantText(expires);
}

/** Says whose a token is that comes on standard input, so that it is in no history of commands. */
async function tellToken({ stdin, stdout }: Terminal, file: string): Promise<void> {
  const entries = await readOnce(file, tokenFile);
  const checked = checkToken((await firstBytes(stdin)).trim(), entries, new Date());
  if (isRejection(checked)) throw new CommandError(checked.reason);
  const { name, rights, expiresAt } = checked;
  const until = expiresAt === null ? 'it does not expire' : `it expires at ${instantText(expiresAt)}`;
  stdout.write(`The token ${name ?? ''} may ${[...rights].join(', ')}; ${until}.\n`);
}

/** Much more than a token, and no more. */
async function firstBytes(stdin: Readable): Promise<string> {
  let text = '';
  for await (const part of stdin) {
    text += String(part);
    if (text.length > 10_000) break;
  }
  return text;
}

async function removeToken({ stderr }: Terminal, file: string, name: string): Promise<void> {
  await changeFile(file, (text) => {
    if (text === undefined) throw new AccessFileError(`${quoted(file)} is not there. Give the file of tokens.`);
    return withoutEntry(text, name, file);
  });
  stderr.write(
    `Removed ${quoted(name)} from ${file}. A running server that reads it refuses the token within a second.\n`,
  );
}
