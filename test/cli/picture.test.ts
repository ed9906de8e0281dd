import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pictureFormats } from '../../src/exchange/pictures/picture-formats.ts';
import { pictureKinds } from '../../src/exchange/pictures/picture-kinds.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Asks the catalog that ships. */
async function rolegraph(words: readonly string[], isTTY = false) {
  return cliInProcess(words, { env: { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') }, isTTY });
}

/** The smallest picture of a role. */
const ofDevops = ['picture', 'neighbourhood', '--of', 'DevOps Engineer', '--max-nodes', '3', '--width', '900'];

test('picture has an option for each parameter of each kind, and names all kinds', async () => {
  const { stdout } = await rolegraph(['help', 'picture']);
  for (const { name } of pictureKinds) expect(stdout).toContain(name);
  const names = [...pictureKinds, ...pictureFormats].flatMap(({ parameters }) => parameters.map(({ name }) => name));
  const options = [...stdout.matchAll(/^ +--([\w-]+) <\w+>/gm)].flatMap(([, name]) =>
    name === 'format' ? [] : [name],
  );
  expect(options.toSorted()).toEqual(
    [...new Set(names)].map((name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)).toSorted(),
  );
});

test.each(pictureKinds.filter(({ parameters }) => parameters.every(({ byDefault }) => byDefault !== null)))(
  'picture $name writes an SVG to standard output',
  async ({ name }) => {
    const { code, stdout, stderr } = await rolegraph(['picture', name]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^<svg [^]*<\/svg>\n$/);
    expect(stdout).toContain(`/picture/${name}.svg<`);
  },
);

test('picture writes a file in the format that its name ends with', async () => {
  const folder = await temporaryFolder();
  const beginnings = { svg: '<svg ', png: '\x89PNG', csv: 'From,', html: '<!doctype html>' };
  for (const [ending, beginning] of Object.entries(beginnings)) {
    const file = join(folder, `devops.${ending.toUpperCase()}`);
    const words = [...ofDevops.slice(0, ending === 'svg' || ending === 'png' ? undefined : -2), '--output', file];
    const { code, stdout, stderr } = await rolegraph(words);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: `Wrote the picture to ${file}.\n` });
    const written = (await readFile(file)).toString('latin1');
    expect(ending === 'csv' ? written.split('\r\n').length > 1 : written.startsWith(beginning), ending).toBe(true);
  }
});

test('picture draws the same as the address that its foot names', async () => {
  const { stdout } = await rolegraph(ofDevops);
  expect(stdout).toContain('/picture/neighbourhood.svg?of=role:devops-engineer&amp;maxNodes=3&amp;width=900');
});

test('picture completes the beginnings of names', async () => {
  const { code, stderr } = await rolegraph([
    'picture',
    'board',
    '--of',
    'perf',
    '--of',
    'security,msp',
    '--format',
    'csv',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'perf: completed to Performance Efficiency\n' });
});

describe('on a terminal', () => {
  test.each(['heatmap', 'upset'])('picture %s is drawn in characters', async (name) => {
    const { code, stdout, stderr } = await rolegraph(['picture', name], true);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Security');
    expect(stdout).not.toContain('<svg');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('other pictures are refused, and --format prints any', async () => {
    const { code, stdout, stderr } = await rolegraph(['picture', 'board'], true);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(
      'A terminal can show only upset and heatmap. Give --output board.svg, or another file that ends with .svg, .png, .csv, .html or .json.',
    );
    expect((await rolegraph(['picture', 'board', '--format', 'svg'], true)).stdout).toMatch(/^<svg /);
  });
});

test.each([
  [['bord'], 'There is no picture "bord" (did you mean "board"?). Available: board, '],
  [['board', '--format', 'gif'], 'There is no format "gif" of pictures. Available: svg, png, csv, html and json.'],
  [
    ['board', '--output', 'board.txt'],
    'board.txt does not end with .svg, .png, .csv, .html or .json. Give --format, or another name.',
  ],
  [['board', '--width', '10'], '--width is 10; it must be between 320 and 4,000.'],
  [['board', '--width', '400', '--width', '500'], '--width is given 2 times; give it once.'],
  [['board', '--scale', '2'], 'board.svg has no parameter scale. Available: of, --in-all, '],
  [['board', '--of', 'Secrity'], '"Secrity" is not a pillar or organization type. Did you mean Security?'],
  [['neighbourhood'], '--of is missing; give the id, title or name of a role, '],
  [['neighbourhood', '--of', 'SRE', '--max-nodes', '1000'], '--max-nodes is 1000; it must be between 1 and 150.'],
  [
    ['board', '--format', 'png', '--width', '4000', '--scale', '4'],
    'which is more than the 25,000,000 that a PNG can have in all.',
  ],
])('picture refuses %j: %s', async (words, message) => {
  const { code, stdout, stderr } = await rolegraph(['picture', ...words]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
});

test('picture says that a file cannot be written', async () => {
  const { code, stderr } = await rolegraph(['picture', 'board', '--output', '/nonexistent/board.svg']);
  expect(code).toBe(1);
  expect(stderr).toContain('Cannot write the picture to /nonexistent/board.svg: ENOENT');
});
