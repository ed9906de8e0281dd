import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import { z } from 'zod';
import { answersOf, type Answer, type Reader } from './reader.ts';
import type { WrittenFile } from './written-files.ts';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--enable-unsafe-swiftshader', '--disable-background-networking', '--no-first-run'];

const found = z.strictObject({
  nodes: z.number(),
  edges: z.number(),
  weight: z.number().optional(),
  labels: z.array(z.string()),
});

/** Libraries that need a browser: each draws each file in Chromium, as a page of its users would. */
export const browserReaders: readonly Reader[] = [
  { name: 'mermaid', reads: ({ ending }) => ending === 'mmd', read: (files) => inBrowser('mermaid.js', files) },
  {
    name: 'sigma',
    reads: ({ ending }) => ending === 'graphology.json',
    read: (files) => inBrowser('sigma.js', files),
  },
  {
    name: 'sigma-4',
    reads: ({ ending }) => ending === 'graphology.json',
    read: (files) => inBrowser('sigma-4.js', files),
  },
];

/** What the function `contentsOf` finds, which a script of the folder pages/ defines, with the libraries that it imports. */
async function inBrowser(script: string, files: readonly WrittenFile[]): Promise<readonly Answer[]> {
  const content = await bundled(fileURLToPath(new URL(`pages/${script}`, import.meta.url)));
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content });
    return await answersOf(files, async ({ path }) => {
      const text = JSON.stringify(readFileSync(path, 'utf8'));
      return found.parse(await page.evaluate(`globalThis.contentsOf(${text})`));
    });
  } finally {
    await browser.close();
  }
}

async function bundled(path: string): Promise<string> {
  const bundle = await rolldown({ input: path, platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'iife', codeSplitting: false });
  await bundle.close();
  return output[0].code;
}
