import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { testDocument } from '../support/engines/documented-queries.ts';

/** What a command prints, as the document shows it. */
async function printed(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await cliInProcess(words, { env: { ROLEGRAPH_DATA: '/nonexistent/rolegraph' } });
  if (code !== 0) throw new Error(stderr);
  return `\`\`\`text\n${stdout.trimEnd()}\n\`\`\``;
}

testDocument('docs/analysis.md', {
  'invite security --max 8': () => printed('invite', 'security', '--max', '8'),
});
