import { join } from 'node:path';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { exampleFile, serviceOperations } from '../support/catalogs/example-catalog.ts';
import { testDocument } from '../support/engines/documented-queries.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What a command prints, as the document shows it. */
async function printed(words: readonly string[], data = '/nonexistent/rolegraph'): Promise<string> {
  const { code, stdout, stderr } = await cliInProcess(words, { env: { ROLEGRAPH_DATA: data } });
  if (code !== 0) throw new Error(stderr);
  return `\`\`\`text\n${stdout.trimEnd()}\n\`\`\``;
}

/** The same after an import of the example of service operations. */
async function printedOfExample(...words: readonly string[]): Promise<string> {
  const data = join(await temporaryFolder(), 'data');
  await printed(['import', exampleFile(serviceOperations)], data);
  return printed(words, data);
}

testDocument('docs/analysis.md', {
  'invite security --max 8': () => printed(['invite', 'security', '--max', '8']),
  'raci security': () => printedOfExample('raci', 'security'),
  'raci restore backups': () => printedOfExample('raci', '--about', 'restore backups'),
});
