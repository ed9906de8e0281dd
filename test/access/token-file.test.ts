import { describe, expect, test } from 'vitest';
import { newToken, tokenHash } from '../../src/access/tokens/new-token.ts';
import { parseTokens, tokenFile } from '../../src/access/tokens/token-file.ts';

const one = 'a'.repeat(64);
const two = 'b'.repeat(64);

/** The messages about a file that is refused. */
function problemsIn(text: string): readonly string[] {
  try {
    parseTokens(text, 't.yaml');
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [String(error)];
  }
  return [];
}

describe('a file of tokens', () => {
  test('holds names, rights and hashes, and days from midnight UTC', () => {
    const text = `
tokens:
  - name: ci # deploys
    right: import
    sha256: ${one}
    created: 2026-12-01
    expires: 2027-06-01
  - { name: ada@example.org, right: read, sha256: ${two.toUpperCase()}, expires: "2027-06-01T12:00:00+02:00" }
`;
    expect(parseTokens(text, 't.yaml')).toEqual([
      {
        name: 'ci',
        right: 'import',
        hash: Buffer.from(one, 'hex'),
        created: '2026-12-01',
        expires: new Date('2027-06-01T00:00:00Z'),
      },
      {
        name: 'ada@example.org',
        right: 'read',
        hash: Buffer.from(two, 'hex'),
        created: undefined,
        expires: new Date('2027-06-01T10:00:00Z'),
      },
    ]);
  });

  test('may be JSON, and may have no token', () => {
    expect(parseTokens(`{"tokens": [{"name": "a", "right": "admin", "sha256": "${one}"}]}`, 't.yaml')).toHaveLength(1);
    expect(parseTokens('tokens: []', 't.yaml')).toEqual([]);
    expect(parseTokens('tokens:\n', 't.yaml')).toEqual([]);
  });

  test('is refused with the line, the value and what is allowed', () => {
    const text = `tokens:
  - name: -ci
    right: write
    sha256: ${one}
  - name: 2027
    right: read
    sha256: abc
    expires: 2027-02-30
  - name: b
    right: read
    sha256: ${two}
    expire: 2027-01-01
  - right: read
    sha256: ${two}
    created: []
`;
    expect(problemsIn(text)).toEqual([
      't.yaml:2: name is "-ci"; allowed: letters, digits and ._@- (at most 64 characters, the first a letter or a digit).',
      't.yaml:3: right is "write"; allowed: read, import, admin.',
      expect.stringMatching('^t.yaml:5: name is "2027"; allowed: letters'),
      expect.stringMatching('^t.yaml:7: sha256 is something else \\(not shown\\); allowed: 64 hexadecimal digits'),
      expect.stringMatching('^t.yaml:8: expires is "2027-02-30"; allowed: a day, e.g. 2027-06-01'),
      't.yaml:12: "expire" is unknown; allowed: name, right, sha256, created, expires.',
      expect.stringMatching('^t.yaml:13: name is missing; allowed: letters'),
      expect.stringMatching('^t.yaml:15: created is no text; allowed: a day'),
    ]);
  });

  test.each(['', '# nothing', '[]', 'tokens', 'tokens: 1', 'tokens: [1]', 'token: []'])(
    'is refused as a whole if it is something else: %j',
    (text) => {
      expect(problemsIn(text)[0]).toMatch(
        /^t\.yaml:1: (The file has to hold a list "tokens" of entries|"token" is unknown)/,
      );
    },
  );

  test('is refused if it is no YAML, and its lines are not repeated', () => {
    const problems = problemsIn(`tokens:\n  - name: "a\n    sha256: ${one}\n`);
    expect(problems[0]).toMatch(/^t\.yaml:\d+: is not valid YAML: /);
    expect(problems.join()).not.toContain(one);
  });

  test('is refused if it has aliases that lead nowhere', () => {
    expect(problemsIn('tokens: *all')).toEqual([expect.stringContaining('aliases')]);
  });

  test('is refused if a name or a hash is there twice, because one could be taken for the other', () => {
    const entry = (name: string, hash: string) => `  - name: ${name}\n    right: read\n    sha256: ${hash}\n`;
    expect(problemsIn(`tokens:\n${entry('ci', one)}${entry('CI', two)}${entry('b', one.toUpperCase())}`)).toEqual([
      't.yaml:5: The name "CI" is also in line 2. Each token needs its own.',
      't.yaml:10: The sha256 of "b" is also in line 4. Each token needs its own.',
    ]);
  });

  test('never repeats a token that somebody wrote into it', () => {
    const token = newToken();
    for (const key of ['name', 'right', 'sha256', 'created']) {
      const fields = { name: 'a', right: 'read', sha256: one, [key]: token };
      const problems = problemsIn(JSON.stringify({ tokens: [fields] }));
      expect(problems).toEqual([expect.stringContaining(`${key} is a token itself (not shown), which must not be`)]);
      expect(problems.join()).not.toContain(token);
    }
  });

  test('is warned about if others can write or read it', () => {
    const warning = (mode: number) => tokenFile.warning?.(mode, 't.yaml');
    expect([0o600, 0o400, 0o440, 0o640].map(warning)).toEqual(Array(4).fill(undefined));
    expect(warning(0o644)).toBe(
      '"t.yaml" has mode 0644: every user of this machine can read it. Set it to 600 (chmod 600).',
    );
    expect(warning(0o660)).toContain('other users of this machine can add tokens');
  });
});

test('tokens are new ones each time, with a prefix that secret scanners find', () => {
  const tokens = Array.from({ length: 100 }, newToken);
  expect(new Set(tokens).size).toBe(100);
  for (const token of tokens) expect(token).toMatch(/^rolegraph_[0-9a-f]{64}$/);
});

test('the hash of a token is its SHA-256, which other tools compute, too', () => {
  // printf rolegraph_000… | sha256sum
  expect(tokenHash(`rolegraph_${'0'.repeat(64)}`).toString('hex')).toBe(
    '9577d356e2f1df9161e99e86179225d95c38d95eb992ec3b0440ea720b4b923e',
  );
});
