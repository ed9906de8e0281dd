import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageFolder } from '../../src/config/package-folder.ts';
import { handbook, sequenceNow, startImporting } from '../server/imports/importing-server.ts';
import { engines } from '../support/engines/engines.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { mainFile } from '../support/processes/cli-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const token = { ROLEGRAPH_TOKEN: 'importer-token' };

async function importTo(url: string, version: number, words: readonly string[] = []) {
  const file = join(await temporaryFolder(), 'catalog.json');
  await writeFile(file, JSON.stringify(handbook(version)));
  return cliInProcess(['import', file, '--to', url, ...words], { env: token });
}

describe.each(engines)('rolegraph import --to a server in $name', (engine) => {
  test('shows what the catalog changes, imports it, and says its sequence', async () => {
    const server = await startImporting({ engine });
    const { code, stdout, stderr } = await importTo(server.url, 2);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      '~ version: "1" → "2"\n' +
        'Imported The catalog of a handbook 2: 3 roles, 4 appearances. ' +
        `It is sequence 2 at ${server.url}. It replaces sequence 1.\n`,
    );
    expect(await sequenceNow(server)).toBe(2);
    expect(server.audit.at(-1)).toMatchObject({ caller: 'importer', sequenceBefore: 1, sequenceAfter: 2 });
    expect((await importTo(server.url, 2)).stdout).toContain('Nothing to change');
    expect(await sequenceNow(server)).toBe(2);
  });

  test('a dry run shows what would change, and changes nothing', async () => {
    const server = await startImporting({ engine });
    const { code, stdout } = await importTo(server.url, 2, ['--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toBe('~ version: "1" → "2"\nNothing was written: this was a dry run.\n');
    expect(await sequenceNow(server)).toBe(1);
  });

  test('an import that was to replace another sequence says who was faster, and changes nothing', async () => {
    const server = await startImporting({ engine });
    const { code, stdout, stderr } = await importTo(server.url, 2, ['--if-sequence', '7']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    for (const text of ['sequence 7', 'sequence 1 now, imported by "somebody" at ', '--dry-run', '--if-sequence 1'])
      expect(stderr).toContain(text);
    expect(await sequenceNow(server)).toBe(1);
    expect((await importTo(server.url, 2, ['--if-sequence', '1'])).code).toBe(0);
  });
});

const step = z.object({ run: z.string().optional(), env: z.record(z.string(), z.string()).optional() });
const workflow = z.object({
  on: z.object({ pull_request: z.unknown(), push: z.object({ branches: z.tuple([z.literal('main')]) }) }),
  permissions: z.object({ contents: z.literal('read') }),
  defaults: z.object({ run: z.object({ shell: z.literal('bash') }) }),
  jobs: z.object({ check: z.object({ steps: z.array(step) }), import: z.object({ steps: z.array(step) }) }),
});

/** Runs the steps of a job that call rolegraph, as GitHub does: each as a script of bash that ends at the first failure. */
async function runJob(job: 'check' | 'import', folder: string, server: string) {
  const file = join(packageFolder(), 'examples', 'github-actions', 'import-catalog.yml');
  const { jobs } = workflow.parse(parse(await readFile(file, 'utf8')));
  const values: Readonly<Record<string, string>> = {
    '${{ vars.ROLEGRAPH_SERVER }}': server,
    '${{ secrets.ROLEGRAPH_TOKEN }}': token.ROLEGRAPH_TOKEN,
  };
  // The command that "npm install" would have put there.
  const command = join(folder, 'bin', 'rolegraph');
  await mkdir(dirname(command), { recursive: true });
  await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${mainFile}" "$@"\n`);
  await chmod(command, 0o755);
  const summary = join(folder, 'summary.md');
  await writeFile(summary, '');
  const outcomes: { readonly code: number | null; readonly stderr: string }[] = [];
  for (const { run, env = {} } of jobs[job].steps) {
    if (run?.includes('rolegraph ') !== true) continue;
    const given = Object.entries(env).map(([name, value]) => [name, values[value] ?? ''] as const);
    const script = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: folder,
      env: {
        PATH: `${dirname(command)}${delimiter}${process.env['PATH'] ?? ''}`,
        GITHUB_STEP_SUMMARY: summary,
        ...Object.fromEntries<string>(given),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const [stderr] = await Promise.all([text(script.stderr), once(script, 'close')]);
    const code = script.exitCode;
    outcomes.push({ code, stderr });
    if (code !== 0) break;
  }
  return { outcomes, summary: await readFile(summary, 'utf8') };
}

describe('the example for GitHub Actions', () => {
  const holding = async (catalog: unknown) => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'catalog'));
    await writeFile(join(folder, 'catalog', 'catalog.yaml'), JSON.stringify(catalog));
    return folder;
  };
  const done = { code: 0, stderr: '' };

  test('a pull request shows what would change, and the push imports it', async () => {
    const server = await startImporting();
    const folder = await holding(handbook(2));
    const checked = await runJob('check', folder, server.url);
    expect(checked.outcomes).toEqual([done, done]);
    expect(checked.summary).toBe('```text\n~ version: "1" → "2"\nNothing was written: this was a dry run.\n```\n');
    expect(await sequenceNow(server)).toBe(1);
    const imported = await runJob('import', folder, server.url);
    expect(imported.outcomes).toEqual([done]);
    expect(imported.summary).toContain('Imported The catalog of a handbook 2');
    expect(await sequenceNow(server)).toBe(2);
  });

  test('a catalog with errors fails the pull request before anything is sent', async () => {
    const server = await startImporting();
    const { outcomes } = await runJob('check', await holding({ ...handbook(2), roles: [{ slug: 'x' }] }), server.url);
    expect(outcomes.map(({ code }) => code)).toEqual([1]);
    expect(server.audit).toEqual([]);
  });
});
