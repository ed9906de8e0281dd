import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { requestGraph } from '../../schema/context.ts';
import { replacedIds } from '../../schema/execution/replaced-ids.ts';
import { schema } from '../../schema/schema.ts';
import { CatalogGraph } from '../../src/graph/catalog-graph.ts';
import { graphOfCatalog } from '../../src/graph/structure/graph-of-catalog.ts';
import { Scheduler } from '../../src/scheduling/scheduler.ts';
import { runToCompletion } from '../../src/scheduling/steps.ts';
import { executeLimited } from '../../src/server/graphql/execution/limited-execution.ts';
import { catalogInProcess, newHeader } from '../../src/store/in-process-catalog.ts';
import { catalogWith, line } from '../support/catalogs/small-catalogs.ts';
import { askingOf, askingWithin } from '../support/engines/asking.ts';
import { engines } from '../support/engines/engines.ts';

const catalog = catalogWith({
  pillars: [
    { slug: 'operations', name: 'Operations' },
    { slug: 'security', name: 'Security' },
  ],
  categories: [
    { slug: 'on-call', name: 'On call', pillar: 'operations' },
    { slug: 'reviews', name: 'Reviews', pillar: 'security' },
  ],
  topics: [{ slug: 'backup', name: 'Backup' }],
  responsibilities: [
    { slug: 'verify-backups', name: 'Verify backups', topics: ['backup'] },
    { slug: 'review-access', name: 'Review access' },
  ],
  roles: [
    { slug: 'platform', title: 'Platform Engineer' },
    { slug: 'security', title: 'Security Engineer' },
  ],
  appearances: [
    { ...line(1, 'platform', 'operations/on-call', ['verify-backups']), titles: ['Platform Engineer'] },
    { ...line(2, 'security', 'security/reviews', ['review-access']), titles: ['Security Engineer'] },
  ],
  retired: [
    { role: 'ops', replacedBy: 'platform' },
    { role: 'admin', replacedBy: 'ops' },
    { role: 'generalist', replacedBy: ['admin', 'security'] },
    { role: 'operator' },
    { responsibility: 'check-backups', replacedBy: 'verify-backups' },
    { topic: 'backups', replacedBy: 'backup' },
    { pillar: 'ops', replacedBy: 'operations' },
    { category: 'operations/pager', replacedBy: 'operations/on-call' },
  ],
});
const graph = CatalogGraph.of(graphOfCatalog(catalog).structure);

describe.each(engines)('in $name', (engine) => {
  const ask = askingWithin(() => askingOf(catalog, engine));

  test.each([
    ['role:ops', 'role:platform'],
    ['role:admin', 'role:platform'],
    ['role:generalist', undefined],
    ['role:operator', undefined],
    ['responsibility:check-backups', 'responsibility:verify-backups'],
    ['topic:backups', 'topic:backup'],
    ['pillar:ops', 'pillar:operations'],
    ['category:operations/pager', 'category:operations/on-call'],
    ['category:ops/on-call', 'category:operations/on-call'],
    ['category:ops/pager', 'category:operations/on-call'],
    ['appearance:ops/pager/admin/s-1', 'appearance:operations/on-call/platform/s-1'],
    ['role:platform', 'role:platform'],
    ['role:never', undefined],
  ])('node(id: "%s") is %s', async (id, found) => {
    const { data, errors } = await ask('query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id });
    const node = found === undefined ? null : { id: found };
    expect({ data, errors }).toEqual({ data: { node, nodes: [node] }, errors: [] });
  });

  test('every look-up and argument takes an id that one node replaces', async () => {
    const { data, errors } = await ask(`{
      role(by: { id: "role:ops" }) { id }
      responsibility(by: { id: "responsibility:check-backups" }) { id }
      topic(by: { id: "topic:backups" }) { id }
      pillar(by: { id: "pillar:ops" }) { id }
      roles(filter: { inAny: ["pillar:ops"] }) { nodes { id } }
      graph(select: { nodeKinds: [ROLE], roots: ["role:admin"], depth: 0 }) { nodes { nodeId } }
      coverage(of: ["category:ops/pager"], roles: [{ id: "role:ops" }]) { groups { group { id } } }
      compareRoles(of: [{ id: "role:admin" }, { id: "role:security" }]) { roles { id } }
    }`);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      role: { id: 'role:platform' },
      responsibility: { id: 'responsibility:verify-backups' },
      topic: { id: 'topic:backup' },
      pillar: { id: 'pillar:operations' },
      roles: { nodes: [{ id: 'role:platform' }] },
      graph: { nodes: [{ nodeId: 'role:platform' }] },
    });
  });

  test('an argument with an id that several nodes replace, or none, is an error that names them', async () => {
    const { errors } = await ask(`{
      compareRoles(of: [{ id: "role:generalist" }, { id: "role:security" }]) { roles { id } }
    }`);
    expect(errors.map(({ message }) => message)).toEqual([
      'of has "role:generalist", which was retired and replaced by 2: role:security, role:platform; give the one that you mean.',
    ]);
    const none = await ask('{ graph(select: { nodeKinds: [ROLE], roots: ["role:operator"] }) { nodes { nodeId } } }');
    expect(none.errors.map(({ message }) => message)).toEqual([
      'select.roots has "role:operator", which was retired, and nothing replaces it; leave it out, or give another id.',
    ]);
  });
});

/** What a request says of ids that are no longer used. */
function replacedIn(query: string, variables?: Readonly<Record<string, unknown>>) {
  return replacedIds(graph, parse(query), variables);
}

test('a request names the ids in its text and its variables that are no longer used, in their order', () => {
  const query =
    'query ($by: RoleBy) { node(id: "role:admin") { id } role(by: $by) { id } nodes(ids: ["role:platform"]) { id } }';
  expect(replacedIn(query, { by: { id: 'role:generalist' }, more: ['role:operator', null, 7] })).toEqual([
    { id: 'role:admin', replacedBy: ['role:platform'] },
    { id: 'role:generalist', replacedBy: ['role:security', 'role:platform'] },
    { id: 'role:operator', replacedBy: [] },
  ]);
});

test('variables that are nested too deeply for recursion are looked through', () => {
  let value: unknown = 'role:ops';
  for (let depth = 0; depth < 100_000; depth++) value = [value];
  expect(replacedIn('{ __typename }', { value })).toEqual([{ id: 'role:ops', replacedBy: ['role:platform'] }]);
});

test('an answer has the ids of its request that were replaced in its extensions', async () => {
  const data = graphOfCatalog(catalog);
  const stored = catalogInProcess(data, {
    header: { ...newHeader(data), sequence: 1 },
    storeKind: 'MEMORY',
    runSteps: runToCompletion,
  });
  const answerTo = async (id: string) => {
    const rolegraph = await requestGraph(stored, new Scheduler({ sliceLength: Infinity }));
    const document = parse('query ($id: ID!) { node(id: $id) { id } }');
    const args = { schema, document, variableValues: { id }, contextValue: { rolegraph } };
    return executeLimited(args, rolegraph, false, 60_000);
  };
  expect(await answerTo('role:admin')).toEqual({
    data: { node: { id: 'role:platform' } },
    extensions: { replaced: [{ id: 'role:admin', replacedBy: ['role:platform'] }] },
  });
  expect(await answerTo('role:operator')).toMatchObject({
    data: { node: null },
    extensions: { replaced: [{ id: 'role:operator', replacedBy: [] }] },
  });
  expect(await answerTo('role:platform')).toEqual({ data: { node: { id: 'role:platform' } } });
});
