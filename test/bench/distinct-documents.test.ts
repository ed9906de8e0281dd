import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { distinctDocument } from '../../bench/measure/distinct-documents.ts';

const subject = {
  role: { id: 'role:auditor', slug: 'auditor' },
  words: [],
  drawing: { withResponsibilities: true, among: undefined },
};

test('ten thousand documents are distinct, and valid', () => {
  const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
  const documents = Array.from({ length: 10_000 }, (_, at) => distinctDocument('rolegraph', at, subject).query);
  expect(new Set(documents).size).toBeGreaterThan(9_990);
  for (const document of documents.slice(0, 50)) expect(validate(schema, parse(document))).toEqual([]);
});
