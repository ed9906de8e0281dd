import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactJson } from '../../../pages/graphiql/compact-json.js';

test('what fits on a line is on one line, and each object of a list has its own', () => {
  const answer = { data: { roles: { totalCount: 2, nodes: [{ title: 'A' }, { title: 'B' }], page: { next: null } } } };
  expect(compactJson(answer)).toBe(`{
  "data": {
    "roles": {
      "totalCount": 2,
      "nodes": [
        { "title": "A" },
        { "title": "B" }
      ],
      "page": { "next": null }
    }
  }
}`);
});

test('objects that are too long for a line have a line for each field', () => {
  const name = 'n'.repeat(140);
  expect(compactJson({ data: { a: { b: { name, id: 1 } } } })).toBe(
    `{\n  "data": {\n    "a": {\n      "b": {\n        "name": "${name}",\n        "id": 1\n      }\n    }\n  }\n}`,
  );
});

test('it is the same JSON, and printing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const printed = compactJson(value);
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(compactJson(JSON.parse(printed))).toBe(printed);
    }),
  );
});
