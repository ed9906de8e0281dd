import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageFolder } from '../../src/config/package-folder.ts';

const read = (name: string) => readFileSync(join(packageFolder(), name), 'utf8');

/** Settings that the image and docker-compose.yml set themselves, for what is inside of the container. */
const fixed = [
  'PORT',
  'HOST',
  'ROLEGRAPH_DATA',
  'NEO4J_URI',
  'NEO4J_USERNAME',
  'NEO4J_DATABASE',
  'NEO4J_PASSWORD_FILE',
];

/** Every setting of the chapter in operations.md that people may set with docker compose. */
const chapter = /^## Settings$[^]*?^## /m.exec(read('docs/operations.md'))?.[0] ?? '';
const settings = Array.from(chapter.matchAll(/^\| `([A-Z][A-Z\d_]+)` +\|/gm), ([, name = '']) => name).filter(
  (name) => !fixed.includes(name),
);

test('docker-compose.yml passes on every setting', () => {
  const composed = z.object({ services: z.object({ rolegraph: z.object({ environment: z.looseObject({}) }) }) });
  const { environment } = composed.parse(parse(read('docker-compose.yml'))).services.rolegraph;
  expect(settings.length).toBeGreaterThan(3);
  expect(Object.keys(environment)).toEqual(expect.arrayContaining(settings));
});

test('.env.example shows every setting', () => {
  expect(settings.filter((name) => !read('.env.example').includes(`${name}=`))).toEqual([]);
});
