import { auditServer } from 'graphql-http';
import { expect, test } from 'vitest';
import { schema } from '../../../schema/schema.ts';
import { start } from '../running-server.ts';

test('every audit of GraphQL over HTTP passes', async () => {
  const { url } = await start({ schema });
  const results = await auditServer({ url: `${url}/graphql` });
  expect(results.length).toBeGreaterThan(50);
  expect(results.filter(({ status }) => status !== 'ok').map((result) => `${result.name}: ${result.status}`)).toEqual(
    [],
  );
});
