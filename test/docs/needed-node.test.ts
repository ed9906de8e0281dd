import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packageFolder } from '../../src/config/package-folder.ts';

const read = (path: string) => readFileSync(join(packageFolder(), path), 'utf8');

test.each(['README.md', 'docs/faq.md', 'docs/operations.md', 'examples/typed-client/README.md'])(
  '%s says which Node.js is needed as package.json does',
  (page) => {
    const { engines } = z.object({ engines: z.object({ node: z.string() }) }).parse(JSON.parse(read('package.json')));
    const stated = Array.from(read(page).matchAll(/Node\.js (2[2-9]\.\d+)/g), ([, version = '']) => `>=${version}`);
    expect([...new Set(stated)]).toEqual([engines.node]);
  },
);
