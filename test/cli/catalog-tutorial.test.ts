import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const pages = ['catalog.md', 'convert.md'];
const prompt = '$ npx rolegraph ';

/** A fenced block of the page: a file to save, where its first line names one, or commands with their answers. */
interface Block {
  readonly info: string;
  readonly text: string;
  readonly start: number;
}

function blocksOf(markdown: string): readonly Block[] {
  return Array.from(
    markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm),
    ({ 0: whole, 1: info = '', 2: text = '', index }) => ({
      info,
      text,
      start: index + whole.indexOf('\n') + 1,
    }),
  );
}

/** The words of a command, as a shell parts them: in double quotes, spaces do not. */
function wordsOf(command: string): string[] {
  return Array.from(command.matchAll(/"([^"]*)"|(\S+)/g), ([, inQuotes, plain]) => inQuotes ?? plain ?? '');
}

/** A word with the folder before what is a path in it, also after "ours=", or is to become one. */
function inFolder(folder: string, word: string, isOutput: boolean): string {
  if (isOutput) return join(folder, word);
  const path = word.slice(word.indexOf('=') + 1);
  return existsSync(join(folder, path)) ? `${word.slice(0, word.indexOf('=') + 1)}${join(folder, path)}` : word;
}

/** A long answer, cut in its middle. */
function cut(answer: string): string {
  const lines = answer.split('\n');
  return lines.length <= 24 ? answer : [...lines.slice(0, 12), '…', ...lines.slice(-3)].join('\n');
}

test.each(pages)('every command of docs/%s answers what the page says', async (name) => {
  const page = fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
  const folder = await temporaryFolder();
  const env = { ROLEGRAPH_DATA: join(folder, 'data') };
  const markdown = readFileSync(page, 'utf8');
  let updated = markdown;
  for (const { info, text, start } of blocksOf(markdown)) {
    const [language, file] = info.split(' ');
    if (file !== undefined) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    } else if (language === 'console') {
      const answered: string[] = [];
      for (const command of text.split('\n').filter((line) => line.startsWith(prompt))) {
        const words = wordsOf(command.slice(prompt.length)).map((word, index, all) =>
          inFolder(folder, word, all[index - 1] === '--output'),
        );
        const { stdout, stderr } = await cliInProcess(words, { env });
        const shown = [folder, packageFolder()].reduce(
          (all, each) => all.replaceAll(`${each}/`, ''),
          `${stderr}${stdout}`,
        );
        answered.push(`${command}\n${cut(shown.replace(/[ \t]+$/gm, ''))}`);
      }
      // From the beginning: what was written before has moved the rest.
      const moved = updated.length - markdown.length;
      updated = updated.slice(0, start + moved) + answered.join('') + updated.slice(start + moved + text.length);
    }
  }
  if (process.env['UPDATE_DOCS'] === '1') await writeFile(page, updated);
  else expect(updated).toBe(markdown);
});
