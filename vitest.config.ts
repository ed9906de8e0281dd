import { defineConfig } from 'vitest/config';

/** One project a layer, so that a red run says at once which layer broke. */
const project = (name: string, folders: readonly string[], testTimeout: number, globalSetup: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
    testTimeout,
    hookTimeout: 60_000,
    globalSetup,
  },
});

/** One Neo4j for all projects that name it; it starts only where one of their tests runs. */
const withNeo4j = ['test/support/neo4j-for-tests.ts'];

export default defineConfig({
  // Packages are resolved as Node itself does, or tests would load a second copy of graphql, its development build.
  ssr: { resolve: { conditions: ['node', 'module-sync', 'import'] } },
  test: {
    projects: [
      project(
        'unit',
        [
          'seed',
          'text',
          'collections',
          'scheduling',
          'catalog',
          'graph',
          'analysis',
          'server',
          'import',
          'cli',
          'bench',
          'neo4j',
        ],
        20_000,
      ),
      project('contract', ['store'], 60_000, withNeo4j),
      project('schema', ['schema'], 20_000, withNeo4j),
      project('e2e', ['e2e'], 120_000, withNeo4j),
    ],
  },
});
