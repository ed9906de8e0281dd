import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';
import type { FileFormat } from '../../src/exchange/file-format.ts';
import { fileFormats } from '../../src/exchange/file-formats.ts';
import { views } from '../../src/graph/selection/views.ts';

const path = join(packageFolder(), 'docs/visualization.md');

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function parametersOf({ parameters }: FileFormat): string {
  return Object.entries(parameters)
    .map(([name, values]) => `\`${name}\`: ${values.map((value) => `\`${String(value)}\``).join(', ')}`)
    .join('; ');
}

function mostOf({ most }: FileFormat): string {
  return (['nodes', 'edges'] as const)
    .flatMap((things) => (most?.[things] === undefined ? [] : `${most[things].toLocaleString('en-US')} ${things}`))
    .join(', ');
}

const tables = {
  formats: table(
    ['Address ends with', 'Format', 'Read by', 'Parameters', 'At most'],
    fileFormats.map((each) => [`\`${each.ending}\``, each.name, each.readers, parametersOf(each), mostOf(each)]),
  ),
  views: table(
    ['View', 'What it has', 'What it is good for'],
    views.map(({ name, title, use }) => [`\`${name}\``, title, use]),
  ),
};

test.each(Object.entries(tables))('docs/visualization.md lists all %s', async (name, rows) => {
  const document = readFileSync(path, 'utf8');
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->\n`];
  const expected = `${document.slice(0, document.indexOf(begin))}${begin}\n${rows}\n${document.slice(document.indexOf(end))}`;
  const formatted = await format(expected, { parser: 'markdown', printWidth: 130 });
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, formatted);
  expect(readFileSync(path, 'utf8')).toBe(formatted);
});
