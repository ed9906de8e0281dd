import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { isRejection } from '../../src/access/authenticator.ts';
import { rightsUpTo, type Right } from '../../src/access/caller.ts';
import { openAuthenticator } from '../../src/access/open-authenticator.ts';
import { newToken, tokenHash } from '../../src/access/tokens/new-token.ts';
import { checkToken, entryOf } from '../../src/access/tokens/token-authenticator.ts';
import type { TokenEntry } from '../../src/access/tokens/token-entry.ts';
import { ConfigError } from '../../src/config/config.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { observed } from './observed.ts';

function entry(name: string, token: string, right: Right = 'read', expires?: Date): TokenEntry {
  return { name, right, hash: tokenHash(token), created: undefined, expires };
}

const now = new Date('2027-06-01T00:00:00Z');
const unknown = { kind: 'INVALID', reason: 'The token is not known. It may have been removed.' };
const [ci, ada, old] = [newToken(), newToken(), newToken()];
const entries = [
  entry('ci', ci, 'import', new Date(now.getTime() + 1)),
  entry('ada', ada, 'admin'),
  entry('old', old, 'read', now),
];

describe('a token', () => {
  test('has the name and the rights of its entry, with those that they include', () => {
    expect(checkToken(ci, entries, now)).toEqual({
      name: 'ci',
      rights: new Set(['read', 'import']),
      expiresAt: new Date(now.getTime() + 1),
    });
    expect(checkToken(ada, entries, now)).toEqual({ name: 'ada', rights: rightsUpTo('admin'), expiresAt: null });
  });

  test('is refused from its expiry on, which is said', () => {
    expect(checkToken(old, entries, now)).toEqual({
      kind: 'INVALID',
      reason: 'The token old has expired at 2027-06-01T00:00:00Z.',
    });
  });

  test('is refused if it is not known', () => {
    expect(checkToken(newToken(), entries, now)).toEqual(unknown);
    expect(checkToken(ci, [], now)).toEqual(unknown);
  });

  test('is refused if it has another form, also if its hash is in the file', () => {
    for (const text of ['', 'secret', ci.slice(0, -1), `${ci}0`, ci.toUpperCase(), ` ${ci}`, `${ci}\n`, ci.slice(10)]) {
      expect(checkToken(text, [entry('weak', text)], now)).toEqual({
        kind: 'INVALID',
        reason: 'This is not a token of this server, which begins with rolegraph_.',
      });
    }
  });

  test('is compared with all entries, also after the one that fits, by a comparison in constant time', () => {
    const many = [...entries, ...Array.from({ length: 100 }, (_, index) => entry(`t${index}`, newToken()))];
    for (const token of [ci, ada, newToken()]) {
      const equal = vi.fn((a: Buffer, b: Buffer) => a.equals(b));
      entryOf(tokenHash(token), many, equal);
      expect(equal.mock.calls.map(([hash]) => hash)).toEqual(many.map(({ hash }) => hash));
    }
  });

  test('is not any random text, nor any that differs from a token', () => {
    const hexDigit = fc.nat({ max: 15 }).map((digit) => digit.toString(16));
    const formed = fc.array(hexDigit, { minLength: 64, maxLength: 64 }).map((digits) => `rolegraph_${digits.join('')}`);
    const changed = fc
      .tuple(fc.constantFrom(ci, ada), fc.nat({ max: ci.length - 1 }), fc.string({ unit: 'binary', maxLength: 2 }))
      .map(([token, at, text]) => token.slice(0, at) + text + token.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), formed, changed), (text) => {
        fc.pre(text !== ci && text !== ada);
        const checked = checkToken(text, entries, now);
        expect(isRejection(checked) && checked.kind).toBe('INVALID');
      }),
    );
  });
});

/** The text of a file with tokens of a right. */
function fileText(tokens: Readonly<Record<string, string>>, right: Right = 'read'): string {
  const list = Object.entries(tokens).map(
    ([name, token]) => `  - { name: ${name}, right: ${right}, sha256: ${tokenHash(token).toString('hex')} }\n`,
  );
  return `tokens:\n${list.join('')}`;
}

async function opened(text: string, anonymous: 'nothing' | 'read' = 'nothing') {
  const file = join(await temporaryFolder(), 'tokens.yaml');
  await writeFile(file, text, { mode: 0o600 });
  const observer = observed();
  const authenticator = await openAuthenticator({ kind: 'tokens', anonymous, file }, observer);
  onTestFinished(() => authenticator?.close());
  return { file, authenticator, ...observer };
}

describe('the authenticator of tokens', () => {
  test('is none without authentication', async () => {
    expect(await openAuthenticator({ kind: 'none' }, observed())).toBeUndefined();
  });

  test('lets a request without a token do what is set', async () => {
    expect((await opened(fileText({}))).authenticator?.withoutToken).toBeUndefined();
    const { authenticator } = await opened(fileText({}), 'read');
    expect(authenticator?.withoutToken).toEqual({ name: null, rights: new Set(['read']), expiresAt: null });
  });

  test('follows its file: tokens that are added, removed, or get another right', async () => {
    const { file, authenticator, problems, reloads } = await opened(fileText({ ci }));
    expect(authenticator?.check(ci)).toMatchObject({ name: 'ci', rights: new Set(['read']) });
    expect(authenticator?.check(ada)).toEqual(unknown);
    await writeFile(file, fileText({ ada, ci }, 'import'));
    await eventually(() => {
      expect(authenticator?.check(ada)).toMatchObject({ name: 'ada' });
    });
    expect(authenticator?.check(ci)).toMatchObject({ rights: new Set(['read', 'import']) });
    await writeFile(file, fileText({ ada }));
    await eventually(() => {
      expect(authenticator?.check(ci)).toEqual(unknown);
    });
    expect(problems).toEqual([]);
    expect(reloads).toEqual([`Read ${file} again: 2 tokens.`, `Read ${file} again: 1 token.`]);
  });

  test('keeps the last valid tokens while the file is broken or gone, and says so', async () => {
    const { file, authenticator, problems } = await opened(fileText({ ci }));
    await writeFile(file, 'tokens: [');
    await eventually(() => {
      expect(problems).toHaveLength(1);
    });
    expect(problems[0]).toMatch(
      /^\S+tokens\.yaml:1: is not valid YAML: [^]*\nWhat was read before stays valid: 1 token\.$/,
    );
    await rm(file);
    await eventually(() => {
      expect(problems).toHaveLength(2);
    });
    expect(problems[1]).toContain('cannot be read (ENOENT)');
    expect(authenticator?.check(ci)).toMatchObject({ name: 'ci' });
  });

  test('needs a valid file at the start, and says what to do', async () => {
    const file = join(await temporaryFolder(), 'tokens.yaml');
    const opening = () => openAuthenticator({ kind: 'tokens', anonymous: 'nothing', file }, observed());
    const missing = await opening().catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(ConfigError);
    expect(missing).toMatchObject({
      problems: [
        `AUTH_TOKENS_FILE: "${file}" cannot be read (ENOENT). Make it with a first token: rolegraph token --name <name> --right admin --file <file>`,
      ],
    });
    await writeFile(file, 'tokens:\n  - name: a\n');
    await expect(opening()).rejects.toMatchObject({
      problems: [
        expect.stringMatching(`^AUTH_TOKENS_FILE: ${file}:2: right is missing; allowed: read`),
        expect.stringMatching(`^AUTH_TOKENS_FILE: ${file}:2: sha256 is missing; allowed: 64`),
      ],
    });
  });
});
