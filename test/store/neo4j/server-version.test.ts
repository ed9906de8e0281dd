import { expect, test } from 'vitest';
import { StoreError } from '../../../src/store/store-error.ts';
import { checkServerVersion } from '../../../src/store/neo4j/driver/server-version.ts';

test.each([
  'Neo4j/5.26.0',
  'Neo4j/5.26.30',
  'Neo4j/5.27-aura',
  'Neo4j/2025.01.0',
  'Neo4j/2026.08.1',
  'Other/1.0',
  undefined,
])('version %s is new enough', (agent) => {
  expect(() => {
    checkServerVersion(agent);
  }).not.toThrow();
});

test.each(['Neo4j/5.25.1', 'Neo4j/5.3.0', 'Neo4j/4.4.40', 'Neo4j/3.5.0'])('version %s is too old', (agent) => {
  const check = () => {
    checkServerVersion(agent);
  };
  expect(check).toThrow(StoreError);
  expect(check).toThrow(`is Neo4j ${agent.split(/[/.]/).slice(1, 3).join('.')}; Rolegraph needs Neo4j 5.26`);
});
