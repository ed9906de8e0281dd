import { expect, test } from 'vitest';
import { StoreError } from '../../../src/store/store-error.ts';
import { checkEngine } from '../../../src/store/neo4j/driver/engine-check.ts';

const noTrial = () => Promise.reject(new Error('nothing should be tried'));

test.each(['Neo4j/5.26.0', 'Neo4j/5.26.30', 'Neo4j/5.27-aura', 'Neo4j/2025.01.0', 'Neo4j/2026.08.1'])(
  'version %s is new enough',
  async (agent) => {
    expect(await checkEngine(agent, noTrial)).toBeUndefined();
  },
);

test.each(['Neo4j/5.25.1', 'Neo4j/5.3.0', 'Neo4j/4.4.40', 'Neo4j/3.5.0'])('version %s is too old', async (agent) => {
  const check = checkEngine(agent, noTrial);
  await expect(check).rejects.toThrow(StoreError);
  await expect(check).rejects.toThrow(
    `is Neo4j ${agent.split(/[/.]/).slice(1, 3).join('.')}; Rolegraph needs Neo4j 5.26`,
  );
});
