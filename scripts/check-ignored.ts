import { execFileSync } from 'node:child_process';

/**
 * Fails if a pattern of .gitignore or .prettierignore matches a source: such a file is not formatted, and `git add` passes
 * over it while it is new. `git ls-files` reports files that are already tracked, too.
 */
const sources = ['src', 'schema', 'cypher', 'test', 'bench', 'scripts'];
const generated = [
  'schema/schema.graphql',
  'test/schema/contract.graphql',
  'test/store/format-1/',
  'bench/peers/package-lock.json',
];

const filesMatching = (...exclusions: readonly string[]): readonly string[] =>
  ['--cached', '--others'].flatMap((which) =>
    execFileSync('git', ['ls-files', which, '--ignored', ...exclusions, '--', ...sources], { encoding: 'utf8' })
      .split('\n')
      .filter((path) => path !== '' && !path.includes('node_modules/') && !path.startsWith('test/neo4j/target/')),
  );

const ignored = [...filesMatching('--exclude-standard'), ...filesMatching('--exclude-from=.prettierignore')];
const mistaken = [...new Set(ignored)].filter((path) => !generated.some((each) => path.startsWith(each)));
if (mistaken.length > 0) {
  process.stderr.write(
    `.gitignore or .prettierignore matches these sources. Start its pattern with a slash:\n${mistaken.join('\n')}\n`,
  );
  process.exitCode = 1;
}
