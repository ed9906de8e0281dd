import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { packageFolder } from '../../src/config/package-folder.ts';
import { pictureFormats } from '../../src/exchange/pictures/picture-formats.ts';
import { pictureKinds } from '../../src/exchange/pictures/picture-kinds.ts';
import type { PictureParameter } from '../../src/exchange/pictures/picture-parameter.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { shippedCatalog } from '../support/catalogs/shipped-catalog.ts';

const path = join(packageFolder(), 'docs/pictures.md');

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}

function parameterTable(parameters: readonly PictureParameter[]): string {
  return table(
    ['Parameter', 'What it decides', 'Takes', 'Without it'],
    parameters.map(({ name, description, takes, byDefault }) => [
      `\`${name}\``,
      description,
      takes,
      byDefault ?? '**must be given**',
    ]),
  );
}

const ofFormats = pictureFormats.flatMap(({ parameters }) => parameters);

/** What the document says of the code, by the name of its place. */
const parts: Readonly<Record<string, string>> = {
  formats: table(
    ['Address ends with', 'Format', 'Good for', 'Parameters'],
    pictureFormats.map(({ ending, name, use, parameters }) => [
      `\`.${ending}\``,
      name,
      use,
      parameters.map((each) => `\`${each.name}\``).join(', '),
    ]),
  ),
  'parameters of formats': parameterTable(
    ofFormats.filter(({ name }, index) => ofFormats.findIndex((other) => other.name === name) === index),
  ),
  ...Object.fromEntries(
    pictureKinds.map(({ name, question, parameters }) => [name, `${question}\n\n${parameterTable(parameters)}`]),
  ),
  terminal: `\`\`\`text\n${await heatmapText()}\`\`\`\n`,
};

async function heatmapText(): Promise<string> {
  const graph = CatalogGraph.of(graphOfCatalog(await shippedCatalog()).structure);
  const heatmap = pictureKinds.find(({ name }) => name === 'heatmap');
  const picture = heatmap && runToCompletion(heatmap.picture(graph, new Map()));
  return picture?.text?.(100) ?? '';
}

test.each(Object.entries(parts))('docs/pictures.md says what the code does: %s', async (name, part) => {
  const document = readFileSync(path, 'utf8');
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- end of ${name} -->\n`];
  expect(document).toContain(begin);
  const expected = `${document.slice(0, document.indexOf(begin))}${begin}\n${part}\n${document.slice(document.indexOf(end))}`;
  const formatted = await format(expected, { parser: 'markdown', printWidth: 130 });
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, formatted);
  expect(readFileSync(path, 'utf8')).toBe(formatted);
});

test('every picture in docs/images is shown, and every picture that is shown is there', () => {
  const pages = ['README.md', 'docs/pictures.md', 'docs/analysis.md', 'docs/overlap.md', 'docs/explorer.md'];
  const shown = pages.flatMap((name) =>
    [
      ...readFileSync(join(packageFolder(), name), 'utf8').matchAll(/\((?:docs\/)?images\/([\w/-]+\.(?:svg|png))\)/g),
    ].map(([, file = '']) => file),
  );
  const files = readdirSync(join(packageFolder(), 'docs/images'), { recursive: true, encoding: 'utf8' });
  // Diagrams are text in the pages, and pictures only at /docs; test/e2e/diagrams.test.ts has these.
  const pictures = files.filter((file) => file.includes('.') && !file.startsWith('diagrams'));
  expect([...new Set(shown)].toSorted()).toEqual(pictures.toSorted());
});
