import { describe, expect, test } from 'vitest';
import { ArgumentError } from '../../src/graph/argument-error.ts';
import { askingShipped } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

describe.each(engines)('in $name', (engine) => {
  const ask = askingShipped(engine);

  const overlaps = (args: string) => `role(by: { title: "SRE" }) { overlaps(${args}) { totalCount } }`;

  /** A question, the argument at fault, and what the message says was given and is allowed. */
  const bad: readonly (readonly [query: string, argument: string, ...says: string[]])[] = [
    ['roles(first: 0) { totalCount }', 'first', '0', 'between 1 and 100'],
    ['roles(first: 101) { totalCount }', 'first', '101', 'between 1 and 100'],
    ['roles(last: -1) { totalCount }', 'last', '-1', 'between 1 and 100'],
    ['roles(first: 1, last: 1) { totalCount }', 'last', 'together'],
    ['roles(after: "nonsense") { totalCount }', 'after', 'nonsense', 'not a cursor'],
    ['roles(before: "") { totalCount }', 'before', '""', 'not a cursor'],
    ['roles(filter: { inAll: [] }) { totalCount }', 'filter.inAll', 'empty list', 'at least one'],
    ['roles(filter: { inAny: [] }) { totalCount }', 'filter.inAny', 'empty list'],
    ['roles(filter: { inNone: [] }) { totalCount }', 'filter.inNone', 'empty list'],
    ['roles(filter: { performsAll: [] }) { totalCount }', 'filter.performsAll', 'empty list', 'topic'],
    ['roles(filter: { inAll: ["pillar:nowhere"] }) { totalCount }', 'filter.inAll', 'pillar:nowhere', 'category'],
    ['roles(filter: { inAny: ["role:devops-engineer"] }) { totalCount }', 'filter.inAny', 'is a role', 'pillar'],
    [
      'roles(filter: { performsAny: ["pillar:security"] }) { totalCount }',
      'filter.performsAny',
      'is a pillar',
      'topic',
    ],
    [
      'roles(filter: { pillarCount: { min: 3, max: 2 } }) { totalCount }',
      'filter.pillarCount',
      '3',
      '2',
      'min must not',
    ],
    ['roles(filter: { titleContains: "(…)" }) { totalCount }', 'filter.titleContains', '(…)', 'letter or digit'],
    ['role(by: { title: "SRE" }) { appearances(in: "nowhere") { id } }', 'in', 'nowhere', 'pillar'],
    ['role(by: { title: "SRE" }) { responsibilities(in: "topic:backup") { totalCount } }', 'in', 'is a topic'],
    [overlaps('minScore: 1.5'), 'minScore', '1.5', 'between 0 and 1'],
    ['pillar(by: { name: "Security" }) { overlaps(first: 0) { jaccard } }', 'first', '0', 'between 1 and 100'],
    ['overlap(of: ["pillar:security"]) { jaccard }', 'of', '1 group', '2 to 16'],
    ['overlap(of: []) { jaccard }', 'of', '0 groups', '2 to 16'],
    ['overlap(of: ["pillar:security", "pillar:security"]) { jaccard }', 'of', 'twice', 'distinct'],
    ['overlap(of: ["pillar:security", "pillar:x"]) { jaccard }', 'of', 'pillar:x'],
    ['roleOverlap(of: [{ title: "SRE" }]) { score }', 'of', '1 role;', 'it takes 2 distinct roles'],
    ['roleOverlap(of: [{ title: "SRE" }, { title: "S R E" }]) { score }', 'of', 'twice', 'distinct'],
    ['roleOverlap(of: [{ title: "SRE" }, { id: "role:x" }]) { score }', 'of', 'role:x', 'which no role has'],
    ['graph(select: { roots: ["x"] }) { truncated }', 'select.roots', '"x"'],
    ['graph(select: { depth: 5 }) { truncated }', 'select.depth', '5', 'between 0 and 4'],
    ['graph(select: { maxNodes: 10001 }) { truncated }', 'select.maxNodes', '10001', 'between 1 and 10,000'],
    ['graph(select: { minOverlap: -0.5 }) { truncated }', 'select.minOverlap', '-0.5', 'between 0 and 1'],
    ['graph(select: { nodeKinds: [] }) { truncated }', 'select.nodeKinds', 'empty list'],
    ['search(query: "  ") { totalCount }', 'query', 'letter or digit'],
    [`search(query: "${'a'.repeat(201)}") { totalCount }`, 'query', '201', '200'],
    ['search(query: "backup", kinds: []) { totalCount }', 'kinds', 'empty list'],
    [
      'category(by: { named: { name: "Data", in: "role:devops-engineer" } }) { id }',
      'by.named.in',
      'is a role',
      'pillar',
    ],
  ];

  describe('a bad argument is an error that names it', () => {
    test.each(bad)('a bad argument is an error that names it: %s', async (query, argument, ...says) => {
      const { errors } = await ask(`{ ${query} }`);
      expect(errors).toHaveLength(1);
      const [error] = errors;
      expect(error?.cause).toBeInstanceOf(ArgumentError);
      expect(error?.cause).toMatchObject({ argument });
      for (const said of says) expect(error?.message).toContain(said);
    });

    test('a cursor of another order says which order it is of', async () => {
      const { data } = await ask('{ roles(first: 1) { pageInfo { endCursor } } }');
      const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
      const query = 'query ($after: String) { roles(after: $after, orderBy: { field: PILLAR_COUNT }) { totalCount } }';
      const { errors } = await ask(query, { after: cursor });
      expect(errors[0]?.cause).toMatchObject({ argument: 'after' });
      expect(errors[0]?.message).toContain('roles by TITLE ASC');
      expect(errors[0]?.message).toContain('roles by PILLAR_COUNT ASC');
    });

    test('a cursor of a search is one of that search only', async () => {
      const { data } = await ask('{ search(query: "data", first: 1) { pageInfo { endCursor } } }');
      const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(data))?.[1] ?? '';
      const { errors } = await ask('query ($after: String) { search(query: "cloud", after: $after) { totalCount } }', {
        after: cursor,
      });
      expect(errors[0]?.cause).toMatchObject({ argument: 'after' });
      expect(errors[0]?.message).toContain('search for "data"');
      expect(errors[0]?.message).toContain('search for "cloud"');
    });

    test('the error about a name of several categories lists them', async () => {
      const { errors } = await ask('{ category(by: { named: { name: "architecture and engineering" } }) { id } }');
      expect(errors[0]?.cause).toMatchObject({
        argument: 'by.named.name',
        candidates: [
          'category:cost-optimization/architecture-and-engineering',
          'category:sustainability/architecture-and-engineering',
        ],
      });
    });
  });
});
