import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type CatalogReading, readCatalog } from '../../src/catalog/read/read-catalog.ts';

/** A catalog that has one of everything and gives no finding; every text in it is unique, to be found in the file. */
export function smallCatalog() {
  return {
    name: 'Small',
    version: '1.0',
    sources: [{ slug: 'src', title: 'The Source', document: 'source.txt', summary: 'Of the source.' }],
    pillars: [
      { slug: 'pil', name: 'The Pillar', summary: 'Of the pillar.' },
      { slug: 'pal', name: 'Other Pillar' },
    ],
    organizationTypes: [
      { slug: 'org', name: 'The Organization', summary: 'Of the organization.' },
      { slug: 'ven', name: 'Vendor' },
    ],
    categories: [
      { slug: 'cat', name: 'Pillar Category', pillar: 'pil' },
      { slug: 'tac', name: 'Organization Category', organizationTypes: ['org', 'ven'], relation: 'inside' },
    ],
    topics: [
      { slug: 'top', name: 'The Topic', hiddenNames: ['Hidden Topic'] },
      { slug: 'pot', name: 'Other Topic' },
    ],
    responsibilities: [
      { slug: 'res', name: 'Do this', hiddenNames: ['Hidden duty'], topics: ['top', 'pot'], summary: 'Of the duty.' },
      { slug: 'ser', name: 'Do that' },
    ],
    roles: [
      {
        slug: 'rol',
        title: 'The Role',
        alternateTitles: ['Role One', 'Role 1st'],
        hiddenTitles: ['Hidden Role', 'Role Hid'],
        externalId: 'J-1',
        sameAs: ['https://a.example/1', 'http://b.example'],
        summary: 'Of the role.',
      },
      { slug: 'lor', title: 'Other Role', qualifier: 'L3' },
    ],
    appearances: [
      {
        role: 'rol',
        category: 'pil/cat',
        titles: ['The Role', 'Role One'],
        responsibilities: ['res', 'ser'],
        summary: 'Of the appearance.',
        note: 'A note.',
        source: { source: 'src', line: 1 },
      },
      {
        role: 'lor',
        category: 'org/tac',
        titles: ['Other Role'],
        responsibilities: [],
        source: { source: 'src', line: 2 },
      },
    ],
  };
}

/** Reads a text as a file of its own. */
export async function readText(text: string | Uint8Array, name = 'catalog.json'): Promise<CatalogReading> {
  const location = join(await temporaryFolder(), name);
  await writeFile(location, text);
  return readCatalog(location);
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-catalog-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** The steps of a path as findings write it: `roles[0].title` is roles, 0, title. */
export function pathSteps(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? (key ?? '') : Number(index),
  );
}

/** A copy of the value with another value at the path, or without it where that is undefined. */
export function withValue(document: unknown, path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(document);
  const steps = pathSteps(path);
  const last = steps.pop() ?? '';
  const parent = steps.reduce((at, step) => asObject(Reflect.get(at, step)), asObject(copy));
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('there is nothing at the path');
  return value;
}
