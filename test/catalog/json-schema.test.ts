import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogJsonSchema } from '../../src/catalog/json-schema.ts';

test('the committed schema is the generated one', () => {
  const committed = readFileSync(new URL('../../seed/catalog.schema.json', import.meta.url), 'utf8');
  expect(committed, 'run: npm run generate').toBe(`${JSON.stringify(catalogJsonSchema(), undefined, 2)}\n`);
});

test('every part of a document may stand in a file of its own, and nothing else', () => {
  expect(catalogJsonSchema()).toMatchObject({ additionalProperties: false, title: 'Rolegraph catalog' });
  expect(catalogJsonSchema()).not.toHaveProperty('required');
});

test('every field is described, for editors', () => {
  const undescribed: string[] = [];
  const visit = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if (Array.isArray(schema)) {
      schema.forEach((entry, at) => {
        visit(entry, `${path}[${at}]`);
      });
      return;
    }
    if ('type' in schema && typeof schema.type === 'string' && !('description' in schema) && !path.includes('anyOf'))
      undescribed.push(path);
    for (const [key, value] of Object.entries(schema)) visit(value, `${path}.${key}`);
  };
  visit(catalogJsonSchema(), '');
  expect(undescribed).toEqual([]);
});
