import { readFileSync } from 'node:fs';
import { buildSchema, parse, print, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { attacksOn } from '../../bench/fuzz/attacks.ts';
import { growthOf } from '../../bench/fuzz/fuzz.ts';
import { madeHostile } from '../../bench/fuzz/hostility.ts';
import { SeededRandom } from '../../bench/seeded-random.ts';
import { smallVocabulary } from './small-vocabulary.ts';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

const vocabulary = smallVocabulary('a');

const usual = parse('query ($first: Int!, $id: ID!) { roles(first: $first) { nodes { title } } node(id: $id) { id } }');

function hostile(seed: number) {
  const random = new SeededRandom(seed);
  const variables = { first: 3, id: 'role:a' };
  const made = madeHostile({ document: usual, variables }, { schema, vocabulary, random });
  return { ...made, document: print(made.document) };
}

describe('hostile requests', () => {
  test('are the same for the same seed', () => {
    expect(Array.from({ length: 100 }, (_, seed) => hostile(seed))).toEqual(
      Array.from({ length: 100 }, (_, seed) => hostile(seed)),
    );
  });

  test('are documents that can be parsed, more than half of which are valid', () => {
    const errors = Array.from({ length: 60 }, (_, seed) => validate(schema, parse(hostile(seed).document)));
    expect(errors.filter((each) => each.length === 0).length).toBeGreaterThan(30);
  });

  test('use every way to be hostile', () => {
    const ways = new Set(Array.from({ length: 100 }, (_, seed) => hostile(seed)).flatMap((made) => made.ways));
    expect(ways.size).toBe(10);
  });
});

test('attacks have distinct names, and fit into a body', () => {
  const attacks = attacksOn(vocabulary);
  expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  for (const { asked } of attacks) expect(JSON.stringify(asked).length).toBeLessThan(256 * 1024);
});

test('attacks are valid, except where their errors or their introspection are the attack', () => {
  const refused = attacksOn(vocabulary).filter(
    ({ asked }) => validate(schema, parse(asked.query), undefined, { maxErrors: 1 }).length > 0,
  );
  expect(refused.map(({ name }) => name)).toEqual(['a wrong literal at hundreds of places', 'circular introspection']);
});

describe('growth of memory', () => {
  test('is that between the second quarter and the last one', () => {
    expect(growthOf([10, 20, 60, 50, 60, 70, 80, 60])).toBe(10);
  });

  test('is 0 while there are too few readings', () => {
    expect(growthOf([10, 90, 200])).toBe(0);
  });
});
