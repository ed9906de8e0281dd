import { existsSync, readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';
import { yamlOfCatalogPage } from '../support/catalogs/documented-catalogs.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const markdown = readFileSync(join(packageFolder(), 'docs/faq.md'), 'utf8');

/** The commands that stand on lines of their own, in the order in which a reader meets them. */
const commands = Array.from(markdown.matchAll(/^ {4}npx rolegraph (.+)$/gm), ([, command = '']) => command);

/** A word with the folder before what is a path in it, also after "ours=" and for a file that is yet to be written. */
function inFolder(folder: string, word: string): string {
  const start = word.indexOf('=') + 1;
  const path = join(folder, word.slice(start));
  return existsSync(path) || /\.(?:json|yaml)$/.test(word) ? `${word.slice(0, start)}${path}` : word;
}

test('every command of docs/faq.md works, one after the other', async () => {
  const folder = await temporaryFolder();
  // As the page says: a copy of the catalog that ships, in which something was corrected.
  await cp(join(packageFolder(), 'seed'), join(folder, 'ours'), { recursive: true });
  const topics = readFileSync(join(folder, 'ours/topics.yaml'), 'utf8');
  await writeFile(join(folder, 'ours/topics.yaml'), topics.replace('name: Backup', 'name: Backups'));
  await writeFile(join(folder, 'our-backups.yaml'), yamlOfCatalogPage('# our-backups.yaml'));
  await writeFile(join(folder, 'our-raci.csv'), 'Activity,DBA,Head of IT\nRestore backups,R,A\nTest backups,A/R,I\n');
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    const words = Array.from(command.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, plain]) => quoted ?? plain ?? '');
    const { code, stderr } = await cliInProcess(
      words.map((word) => inFolder(folder, word)),
      { env: { ROLEGRAPH_DATA: join(folder, 'data') } },
    );
    expect({ command, code, stderr }).toMatchObject({ code: 0 });
  }
});

test('docs/faq.md tells the numbers of the catalog that ships', async () => {
  const { stdout } = await cliInProcess(['invite', 'security'], { env: { ROLEGRAPH_DATA: '/nonexistent/data' } });
  const [, others = ''] = /([\d,]+) other plans are as good/.exec(stdout) ?? [];
  expect(markdown).toContain(`for Security, there are ${others} more with six roles`);
  const { stdout: report } = await cliInProcess(['validate', 'shipped', '--report', '--json']);
  expect(JSON.parse(report)).toMatchObject({ report: { responsibilities: { total: 252, ofOneRole: 79 } } });
});
