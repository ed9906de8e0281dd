import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { signatureAlgorithms } from '../../src/config/auth-settings.ts';
import { ConfigError, readConfig } from '../../src/config/config.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

type Environment = Record<string, string>;

function problemsOf(env: Environment): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const jwt: Environment = {
  AUTH: 'jwt',
  AUTH_JWT_ISSUER: 'https://login.example.org/realms/staff',
  AUTH_JWT_AUDIENCE: 'rolegraph',
  AUTH_JWKS: 'https://login.example.org/certs',
};
const jwtDefaults = {
  kind: 'jwt',
  anonymous: 'nothing',
  issuer: 'https://login.example.org/realms/staff',
  audience: 'rolegraph',
  jwks: { url: 'https://login.example.org/certs' },
  algorithms: signatureAlgorithms,
  leewaySeconds: 30,
  rightsClaim: 'scope',
  nameClaim: 'sub',
};

describe('settings of authentication', () => {
  test.each<[Environment]>([[{}], [{ AUTH: 'none' }], [{ AUTH: ' ', AUTH_TOKENS_FILE: '' }]])(
    'are none by default: %j',
    (env) => {
      expect(readConfig(env).auth).toEqual({ kind: 'none' });
    },
  );

  test.each<[Environment, object]>([
    [{ AUTH_TOKENS_FILE: 'tokens.yaml' }, { anonymous: 'nothing', file: resolve('tokens.yaml') }],
    [
      { AUTH_TOKENS_FILE: ' /run/tokens ', AUTH_ANONYMOUS: 'read' },
      { anonymous: 'read', file: '/run/tokens' },
    ],
  ])('reads those of tokens from %j', (env, expected) => {
    expect(readConfig({ AUTH: 'tokens', ...env }).auth).toEqual({ kind: 'tokens', ...expected });
  });

  test.each<[Environment, object]>([
    [{}, {}],
    [{ AUTH_ANONYMOUS: 'read' }, { anonymous: 'read' }],
    [{ AUTH_JWKS: 'keys.json' }, { jwks: { file: resolve('keys.json') } }],
    [{ AUTH_JWKS: 'C:\\keys.json' }, { jwks: { file: resolve('C:\\keys.json') } }],
    ...['http://localhost:8080/certs', 'http://127.0.0.2/certs', 'http://[::1]:8080/certs'].map(
      (url): [Environment, object] => [{ AUTH_JWKS: url }, { jwks: { url } }],
    ),
    [{ AUTH_JWT_ALGORITHMS: 'ES256, EdDSA,' }, { algorithms: ['ES256', 'EdDSA'] }],
    [{ AUTH_JWT_LEEWAY_SECONDS: '0' }, { leewaySeconds: 0 }],
    [{ AUTH_JWT_LEEWAY_SECONDS: '300' }, { leewaySeconds: 300 }],
    [{ AUTH_JWT_RIGHTS_CLAIM: 'realm_access.roles' }, { rightsClaim: 'realm_access.roles' }],
    [{ AUTH_JWT_NAME_CLAIM: 'preferred_username' }, { nameClaim: 'preferred_username' }],
  ])('reads those of JSON Web Tokens with %j', (env, expected) => {
    expect(readConfig({ ...jwt, ...env }).auth).toEqual({ ...jwtDefaults, ...expected });
  });

  test.each<[Environment, string]>([
    [{ AUTH: 'token' }, 'AUTH is "token"; allowed: none, tokens or jwt'],
    [{ AUTH: 'NONE' }, 'AUTH is "NONE"; allowed: none, tokens or jwt'],
    [
      { AUTH: 'tokens', AUTH_TOKENS_FILE: 'a', AUTH_ANONYMOUS: 'all' },
      'AUTH_ANONYMOUS is "all"; allowed: nothing or read',
    ],
    [{ AUTH: 'tokens', AUTH_TOKENS_FILE: 'a\0b' }, 'AUTH_TOKENS_FILE is "a\\u0000b"; allowed: the path of a file'],
    ...[
      'http://login.example.org/certs',
      'http://128.0.0.1/',
      'http://localhost.example.org/',
      'file:///keys',
      'ftp://a/b',
    ].map((given): [Environment, string] => [
      { ...jwt, AUTH_JWKS: given },
      `AUTH_JWKS is "${given}"; allowed: an https URL`,
    ]),
    ...['none', 'HS256', 'RS256,HS256', 'rs256', ','].map((given): [Environment, string] => [
      { ...jwt, AUTH_JWT_ALGORITHMS: given },
      `AUTH_JWT_ALGORITHMS is "${given}"; allowed: one or more of RS256, `,
    ]),
    ...['-1', '301', '1.5'].map((given): [Environment, string] => [
      { ...jwt, AUTH_JWT_LEEWAY_SECONDS: given },
      `AUTH_JWT_LEEWAY_SECONDS is "${given}"; allowed: a whole number from 0 to 300`,
    ]),
    [{ ...jwt, AUTH_JWT_RIGHTS_CLAIM: 'a..b' }, 'AUTH_JWT_RIGHTS_CLAIM is "a..b"; allowed: the name of a claim'],
    [{ ...jwt, AUTH_JWT_NAME_CLAIM: '.' }, 'AUTH_JWT_NAME_CLAIM is "."; allowed: the name of a claim'],
  ])('are refused in %j', (env, problem) => {
    expect(problemsOf(env)).toEqual([expect.stringContaining(problem)]);
  });

  test('are refused without those that have no default', () => {
    expect(problemsOf({ AUTH: 'tokens' })).toEqual([
      expect.stringMatching(/^AUTH is tokens and AUTH_TOKENS_FILE is not/),
    ]);
    expect(problemsOf({ AUTH: 'jwt' })).toEqual(
      ['AUTH_JWT_ISSUER', 'AUTH_JWT_AUDIENCE', 'AUTH_JWKS'].map((name): unknown =>
        expect.stringMatching(`^AUTH is jwt and ${name} is not set: give`),
      ),
    );
  });

  test('are refused if they belong to another kind, because the server would be open to everybody', () => {
    expect(problemsOf({ AUTH_TOKENS_FILE: 'tokens.yaml', AUTH_ANONYMOUS: 'read' })).toEqual([
      'AUTH_TOKENS_FILE is set and has no effect with AUTH=none: set AUTH=tokens, or leave AUTH_TOKENS_FILE out',
      'AUTH_ANONYMOUS is set and has no effect with AUTH=none: set AUTH=tokens or AUTH=jwt, or leave AUTH_ANONYMOUS out',
    ]);
    expect(problemsOf({ ...jwt, AUTH: 'tokens', AUTH_TOKENS_FILE: 'a' })).toHaveLength(3);
    expect(problemsOf({ ...jwt, AUTH_TOKENS_FILE: 'a' })).toEqual([
      expect.stringMatching('^AUTH_TOKENS_FILE .* AUTH=jwt'),
    ]);
  });

  test('show no password of an address', () => {
    for (const given of ['https://ada:secret@example.org/certs', 'http://secret@localhost', 'https:secret@@']) {
      const [problem, ...others] = problemsOf({ ...jwt, AUTH_JWKS: given });
      expect(others).toEqual([]);
      expect(problem).toMatch(/^AUTH_JWKS \(not shown/);
      expect(problem).not.toContain('secret');
    }
  });
});

describe('settings of writing and listening', () => {
  const secret = '0123456789abcdef01234567';
  const url = 'https://hooks.example.org/rolegraph?key=s3cret';

  test.each<[Environment, object]>([
    [{ AUDIT_LOG: 'stdout' }, { auditLog: undefined }],
    [{ AUDIT_LOG: 'audit.jsonl' }, { auditLog: resolve('audit.jsonl') }],
    [{ AUDIT_LOG: './stdout' }, { auditLog: resolve('stdout') }],
    [{ ROLEGRAPH_MAX_LISTENERS: '100000' }, { mostListeners: 100_000 }],
    [{ ROLEGRAPH_MAX_IMPORT_MB: '1' }, { importBytes: 1_048_576 }],
    [{ WEBHOOK_URL: url, WEBHOOK_SECRET: secret }, { webhook: { url, secret } }],
    [
      { WEBHOOK_URL: 'http://receiver:8080', WEBHOOK_SECRET: ` ${secret}` },
      { webhook: { url: 'http://receiver:8080/', secret: ` ${secret}` } },
    ],
  ])('are read from %j', (env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  test('read the secret of a webhook from a file', async () => {
    const file = join(await temporaryFolder(), 'secret');
    writeFileSync(file, `${secret}\n`);
    expect(readConfig({ WEBHOOK_URL: url, WEBHOOK_SECRET_FILE: file }).webhook).toEqual({ url, secret });
  });

  test.each<[Environment, string]>([
    [{ AUDIT_LOG: 'a\0b' }, 'AUDIT_LOG is "a\\u0000b"; allowed: stdout or the path of a file'],
    [{ ROLEGRAPH_MAX_LISTENERS: '0' }, 'from 1 to 100000'],
    [{ ROLEGRAPH_MAX_IMPORT_MB: '257' }, 'from 1 to 256'],
    [{ WEBHOOK_URL: url }, 'WEBHOOK_URL is set and neither WEBHOOK_SECRET nor WEBHOOK_SECRET_FILE is'],
    [{ WEBHOOK_SECRET: secret }, 'WEBHOOK_SECRET is set and has no effect without WEBHOOK_URL'],
    [{ WEBHOOK_URL: url, WEBHOOK_SECRET: 's3cret' }, 'WEBHOOK_SECRET (not shown) has 6 bytes; allowed: at least 24'],
    [{ WEBHOOK_URL: url, WEBHOOK_SECRET_FILE: '/nowhere' }, 'WEBHOOK_SECRET_FILE is "/nowhere", which cannot be read'],
    [{ WEBHOOK_URL: url, WEBHOOK_SECRET: secret, WEBHOOK_SECRET_FILE: '/nowhere' }, 'WEBHOOK_SECRET, too: set one'],
    ...['hooks.example.org/s3cret', 'https://ada:s3cret@example.org', 'file:///s3cret'].map(
      (given): [Environment, string] => [
        { WEBHOOK_URL: given, WEBHOOK_SECRET: secret },
        'WEBHOOK_URL (not shown: it may hold a secret) cannot be used; allowed: an http or https URL',
      ],
    ),
  ])('are refused in %j, and no secret is shown', (env, problem) => {
    const problems = problemsOf(env);
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(problems[0]).not.toMatch(/s3cret|0123456789/);
  });
});
