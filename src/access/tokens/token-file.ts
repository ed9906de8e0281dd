import { isNode, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { quoted } from '../../text/quoted-text.ts';
import { AccessFileError, type FileFormat } from '../watched-file.ts';
import { tokenPrefix } from './new-token.ts';
import { allowedValues, tokenEntry, writtenEntry, type TokenEntry } from './token-entry.ts';

/** A list that is written as "tokens:" with nothing below it is empty. */
const writtenFile = z.strictObject({ tokens: z.array(writtenEntry).nullable() });

/** The file of hashed tokens: YAML, {@link writtenEntry} a token. */
export const tokenFile: FileFormat<readonly TokenEntry[]> = {
  parse: parseTokens,
  missing: 'Make it with a first token: rolegraph token --name <name> --right admin --file <file>',
  describe: ({ length }) => (length === 1 ? '1 token' : `${length} tokens`),
  warning: (mode, path) => {
    // Who can write the file can add a token with any right. The hashes are of random tokens, and no use to a reader; the names
    // and rights are.
    const shown = `${quoted(path)} has mode ${mode.toString(8).padStart(4, '0')}`;
    if ((mode & 0o022) !== 0) return `${shown}: other users of this machine can add tokens. Set it to 600 (chmod 600).`;
    if ((mode & 0o004) !== 0) return `${shown}: every user of this machine can read it. Set it to 600 (chmod 600).`;
    return undefined;
  },
};

/**
 * @param path for messages.
 * @throws AccessFileError with a line for each problem, e.g. "tokens.yaml:7: …". It never repeats a hash or a token.
 */
export function parseTokens(text: string, path: string): readonly TokenEntry[] {
  const lines = new LineCounter();
  // Without prettyErrors, messages would quote lines of the file.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map(
    ({ pos: [start], message }) => [lines.linePos(start).line, `is not valid YAML: ${message}.`] as const,
  );
  if (problems.length > 0) throw fileError(path, problems);

  const lineOf = (keys: readonly PropertyKey[]): number => lines.linePos(offsetOf(document, keys)).line;
  const parsed = writtenFile.safeParse(valueOf(document, path));
  if (!parsed.success) {
    throw fileError(
      path,
      parsed.error.issues.flatMap((issue) => problemsOf(issue, document, lineOf)),
    );
  }
  const written = parsed.data.tokens ?? [];
  const repeated = (['name', 'sha256'] as const).flatMap((key) => {
    const first = new Map<string, number>();
    return written.flatMap((entry, index) => {
      const value = entry[key].toLowerCase();
      const before = first.get(value);
      first.set(value, before ?? index);
      if (before === undefined) return [];
      const what = key === 'name' ? `The name ${quoted(entry.name)}` : `The sha256 of ${quoted(entry.name)}`;
      const where = lineOf(['tokens', before, key]);
      return [[lineOf(['tokens', index, key]), `${what} is also in line ${where}. Each token needs its own.`] as const];
    });
  });
  if (repeated.length > 0) throw fileError(path, repeated);
  return written.map(tokenEntry);
}

/** @throws AccessFileError if aliases lead nowhere, or make too much of the text. */
function valueOf(document: Document, path: string): unknown {
  try {
    return document.toJS();
  } catch {
    throw fileError(path, [[1, 'has aliases (*) that cannot be resolved. Write each entry without them.']]);
  }
}

type Problem = readonly [line: number, text: string];

function fileError(path: string, problems: readonly Problem[]): AccessFileError {
  return new AccessFileError(problems.map(([line, text]) => `${path}:${line}: ${text}`).join('\n'));
}

const shape = 'a list "tokens" of entries with name, right and sha256, to which "rolegraph token --file" adds one';

function problemsOf(
  issue: z.core.$ZodIssue,
  document: Document,
  lineOf: (keys: readonly PropertyKey[]) => number,
): readonly Problem[] {
  const { path } = issue;
  const [, index, key] = path;
  if (issue.code === 'unrecognized_keys') {
    const allowed = index === undefined ? 'tokens' : Object.keys(allowedValues).join(', ');
    return issue.keys.map((name) => [lineOf([...path, name]), `${quoted(name)} is unknown; allowed: ${allowed}.`]);
  }
  const allowed = Object.entries(allowedValues).find(([name]) => name === key)?.[1];
  if (allowed === undefined) return [[lineOf(path), `The file has to hold ${shape}.`]];
  const value = document.getIn(path);
  const isMissing = value === undefined;
  return [[lineOf(path), `${String(key)} ${isMissing ? 'is missing' : shownValue(key, value)}; allowed: ${allowed}.`]];
}

function shownValue(key: PropertyKey | undefined, value: unknown): string {
  const isScalarValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (isScalarValue && String(value).includes(tokenPrefix)) {
    return 'is a token itself (not shown), which must not be in this file: make a new one';
  }
  if (key === 'sha256') return 'is something else (not shown)';
  return isScalarValue ? `is ${quoted(String(value))}` : 'is no text';
}

/** Where the value of a path is written; if it is not there, where what would hold it is. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
    if (isPair(node) && isNode(node.key) && node.key.range) return node.key.range[0];
  }
  return 0;
}
