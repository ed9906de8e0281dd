import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { requestGraph } from '../../schema/context.ts';
import { schema } from '../../schema/schema.ts';
import { generatedCatalog } from '../../bench/generated-catalog.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { executeLimited } from '../../src/server/graphql/execution/limited-execution.ts';
import { catalogInProcess, newHeader } from '../../src/store/in-process-catalog.ts';
import { FakeEventLoop } from '../scheduling/fake-event-loop.ts';

function storedOf(roles: number) {
  const data = graphOfCatalog(generatedCatalog({ roles, seed: 1 }));
  return catalogInProcess(data, {
    header: { ...newHeader(data), sequence: 1 },
    storeKind: 'MEMORY',
    runSteps: runToCompletion,
  });
}
const [small, large] = [storedOf(300), storedOf(6_000)];

const roles = (await small.graph()).roles.slice(0, 30).map(({ id }) => id);
const [role = '', other = ''] = roles;
const pillars = (await small.graph()).pillars.map(({ id }) => id);
const [pillar = ''] = pillars;
const json = JSON.stringify;
const rolesBy = `[${roles.map((id) => `{ id: ${json(id)} }`).join(' ')}]`;

/** Fields that walk through the catalog: the larger it is, the more slices they must take. */
const walking: Readonly<Record<string, string>> = {
  coverage: `coverage(roles: ${rolesBy}, of: ${json(pillars)}) { additions { totalCount } }`,
  graph: 'graph(select: { minOverlap: 0, maxNodes: 500 }) { truncated }',
  hats: `hats(of: [${json(pillar)}], people: 5, assign: PLAN) { persons { roles { role { title } } } }`,
  intersections: 'intersections(kind: PILLAR) { signatures { exclusiveRoleCount } }',
  invitePlan: `invitePlan(input: { cover: [${json(pillar)}] }) { invites { totalCount } }`,
  raci: `raci(of: ${json(pillars)}) { rows { totalCount } }`,
  related: `related(to: ${json(role)}) { totalCount }`,
  roles: 'roles { facets { topics { roleCount } } }',
  search: 'search(query: "e") { totalCount }',
  singlePoints: `singlePoints(of: ${json(pillars)}) { totalCount }`,
  whatIf: `whatIf(input: { team: ${rolesBy} }) { after { singlePoints { totalCount } } }`,
};

/** Fields whose steps depend on the question more than on the catalog: a step for each pair of groups or each node on the way. */
const stepping: Readonly<Record<string, string>> = {
  compareGroups: `compareGroups(of: ${json(pillars)}) { sharedResponsibilities { totalCount } distinct { responsibilities { totalCount } } }`,
  paths: `paths(from: ${json(role)}, to: ${json(other)}) { distance }`,
};

/** Fields that find their answer by its id, in an index or among the few groups, however large the catalog is. */
const immediate = [
  ...[
    'catalog',
    'categories',
    'category',
    'compareRoles',
    'node',
    'nodes',
    'organizationType',
    'organizationTypes',
    'overlap',
  ],
  ...['pillar', 'pillars', 'responsibilities', 'responsibility', 'role', 'roleOverlap', 'topic', 'topics'],
];

/** How many turns of the event loop a query takes where every question whether a slice is over is answered by yes. */
async function turnsOf(stored: typeof small, query: string): Promise<number> {
  const eventLoop = new FakeEventLoop();
  await stored.searchIndex();
  const rolegraph = await requestGraph(stored, new Scheduler({ sliceLength: 0, eventLoop }));
  const answer = executeLimited(
    { schema, document: parse(query), contextValue: { rolegraph } },
    rolegraph,
    false,
    60_000,
  );
  // Nothing here waits for anything but a turn.
  await new Promise(setImmediate);
  const turns = await eventLoop.turnsToTheEnd(1_000_000);
  expect(await answer).not.toHaveProperty('errors');
  return turns;
}

test('every field of Query either walks in slices or finds its answer at once', () => {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect([...Object.keys(walking), ...Object.keys(stepping), ...immediate].toSorted()).toEqual(fields.toSorted());
});

test.each(Object.entries(walking))('%s takes more slices in a larger catalog', async (_, field) => {
  const [inSmall, inLarge] = [await turnsOf(small, `{ ${field} }`), await turnsOf(large, `{ ${field} }`)];
  expect(inLarge).toBeGreaterThan(inSmall);
});

test.each(Object.entries({ ...walking, ...stepping }))(
  '%s takes as many slices for each alias as alone',
  async (_, field) => {
    const aliases = Array.from({ length: 5 }, (_, index) => `a${index}: ${field}`);
    // What is computed once for all, such as an index, is not counted.
    await turnsOf(large, `{ ${field} }`);
    const alone = await turnsOf(large, `{ ${field} }`);
    expect(await turnsOf(large, `{ ${aliases.join(' ')} }`)).toBeGreaterThan(4 * alone);
  },
);
