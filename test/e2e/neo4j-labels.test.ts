import { beforeAll, describe, expect, test } from 'vitest';
import { cliProcess } from '../support/processes/cli-process.ts';
import { ownNeo4jServer, type Neo4jServer } from '../support/neo4j/own-neo4j-server.ts';
import { canHurtNeo4j, longHook, plainConnection, settingsOf } from './neo4j-under-load.ts';

describe.runIf(canHurtNeo4j)('a new database', () => {
  let database: Neo4jServer;
  beforeAll(async () => {
    database = await ownNeo4jServer();
  }, longHook);

  test('lists the label of its kind before :Rolegraph for every node, by which tools choose its color', async () => {
    const { code, stderr } = await cliProcess(['import', 'seed'], settingsOf(database));
    expect(code, stderr).toBe(0);
    const connection = plainConnection(database);
    const rows = await connection.cypher('MATCH (node) RETURN DISTINCT labels(node) AS labels ORDER BY labels');
    await connection.close();
    const kinds = ['Appearance', 'Category', 'OrganizationType', 'Pillar', 'Responsibility', 'Role'];
    const all = [...kinds, 'RolegraphCatalog', 'RolegraphGeneration', 'Source', 'Topic'];
    expect(rows).toEqual(all.map((label) => ({ labels: [label, 'Rolegraph'] })));
  });
});
