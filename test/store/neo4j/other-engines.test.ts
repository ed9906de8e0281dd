import { createServer } from 'node:http';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { GraphData } from '../../../src/graph/structure/graph-data.ts';
import { openNeo4jStore } from '../../../src/store/neo4j/neo4j-store.ts';
import { scriptedBoltServer, type Answer } from '../../support/neo4j/scripted-bolt-server.ts';
import { storeFailure } from '../../support/engines/store-failure.ts';

const arithmetic = { code: 'Neo.ClientError.Statement.ArithmeticError', message: '/ by zero' };

/** What an engine answers that has everything that Rolegraph tries. */
function answersAll(text: string): Answer {
  return text.includes('1 / $zero') ? arithmetic : { holds: true };
}

function failureAt(port: number, scheme = 'bolt') {
  const store = openNeo4jStore({
    settings: { uri: `${scheme}://127.0.0.1:${port}`, username: 'u', password: 'p', database: undefined },
    shippedCatalog: () => Promise.reject<GraphData>(new Error('nobody should ask for it')),
  });
  onTestFinished(() => store.close());
  return storeFailure(store.prepare());
}

describe('an engine that speaks Bolt and is not Neo4j', () => {
  test('is named with everything that it lacks', async () => {
    const agent = 'Neo4j/v5.11.0 compatible graph database server - Other';
    const { port } = await scriptedBoltServer({
      agent,
      answer: (text) =>
        /epochMillis|CALL \(/.test(text) ? { code: 'Other.ClientError', message: 'unknown' } : answersAll(text),
    });
    const { code, message } = await failureAt(port);
    expect(code).toBe('MISCONFIGURED');
    expect(message).toContain(`calls itself "${agent}"`);
    expect(message).toContain(
      'lacks what Rolegraph needs: subqueries, CALL () { … }; datetime(), datetime.realtime() and duration(). Set NEO4J_URI',
    );
  });

  test('is named if it silently does something else', async () => {
    const { port } = await scriptedBoltServer({
      agent: 'Neo4j/5.26.0 compatible (Other 1.0)',
      answer: (text) => (text.includes('1 / $zero') ? { holds: true } : { holds: !text.includes('FOREACH') }),
    });
    const { code, message } = await failureAt(port);
    expect(code).toBe('MISCONFIGURED');
    expect(message).toContain(
      'needs: FOREACH whose labels and relationships the same statement can read; the error Neo.ClientError.Statement.ArithmeticError',
    );
  });

  test.each([
    'Other.ClientError.Failed',
    'Neo.ClientError.Statement.SyntaxError',
    'Neo.DatabaseError.General.UnknownError',
  ])('is named with the statement that it refuses by %s', async (refusal) => {
    const { port } = await scriptedBoltServer({
      agent: 'Other/1.0\n',
      answer: (text) => (text.includes('catalog.generation') ? { code: refusal, message: 'cannot' } : answersAll(text)),
    });
    const failure = await failureAt(port);
    expect(failure.code).toBe('MISCONFIGURED');
    expect(failure.message).toContain('calls itself "Other/1.0?". It cannot run a statement of Rolegraph, cypher/');
    expect(failure.cause).toHaveProperty('message', 'cannot');
  });

  test('is named if it cannot say which servers there are', async () => {
    const { port } = await scriptedBoltServer({ agent: 'Other/1.0', answer: answersAll });
    const { code, message } = await failureAt(port, 'neo4j');
    expect([code, message]).toEqual(['MISCONFIGURED', expect.stringContaining('Use bolt://')]);
  });

  test.each(['bolt', 'neo4j'])('is told from a web server at the port, with %s', async (scheme) => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    const { code, message } = await failureAt(typeof address === 'object' ? (address?.port ?? 0) : 0, scheme);
    expect([code, message]).toEqual(['MISCONFIGURED', expect.stringContaining('does not speak its protocol')]);
  });
});
