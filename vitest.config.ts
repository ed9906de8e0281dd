import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** One Neo4j for all projects that name it; it starts only if one of their tests runs. */
const withNeo4j = ['test/support/neo4j/neo4j-for-tests.ts'];
const withExplorer = ['test/support/explorer/explorer-for-tests.ts'];

/**
 * One project for each layer, so that a failing run shows at once which layer broke, in the order in which they start: the
 * longest first. Every folder of test/ that no other project names belongs to `unit`.
 */
const layers = [
  {
    name: 'e2e',
    folders: ['e2e'],
    testTimeout: 300_000,
    globalSetup: [...withNeo4j, ...withExplorer],
    isolate: true,
  },
  { name: 'contract', folders: ['store'], testTimeout: 120_000, globalSetup: withNeo4j, isolate: false },
  { name: 'schema', folders: ['schema'], testTimeout: 120_000, globalSetup: withNeo4j, isolate: false },
];
const named = new Set(layers.flatMap(({ folders }) => folders));
const folders = readdirSync(new URL('test', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !named.has(entry.name))
  .map(({ name }) => name);
const unit = { name: 'unit', folders, testTimeout: 60_000, globalSetup: [], isolate: false };
const projects = [...layers, unit];

/**
 * Keeps the files of a project together, so that a worker goes on with the modules that it has loaded, and starts the
 * projects in the order above; first those that start a Neo4j of their own, for they take longest, each followed by two others: they
 * mostly wait, and take twice as long as others, so that one worker waits and the others compute.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const ordered = projects.flatMap(({ name }) => sorted.filter(({ project }) => project.name === name));
    const isWaiting = ({ moduleId }: TestSpecification) => moduleId.includes('/e2e/neo4j-');
    const waiting = ordered.filter(isWaiting);
    const computing = ordered.filter((file) => !isWaiting(file));
    const first = waiting.flatMap((file, index) => [file, ...computing.slice(2 * index, 2 * index + 2)]);
    return [...first, ...computing.slice(2 * waiting.length)];
  }
}

export default defineConfig({
  // Packages are resolved as Node itself does, or tests would load a second copy of graphql, its development build.
  ssr: { resolve: { conditions: ['node', 'module-sync', 'import'] } },
  test: {
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: projects.map(({ name, folders, testTimeout, globalSetup, isolate }) => ({
      extends: true as const,
      test: {
        name,
        include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
        testTimeout,
        hookTimeout: 240_000,
        // What is waited for must come; how soon depends on the machine, so only the timeout of the test ends the wait.
        expect: { poll: { timeout: testTimeout, interval: 20 } },
        globalSetup,
        // Without isolation, the files that a worker runs share the modules they import. End-to-end tests hold processes.
        isolate,
      },
    })),
  },
});
