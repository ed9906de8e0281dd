import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { packageFolder } from '../../src/config/package-folder.ts';

/** From where the examples load libraries. Its addresses are those of files in packages: /npm/NAME@VERSION/PATH. */
export const cdn = 'https://cdn.jsdelivr.net/npm/';

/** A file of a package. */
export interface CdnFile {
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

export function cdnFile(address: string): CdnFile {
  const [, name, version, path] = /^((?:@[^/]+\/)?[^@/]+)@([^/]+)\/(.+)$/.exec(address.slice(cdn.length)) ?? [];
  if (name === undefined || version === undefined || path === undefined) {
    throw new Error(`${address} has no version, so that it may be another file tomorrow`);
  }
  return { name, version, path };
}

const modules = join(packageFolder(), 'node_modules');
const manifest = z.object({ version: z.string() });

export async function installedVersion(name: string): Promise<string> {
  return manifest.parse(JSON.parse(await readFile(join(modules, name, 'package.json'), 'utf8'))).version;
}

export function installedFile({ name, path }: CdnFile): Promise<Buffer> {
  return readFile(join(modules, name, path));
}

/** Answers what a page loads from the CDN with the same files of the packages that are installed. */
export async function serveCdn(page: Page): Promise<void> {
  await page.route(`${cdn}**`, async (route) => {
    const body = await installedFile(cdnFile(route.request().url()));
    const headers = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/javascript' };
    await route.fulfill({ body, headers });
  });
}
