import { GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import type { Context } from '../../../schema/context.ts';
import { schema as wholeSchema } from '../../../schema/schema.ts';
import { documentCache } from '../../../src/server/graphql/document-cache.ts';
import { mayContainPeople } from '../../../src/server/graphql/people.ts';
import { mentionsPeople } from '../../../src/text/mentions-people.ts';
import { holding } from '../../support/holding.ts';
import { containing, matching } from '../expected.ts';
import { onlyError, post, send, start } from '../running-server.ts';

interface StaffArgument {
  readonly staff?: readonly string[] | null;
}

/** A schema whose answers contain the number of their execution, with and without people. */
function schemaWithPeople() {
  let count = 0;
  const { held, hold } = holding();
  const accept = ({ staff }: StaffArgument, { rolegraph }: Context) => {
    count++;
    if (staff != null) rolegraph.acceptPeople('staff');
  };
  const args = { staff: { type: new GraphQLList(GraphQLString) } };
  const schema = new GraphQLSchema({
    query: new GraphQLObjectType<undefined, Context>({
      name: 'Query',
      fields: {
        nth: {
          type: GraphQLInt,
          args,
          resolve: async (_, given: StaffArgument, context) => {
            accept(given, context);
            await held();
            return count;
          },
        },
        bug: {
          type: GraphQLInt,
          args,
          resolve: (_, given: StaffArgument, context) => {
            accept(given, context);
            throw new TypeError(`${given.staff?.join() ?? ''} is not a function`);
          },
        },
      },
    }),
  });
  return {
    schema,
    executions: () => count,
    hold,
  };
}

const name = 'Zoë Quist';
const query = 'query WithoutZoe($staff: [String]) { nth(staff: $staff) }';
const asked = { query, variables: { staff: [name] } };
const addressFor = (search: Readonly<Record<string, string>>) => `/graphql?${new URLSearchParams(search).toString()}`;

test.each(['GET', 'HEAD'])('people in the address of a %s are refused, with what to do', async (method) => {
  const { schema } = schemaWithPeople();
  const server = await start({ schema });
  const variables = JSON.stringify(asked.variables);
  const reply = await send(`${server.url}${addressFor({ query, variables })}`, { method });
  expect(reply.status).toBe(405);
  expect(reply.headers).toMatchObject({ allow: 'POST', 'cache-control': 'no-store' });
  expect(reply.headers.etag).toBeUndefined();
  if (method === 'HEAD') return;
  expect(onlyError(reply)).toMatchObject({
    message: containing('Send the query as a POST'),
    extensions: { code: 'BAD_USER_INPUT', argument: 'staff' },
  });
  expect(reply.text).not.toContain(name);
});

test.each([
  '{ coverage(staff: [{ name: "Zoe", roles: [{ title: "SRE" }] }]) { shares { topics } } }',
  '{ singlePoints(staff: [{ name: "Zoe", roles: [{ title: "SRE" }] }], absent: []) { totalCount } }',
  '{ whatIf(input: { staff: [{ name: "Zoe", roles: [{ title: "SRE" }] }], join: [] }) { from } }',
  '{ whatIf(input: { leave: ["Zoe"] }) { from } }',
  '{ hats(staff: [{ name: "Zoe", roles: [{ title: "SRE" }] }], of: ["Security"]) { roleCount } }',
  '{ coverage(roles: [{ title: "SRE" }], absent: ["Zoe"]) { shares { topics } } }',
])('every field that takes people refuses them in an address, and answers them by POST: %s', async (document) => {
  const server = await start({ schema: wholeSchema });
  const reply = await send(`${server.url}${addressFor({ query: document })}`);
  expect([reply.status, reply.headers['cache-control'], reply.headers.etag]).toEqual([405, 'no-store', undefined]);
  expect((await post(server, { query: document })).text).not.toContain('in its address');
});

test('a GET of the same document without people is answered, and has an entity tag', async () => {
  const { schema } = schemaWithPeople();
  const server = await start({ schema });
  const reply = await send(`${server.url}${addressFor({ query })}`);
  expect([reply.status, reply.text]).toEqual([200, '{"data":{"nth":1}}']);
  expect(reply.headers.etag).toBeDefined();
});

test('equal requests with people are executed each time, one after the other and at the same time', async () => {
  const people = schemaWithPeople();
  const server = await start({ schema: people.schema });
  const [first, second] = [await post(server, asked), await post(server, asked)];
  expect([first.text, second.text]).toEqual(['{"data":{"nth":1}}', '{"data":{"nth":2}}']);
  expect(second.headers['cache-control']).toBe('no-store');
  const release = people.hold();
  const both = [post(server, asked), post(server, asked)];
  await expect.poll(people.executions).toBe(3);
  release();
  await Promise.all(both);
  expect(people.executions()).toBe(4);
});

test('the log has no name of a person, of an operation about people, or of an alias, also where the server fails', async () => {
  const { schema } = schemaWithPeople();
  const server = await start({ schema, logLevel: 'debug' });
  const failing = 'query WithoutZoe($staff: [String]) { zoe: bug(staff: $staff) }';
  const literal = `query WithoutZoe { zoe: bug(staff: ["${name}"]) }`;
  await post(server, asked);
  const replies = [await post(server, { ...asked, query: failing }), await post(server, { query: literal })];
  for (const reply of replies) expect(onlyError(reply).extensions['code']).toBe('INTERNAL_SERVER_ERROR');
  // Neither is executed.
  await post(server, { query: `query WithoutZoe { nothing(staff: ["${name}"]) }` });
  await post(server, { query: `query WithoutZoe { nth(staff: ["${name}" }` });
  await send(`${server.url}${addressFor({ query: literal })}`);
  await expect.poll(() => server.log().filter(({ path }) => path === '/graphql')).toHaveLength(6);
  const log = JSON.stringify(server.log());
  expect(log).not.toMatch(/zo[eë]|quist/i);
  const failures = server.log().filter(({ level }) => level === 50);
  expect(failures).toHaveLength(2);
  for (const { err, requestId } of failures) {
    expect(requestId).toBeDefined();
    expect(err).toMatchObject({ type: 'TypeError', stack: matching(/^ +at .*people\.test\.ts/) });
  }
});

test('documents that may have people in them are not cached', () => {
  const cache = documentCache<object>();
  const documents = [
    `{ coverage(staff: [{ name: "${name}", roles: [{ title: "SRE" }] }]) { roles { totalCount } } }`,
    `{ coverage(stuff: [{ name: "${name}", roles: [{ title: "SRE" }] }]) { roles { totalCount } } }`,
    `query ($staff: [TeamMemberInput!]) { singlePoints(staff: $staff, absent: ["${name}"]) { totalCount } }`,
    `{ whatIf(absent: ["${name}"] }`,
  ];
  for (const document of documents) cache.set(document, {});
  expect([cache.size, documents.map((document) => cache.get(document))]).toEqual([0, documents.map(() => undefined)]);
  const harmless = 'query ($roles: [RoleBy!]!) { coverage(roles: $roles) { roles { totalCount } } }';
  cache.set(harmless, {});
  expect(cache.get(harmless)).toEqual({});
});

test.each([
  ['{ coverage(staff: $team) { share } }', true, true],
  ['{ coverage(roles: [{ title: "SRE" }]) { share } }', false, true],
  ['{ search(query: "staffing") { totalCount } }', false, false],
])('%s', (document, mentions, may) => {
  expect([mentionsPeople(document), mayContainPeople(document)]).toEqual([mentions, may]);
});
