import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagramPath, diagramsOf } from '../../site/build/diagram.ts';
import { readDocuments } from '../../site/build/documents.ts';
import { packageFolder } from '../../src/config/package-folder.ts';
import { hasBrowser, openPage } from './browser.ts';

const project = packageFolder();
const diagrams = readDocuments(project).flatMap(({ markdown }) => diagramsOf(markdown));
const mermaid = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

const options = {
  startOnLoad: false,
  theme: 'neutral',
  htmlLabels: false,
  flowchart: { htmlLabels: false },
  fontFamily: 'system-ui, sans-serif',
};

/** A diagram as Mermaid draws it, with a margin, twice as large as it is shown. */
async function drawn(text: string): Promise<Buffer> {
  const { page, complaints } = await openPage();
  await page.setContent('<body style="margin: 0"><div id="drawn" style="width: 1600px; padding: 16px"></div>');
  await page.addScriptTag({ path: mermaid });
  await page.evaluate(`(async () => {
    mermaid.initialize(${JSON.stringify(options)});
    document.getElementById('drawn').innerHTML = (await mermaid.render('diagram', ${JSON.stringify(text)})).svg;
  })()`);
  expect(complaints).toEqual([]);
  return page.locator('#drawn > svg').screenshot();
}

describe.skipIf(!hasBrowser())('the diagrams of the documentation', () => {
  test.skipIf(process.env['UPDATE_DOCS'] !== '1')('are drawn where their texts are new', async () => {
    const folder = join(project, 'docs/images/diagrams');
    await mkdir(folder, { recursive: true });
    for (const text of diagrams) {
      const file = join(project, 'docs', diagramPath(text));
      if (!existsSync(file)) await writeFile(file, await drawn(text));
    }
    const wanted = new Set(diagrams.map((text) => basename(diagramPath(text))));
    for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(join(folder, name));
  });

  test('can be drawn by the Mermaid that is installed', async () => {
    const [first = ''] = diagrams;
    const png = await drawn(first);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(5_000);
  });
});
