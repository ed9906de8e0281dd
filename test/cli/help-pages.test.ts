import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { commandPages, failurePages } from '../../src/cli/help-pages.ts';
import { programOf } from '../../src/cli/program.ts';
import { problemOfLink } from '../support/document-links.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';

const commands = programOf(
  { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough(), env: {} },
  () => undefined,
).commands.map((command) => command.name());

test.each(commands.filter((name) => name !== 'help'))('the help of %s ends with the page about it', async (name) => {
  const { stdout } = await cliInProcess(['help', name]);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    `More: ${commandPages.get(name) ?? 'a page in src/cli/help-pages.ts'}`,
  );
});

test('the pages that the command line names are in the documentation', async () => {
  const { stdout } = await cliInProcess(['help']);
  const named = Array.from(stdout.matchAll(/docs\/[\w-]+\.md/g), ([page]) => page);
  expect(named).toContain('docs/glossary.md');
  const pages = [...commandPages.values(), ...Object.values(failurePages), ...named];
  expect(pages.flatMap((page) => problemOfLink('README.md', page) ?? [])).toEqual([]);
});

test('what is refused leads to a page that explains it', async () => {
  const errors = await Promise.all([
    cliInProcess(['validate', '/nonexistent']).then(({ stdout }) => stdout),
    cliInProcess(['import', '/nonexistent']).then(({ stderr }) => stderr),
    cliInProcess(['serve'], { env: { PORT: 'x' } }).then(({ stderr }) => stderr),
    cliInProcess(['role', 'SRE'], { env: { ROLEGRAPH_SHIPPED: 'never', ROLEGRAPH_DATA: '/nonexistent/data' } }).then(
      ({ stderr }) => stderr,
    ),
  ]);
  expect(errors.map((text) => text.trimEnd().split('\n').at(-1))).toEqual([
    `See ${failurePages.catalog}.`,
    `See ${failurePages.catalog}.`,
    `See ${failurePages.settings}.`,
    `See ${failurePages.store}.`,
  ]);
});
