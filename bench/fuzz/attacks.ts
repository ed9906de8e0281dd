import type { Asked } from '../replay/asking.ts';
import type { Vocabulary } from '../replay/vocabulary.ts';

/** Requests that once stopped or killed the server. */
export interface Attack {
  readonly name: string;
  /** How many of them are sent at the same time. */
  readonly atOnce: number;
  readonly asked: Asked;
}

/** @param words ids and names of the server that is attacked. */
export function attacksOn({ words }: Vocabulary): readonly Attack[] {
  // A body has at most 256 kB.
  const roles = words.ROLE.slice(0, 3_000).map(({ id }) => id);
  const pillars = words.PILLAR.map(({ id }) => id);
  return [...errorAttacks(roles), ...introspectionAttacks(), ...searchAttacks(), ...costAttacks(pillars)];
}

/** A field again and again, under other names. */
function aliases(count: number, field: string): string {
  return Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ');
}

function errorAttacks(roles: readonly string[]): readonly Attack[] {
  const wrongCategory = 'nodes(ids: $v) { ... on Role { appearances(in: "a:b") { id } } }';
  const unknownNames = Array.from(
    { length: 14 },
    (_, at) => `n${at}: role(by: { title: "Manager of many unknown things ${at}" }) { id }`,
  ).join(' ');
  const manyRoles = Array.from({ length: 3_000 }, (_, at) => roles[at % roles.length] ?? 'role:none');
  const shortIds = Array.from({ length: 10_000 }, (_, at) => `role:${at.toString(36)}`);
  return [
    {
      name: 'a wrong argument in each of thousands of nodes',
      atOnce: 1,
      asked: { query: `query ($v: [ID!]!) { ${aliases(4, wrongCategory)} }`, variables: { v: manyRoles } },
    },
    {
      name: 'the same, 8 at once',
      atOnce: 8,
      asked: { query: `query ($v: [ID!]!) { ${aliases(4, wrongCategory)} }`, variables: { v: manyRoles } },
    },
    {
      name: 'an unknown name in each of thousands of nodes, and 14 others',
      atOnce: 4,
      asked: {
        query: `query ($v: [ID!]!) { ${unknownNames} ${wrongCategory} }`,
        variables: { v: manyRoles },
      },
    },
    {
      name: '10,000 ids under 15 aliases',
      atOnce: 4,
      asked: { query: `query ($v: [ID!]!) { ${aliases(15, 'nodes(ids: $v) { id }')} }`, variables: { v: shortIds } },
    },
    {
      name: 'null in a variable with a default',
      atOnce: 4,
      asked: {
        query: `query ($v: [ID!]!, $n: Int = 5) {
          ${aliases(4, 'nodes(ids: $v) { ... on Role { overlaps(first: $n) { __typename } } }')}
        }`,
        variables: { v: manyRoles, n: null },
      },
    },
    {
      name: 'null in a variable with a default, at hundreds of places',
      atOnce: 4,
      asked: {
        query: `query ($n: [NodeKind!] = [ROLE]) { ${'related(to: "pillar:security", kinds: $n) { __typename } '.repeat(60)} }`,
        variables: { n: null },
      },
    },
    {
      name: 'a wrong literal at hundreds of places',
      atOnce: 4,
      asked: { query: `{ ${'roles(first: "x") { __typename } '.repeat(90)} }`, variables: {} },
    },
    {
      name: 'thousands of values of the wrong type in a variable',
      atOnce: 4,
      asked: {
        query: 'query ($v: [ID!]!) { nodes(ids: $v) { id } }',
        variables: { v: Array.from({ length: 10_000 }, (_, at) => [at % 7]) },
      },
    },
  ];
}

function introspectionAttacks(): readonly Attack[] {
  const type = 'name description fields(includeDeprecated: true) { name description type { name ofType { name } } }';
  const fields = `types { ${type} possibleTypes { ${type} } interfaces { ${type} } }`;
  const circular = '{ fields { type { fields { type { fields { name } } } } } }';
  return [
    {
      name: '15 aliases of __schema, 16 at once',
      atOnce: 16,
      asked: { query: `{ ${aliases(15, `__schema { types { ${type} } }`)} }`, variables: {} },
    },
    { name: 'one __schema, 16 at once', atOnce: 16, asked: { query: `{ __schema { ${fields} } }`, variables: {} } },
    {
      name: 'aliases within one __schema',
      atOnce: 8,
      asked: { query: `{ __schema { ${aliases(15, `types { ${type} }`)} } }`, variables: {} },
    },
    {
      name: 'circular introspection',
      atOnce: 8,
      asked: { query: `{ __schema { types ${circular} } }`, variables: {} },
    },
    {
      name: '__type within __type',
      atOnce: 8,
      asked: {
        query: `{ __type(name: "Query") { fields { args { type { ofType { fields { name } } } } type { ${type} ofType { ${type} } } } } }`,
        variables: {},
      },
    },
  ];
}

function searchAttacks(): readonly Attack[] {
  const search = (text: string) => `search(query: ${JSON.stringify(text)}, first: 100) { nodes { __typename } }`;
  return [
    { name: 'a search for one letter', atOnce: 1, asked: { query: `{ ${search('a')} }`, variables: {} } },
    {
      name: '14 searches for one letter, 16 at once',
      atOnce: 16,
      asked: { query: `{ ${aliases(14, search('a'))} }`, variables: {} },
    },
    {
      name: '14 searches for many short words, 4 at once',
      atOnce: 4,
      asked: { query: `{ ${aliases(14, search('a s e r o i n t c d m p l u b g h'))} }`, variables: {} },
    },
  ];
}

function costAttacks(pillars: readonly string[]): readonly Attack[] {
  const graph = (select: string, selection: string) => `graph(select: ${select}) { ${selection} }`;
  const overlaps = '{ nodeKinds: [PILLAR], edgeKinds: [OVERLAPS_WITH], minOverlap: 0 }';
  const everything = '{ maxNodes: 500, minOverlap: 0, depth: 3 }';
  const page =
    'nodes { appearances { id summary source { __typename } } responsibilities(first: 100) { nodes { name } } }';
  return [
    {
      name: 'the lines of all overlaps of pillars',
      atOnce: 4,
      asked: { query: `{ ${graph(overlaps, 'edges { appearances { id } }')} }`, variables: {} },
    },
    {
      name: 'the whole graph under 15 aliases',
      atOnce: 8,
      asked: { query: `{ ${aliases(15, graph(everything, 'edges { appearances { id } }'))} }`, variables: {} },
    },
    {
      name: 'the largest pages under 15 aliases',
      atOnce: 8,
      asked: { query: `{ ${aliases(15, `roles(first: 100) { ${page} }`)} }`, variables: {} },
    },
    {
      name: 'large plans under 15 aliases',
      atOnce: 4,
      asked: {
        query: `query ($of: [ID!]!) { ${aliases(15, 'invitePlan(input: { cover: $of, by: RESPONSIBILITY }) { __typename invites { __typename } }')} }`,
        variables: { of: pillars },
      },
    },
    {
      name: 'all intersections under 15 aliases',
      atOnce: 4,
      asked: {
        query: `{ ${aliases(15, 'intersections(kind: CATEGORY) { groups { __typename } exclusiveRoleCount roles { nodes { id } } }')} }`,
        variables: {},
      },
    },
  ];
}
