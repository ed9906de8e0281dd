import { readFileSync } from 'node:fs';
import { buildSchema, parse, print, validate } from 'graphql';
import { expect, test } from 'vitest';
import { askedFields } from '../../bench/replay/asked-fields.ts';
import type { Answer } from '../../bench/replay/asking.ts';
import { compareAnswers } from '../../bench/replay/compare-answers.ts';
import { nextPage, seenPages } from '../../bench/replay/next-page.ts';
import { renamed } from '../../bench/replay/rename-fields.ts';
import { RequestGenerator } from '../../bench/replay/request-generator.ts';
import { SeededRandom } from '../../bench/seeded-random.ts';
import { smallVocabulary } from './small-vocabulary.ts';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

const vocabulary = smallVocabulary('a', 'b', 'c');

const answer = (data: unknown, errors: readonly unknown[] = []): Answer => ({ status: 200, data, errors });

function compared(query: string, recorded: Answer, now: Answer) {
  return compareAnswers(askedFields(parse(query), schema), recorded, now);
}

test('requests are the same for the same seed, and valid where no argument is to be wrong', () => {
  const generated = () => {
    const generator = new RequestGenerator(schema, vocabulary, 1);
    return Array.from({ length: 200 }, () => {
      const request = generator.next();
      generator.learn(request, answer(null));
      return request;
    });
  };
  const requests = generated();
  expect(generated().map(({ asked }) => asked)).toEqual(requests.map(({ asked }) => asked));
  for (const { kind, asked } of requests) {
    if (kind === 'USUAL') expect(validate(schema, parse(asked.query)), asked.query).toEqual([]);
  }
  expect(requests.filter(({ kind }) => kind === 'BAD_ARGUMENT').length).toBeGreaterThan(10);
});

test('a list is gone on with from a cursor of an answer', () => {
  const document = parse('query($n: Int) { roles(first: $n) { edges { cursor node { title } } } }');
  const data = { roles: { edges: [{ cursor: 'x', node: { title: 'X' } }] } };
  const [page] = seenPages(askedFields(document, schema), data);
  expect(page).toMatchObject({ coordinate: 'Query.roles', cursors: ['x'], goesBack: true });
  if (page === undefined) return;
  const next = nextPage(document, { n: 3 }, page, new SeededRandom(1));
  expect(print(next.document)).toMatch(/roles\((first: \d, after|last: \d, before): "x"\)/);
  expect(next.variables).toEqual({});
});

test('renamed fields answer by their recorded names', () => {
  const document = parse('{ graph { nodes { id kind node { id } } } n: graph { nodes { mine: id } } }');
  const query = print(renamed(document, schema, { 'GraphNode.id': 'nodeId' })).replace(/\s+/g, ' ');
  expect(query).toBe('{ graph { nodes { id: nodeId kind node { id } } } n: graph { nodes { mine: nodeId } } }');
});

test('whatever differs is told, by its field and place', () => {
  const query = '{ list: roles { nodes { title pillars { name } } } }';
  const of = (name: string) => answer({ list: { nodes: [{ title: 'A', pillars: [{ name }] }] } });
  expect(compared(query, of('P'), of('P'))).toEqual({ differences: [], allowed: [] });
  expect(compared(query, of('P'), of('Q')).differences).toEqual([
    { coordinate: 'Pillar.name', path: 'list.nodes.0.pillars.0.name', recorded: 'P', now: 'Q' },
  ]);
  const none = compared(query, of('P'), answer({ list: { nodes: [] } })).differences;
  expect(none.map(({ coordinate, path }) => [coordinate, path])).toEqual([['RoleConnection.nodes', 'list.nodes']]);
});

test('words may differ, of errors and of sentences; codes and arguments must not', () => {
  const query = '{ paths(from: "a", to: "b") { paths { sentence length } } }';
  const of = (sentence: string) => answer({ paths: { paths: [{ sentence, length: 1 }] } });
  expect(compared(query, of('A is B.'), of('B is A.'))).toEqual({
    differences: [],
    allowed: ['words of Path.sentence'],
  });
  const refused = (message: string, argument: string) =>
    answer(null, [{ message, path: ['paths'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
  expect(compared(query, refused('No.', 'to'), refused('Never.', 'to')).differences).toEqual([]);
  expect(compared(query, refused('No.', 'to'), refused('No.', 'from')).differences).toMatchObject([
    { coordinate: 'errors' },
  ]);
});

test('which of several items failed first may differ, as it is a matter of time; which field failed must not', () => {
  const query = '{ topics { responsibilities(first: 0) { totalCount } roleCount } }';
  const failed = (...path: readonly unknown[]) =>
    answer(null, [{ message: 'No.', path, extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
  expect(
    compared(query, failed('topics', 0, 'responsibilities'), failed('topics', 1, 'responsibilities')).allowed,
  ).toEqual(['which of several items failed first']);
  expect(
    compared(query, failed('topics', 0, 'responsibilities'), failed('topics', 0, 'roleCount')).differences,
  ).toHaveLength(1);
});

test('another plan must be as good and as proven', () => {
  const query = `{ invitePlan(input: { cover: [] }) {
    itemCount coveredCount optimal lowerBound upperBound size plan: invites(first: 100) { nodes { id } } invites(first: 1) { totalCount }
  } }`;
  const of = (id: string, size: number, optimal: boolean, told = 1) =>
    answer({
      invitePlan: {
        ...{ itemCount: 9, coveredCount: 9, optimal, lowerBound: 2, upperBound: 9 },
        size,
        plan: { nodes: [{ id }] },
        invites: { totalCount: told },
      },
    });
  expect(compared(query, of('A', 3, true), of('B', 3, true))).toEqual({
    differences: [],
    allowed: ['another plan or proof, as good: Query.invitePlan'],
  });
  const sameRoles = compared(query, of('A', 3, true), of('A', 3, true, 2)).differences;
  expect(sameRoles.map(({ path }) => path)).toEqual(['invitePlan.invites.totalCount']);
  expect(compared(query, of('A', 3, false), of('A', 3, true)).differences).toEqual([]);
  expect(compared(query, of('A', 3, true), of('A', 3, false)).differences[0]?.why).toBe('no longer proven');
  expect(compared(query, of('A', 3, false), of('B', 2, true)).differences).toEqual([]);
  expect(compared(query, of('A', 3, true), of('B', 4, true)).differences[0]?.why).toBe('invites more');
  expect(compared(query, of('A', 3, true), of('B', 3, false)).differences[0]?.why).toBe('no longer proven');
});
