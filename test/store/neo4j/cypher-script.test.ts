import neo4j, { type Config, type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cleanText } from '../../../src/text/clean-text.ts';
import type { ExchangedGraph } from '../../../src/exchange/exchanged-graph.ts';
import { cypherScript } from '../../../src/exchange/formats/cypher.ts';
import { nodeKinds } from '../../../src/graph/nodes/node-kind.ts';
import { handbookCatalog } from '../../support/catalogs/handbook-catalog.ts';
import { hostileCatalog, hostileTitles } from '../../support/catalogs/hostile-catalog.ts';
import { exchangedOf, wholeFileOf } from '../../support/exchanged-graphs.ts';
import { emptyCatalog, sharedNeo4j } from '../../support/neo4j/shared-neo4j.ts';
import { graphOfCatalog } from '../../../src/graph/structure/graph-of-catalog.ts';

const settings = sharedNeo4j();
// eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- see src/store/neo4j/driver/connection.ts
const config: Config = { disableLosslessIntegers: true };

describe.skipIf(settings === undefined)('a Cypher script on Neo4j', () => {
  let driver: Driver;

  beforeAll(() => {
    if (settings === undefined) return;
    const { uri, username, password } = settings;
    driver = neo4j.driver(uri, neo4j.auth.basic(username ?? 'neo4j', password ?? ''), config);
  });

  afterAll(async () => {
    await run('MATCH (node:RolegraphNode) DETACH DELETE node');
    await run('DROP CONSTRAINT rolegraph_node_id IF EXISTS');
    await driver.close();
  });

  async function run(query: string): Promise<readonly Record<string, unknown>[]> {
    const { records } = await driver.executeQuery(query);
    return records.map((record) => record.toObject());
  }

  /** Runs a script as cypher-shell does: a statement ends with a semicolon at the end of a line, which no text contains. */
  async function runScript(graph: ExchangedGraph): Promise<void> {
    const script = (await wholeFileOf(cypherScript, graph)).toString('utf8');
    for (const statement of script.split(/;\n/)) {
      const text = statement.replaceAll(/^\/\/.*$/gm, '').trim();
      if (text !== '') await run(text);
    }
  }

  const counts = z.object({ nodes: z.number(), edges: z.number(), weights: z.number().nullable() });

  async function written() {
    const [row] = await run(
      `MATCH (node:RolegraphNode) WITH count(node) AS nodes
       OPTIONAL MATCH (:RolegraphNode)-[edge]->(:RolegraphNode)
       RETURN nodes, count(edge) AS edges, sum(coalesce(edge.weight, 1)) AS weights`,
    );
    return counts.parse(row);
  }

  function countsOf({ nodes, edges }: ExchangedGraph) {
    return {
      nodes: nodes.length,
      edges: edges.length,
      weights: [...edges].reduce((sum, { weight }) => sum + weight, 0),
    };
  }

  beforeEach(() => run('MATCH (node:RolegraphNode) DETACH DELETE node'));

  test('writes every node and edge once, also when it runs twice', async () => {
    const graph = exchangedOf(handbookCatalog, { minOverlap: 0, nodeKinds });
    for (let times = 0; times < 2; times++) {
      await runScript(graph);
      const { weights, ...found } = await written();
      const { weights: expected, ...given } = countsOf(graph);
      expect(found).toEqual(given);
      expect(weights).toBeCloseTo(expected, 6);
    }
  });

  test('writes labels, properties and numbers as the database of Rolegraph has them', async () => {
    await runScript(exchangedOf(handbookCatalog, { minOverlap: 0, nodeKinds }));
    const [role] = await run(`MATCH (node:Role:RolegraphNode {id: 'role:sre'}) RETURN properties(node) AS properties`);
    expect(role?.['properties']).toEqual({
      id: 'role:sre',
      name: 'Site Reliability Engineer',
      slug: 'sre',
      title: 'Site Reliability Engineer',
      alternateTitles: ['SRE', '信頼性エンジニア'],
      hiddenTitles: ['Ops', 'On-call engineer'],
      sameAs: [],
      summary: 'Keeps it up.',
    });
    const [edge] = await run(
      `MATCH (:RolegraphNode {id: 'role:sre'})-[edge:PERFORMS]->(:Responsibility {id: 'responsibility:verify-backups'})
       RETURN edge.weight AS weight`,
    );
    expect(edge).toEqual({ weight: 2 });
    const [types] = await run(
      `MATCH (:RolegraphNode)-[edge:OVERLAPS_WITH]->() WHERE edge.weight = 1
       RETURN valueType(edge.weight) AS weight, valueType(edge.sharedRoleCount) AS count`,
    );
    expect(types).toEqual({ weight: 'FLOAT NOT NULL', count: 'INTEGER NOT NULL' });
  });

  test('writes hostile titles as they are, but for what no text can have', async () => {
    const escapes = [String.raw`\u0027}] AS row MATCH (n) DETACH DELETE n //`, "'); // ", String.raw`\\' \\\u0041`];
    const catalog = {
      ...hostileCatalog,
      roles: [...hostileCatalog.roles, ...escapes.map((title, index) => ({ slug: `escape-${index}`, title }))],
    };
    await runScript(exchangedOf(catalog));
    const rows = await run('MATCH (role:Role:RolegraphNode) RETURN role.title AS title');
    expect(new Set(rows.map(({ title }) => title))).toEqual(new Set([...hostileTitles.map(cleanText), ...escapes]));
  });

  test('writes the kind as the first label, and what the catalog no longer says is gone after the next script', async () => {
    await runScript(exchangedOf(handbookCatalog));
    const [pillar] = await run(`MATCH (node:RolegraphNode {id: 'pillar:security'}) RETURN labels(node) AS labels`);
    expect(pillar).toEqual({ labels: ['Pillar', 'RolegraphNode'] });
    const shorter = { ...handbookCatalog, pillars: handbookCatalog.pillars.map(({ slug, name }) => ({ slug, name })) };
    await runScript(exchangedOf(shorter));
    const [after] = await run(`MATCH (node:RolegraphNode {id: 'pillar:security'}) RETURN node.summary AS summary`);
    expect(after).toEqual({ summary: null });
  });

  test('leaves the nodes of a server in the same database alone', async () => {
    if (settings === undefined) return;
    const { catalog, open } = emptyCatalog(settings);
    await open(() => Promise.resolve(graphOfCatalog(handbookCatalog))).prepare();
    // Other tests write nodes of other catalogs meanwhile.
    const inServer = `MATCH (catalog:Rolegraph {key: '${catalog}'})
       MATCH (node:Rolegraph {key: catalog.generation + '/pillar:security'}) RETURN properties(node) AS properties`;
    const before = await run(inServer);
    expect(before).toHaveLength(1);
    await runScript(exchangedOf(handbookCatalog));
    expect(await run(`MATCH (node:Rolegraph:RolegraphNode) RETURN count(node) AS count`)).toEqual([{ count: 0 }]);
    expect(await run(inServer)).toEqual(before);
  });
});
