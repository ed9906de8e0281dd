import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Opens an authenticator in a process of its own, and prints whether jose was loaded. */
function program(settings: object): string {
  const module = new URL('../../src/access/open-authenticator.ts', import.meta.url).href;
  return `
    import { registerHooks } from 'node:module';
    let isLoaded = false;
    registerHooks({
      resolve(specifier, context, next) {
        isLoaded ||= specifier === 'jose';
        return next(specifier, context);
      },
    });
    const { openAuthenticator } = await import(${JSON.stringify(module)});
    const ignore = () => undefined;
    const opened = await openAuthenticator(${JSON.stringify(settings)}, { onProblem: ignore, onReloaded: ignore }).catch(ignore);
    opened?.close();
    process.stdout.write(String(isLoaded));
  `;
}

test('jose is loaded only for JSON Web Tokens', async () => {
  const file = join(await temporaryFolder(), 'tokens.yaml');
  await writeFile(file, 'tokens: []');
  const isLoaded = async (settings: object) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '--eval',
      program(settings),
    ]);
    return stdout;
  };
  expect(await isLoaded({ kind: 'none' })).toBe('false');
  expect(await isLoaded({ kind: 'tokens', anonymous: 'nothing', file })).toBe('false');
  expect(await isLoaded({ kind: 'jwt', jwks: { file: 'none' }, algorithms: [] })).toBe('true');
});
