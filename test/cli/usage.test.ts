import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { mostPeople } from '../../src/analysis/hats/assigned-hats.ts';
import { mostInvites } from '../../src/analysis/invites/invite-plan.ts';
import { mostLength, mostPaths } from '../../src/analysis/paths/paths.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const questions = [
  'role',
  'search',
  'list',
  'compare',
  'graph',
  'picture',
  'overlap',
  'invite',
  'gaps',
  'whatif',
  'hats',
  'related',
  'path',
  'raci',
];
const commands = ['serve', 'import', 'init', 'validate', 'export-catalog', 'token', 'print-schema', ...questions];

describe('help', () => {
  test('help names every command, the exit codes and examples', async () => {
    const { code, stdout, stderr } = await cliInProcess(['--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    for (const text of [...commands, 'Exit codes', '  70  ', 'Examples']) expect(stdout).toContain(text);
  });

  test.each(commands)('the help of %s has an example', async (command) => {
    for (const words of [
      [command, '--help'],
      ['help', command],
    ]) {
      const { code, stdout } = await cliInProcess(words);
      expect(code).toBe(0);
      expect(stdout).toContain(`$ rolegraph ${command}`);
    }
  });

  test('help is shown as for a mistake if no command is given', async () => {
    const { code, stdout, stderr } = await cliInProcess([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Usage: rolegraph');
  });

  test('help stays within 120 columns', async () => {
    for (const words of [['--help'], ...commands.map((command) => [command, '--help'])]) {
      const { stdout } = await cliInProcess(words);
      expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
    }
  });
});

test('help gives the ranges and defaults that the schema has', async () => {
  const help = async (command: string) => (await cliInProcess(['help', command])).stdout.replaceAll(/\s+/g, ' ');
  expect(await help('path')).toContain(`may have, 1 to ${mostLength} (default: 4)`);
  expect(await help('path')).toContain(`to list, 1 to ${mostPaths} (default: 3)`);
  expect(await help('invite')).toContain(`how many seats there are, 1 to ${mostInvites.toLocaleString('en-US')};`);
  expect(await help('invite')).toContain('"topic", default: "category"');
  expect(await help('invite')).toContain('"members", "catalog", default: "members"');
  expect(await help('hats')).toContain(`how many people there are, 1 to ${mostPeople}`);
});

test('the version is the package’s', async () => {
  expect(await cliInProcess(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n', stderr: '' });
});

describe('a mistake in the command line is told, with what was probably meant, and ends with 2', () => {
  test.each([
    [
      ['improt', 'x'],
      ["unknown command 'improt'", 'Did you mean import?'],
    ],
    [
      ['import', 'x', '--dryrun'],
      ["unknown option '--dryrun'", 'Did you mean --dry-run?'],
    ],
    [['import'], ['No catalog is given. Give a location: a folder of YAML files']],
    [['serve', '--watch'], ['--watch needs a location, e.g. "rolegraph serve our-teams/ --watch".']],
    [['print-schema', 'one'], ['too many arguments']],
    [
      ['validate', '--prefix', 'ours'],
      ["'--prefix <name=location>'", 'Expected NAME=LOCATION'],
    ],
    [['validate', '--prefix', 'Our Teams=x.yaml'], ['The prefix "Our Teams" is not a slug']],
    [['export-catalog', '--output'], ['argument missing']],
    [['overlap'], ['Give 2 to 16 groups, or --all or --matrix to compare all groups of a kind.']],
    [['overlap', 'security', '--matrix'], ['--matrix lists all pairs of a kind; give --kind, and no groups.']],
    [['overlap', '--all', '--matrix'], ["'--all' cannot be used with option '--matrix'"]],
    [['overlap', '--all', '--kind', 'role'], ['Allowed: pillar, category, organization type.']],
    [['compare'], ["missing required argument 'name'"]],
    [['list'], ["missing required argument 'kind'"]],
    [['list', 'people'], ['Allowed choices are roles, responsibilities, topics']],
    [['list', 'topics', '--in', 'security'], ['--in is for roles; "rolegraph list topics" lists all topics.']],
    [['list', 'roles', '--pillars', 'many'], ['Give a whole number or a range, e.g. 3, 2..4, 2.. or ..4.']],
    [['list', 'roles', '--pillars', '3..2'], ['--pillars has min 3 above max 2']],
    [['graph', '--edge-kinds', 'shares'], ['Allowed: APPEARS_IN, IN_CATEGORY']],
    [['graph', '--depth', 'far'], ['Give a whole number of at least 0.']],
    [['graph', '--min-overlap', 'low'], ['Give a number, e.g. 0.1.']],
    [
      ['help', 'lst'],
      ['there is no command "lst" (did you mean "list"?)', 'The commands are serve, import,'],
    ],
    [['path', 'SRE'], ["missing required argument 'to'"]],
    [['role', 'SRE', '--json', '--csv'], ["'--json' cannot be used with option '--csv'"]],
    [
      ['search', 'x', '--first', '0'],
      ["'--first <number>'", "'0'", 'a whole number of at least 1'],
    ],
    [
      ['search', 'x', '--kind', 'role,rle'],
      ["'--kind <kinds>'", 'Allowed: role, responsibility'],
    ],
    [
      ['search', 'x', '--kind', ','],
      ["'--kind <kinds>'", 'Allowed: role, responsibility'],
    ],
    [['invite', 'security', '--by', 'luck'], ['Allowed choices are category, responsibility, topic']],
    [
      ['hats', 'five', 'security'],
      ['Give the number of people first, e.g. rolegraph hats 5 reliability, or the people in --team.\n'],
    ],
    [['hats', '0', '--for', 'security'], ['<people> is "0". Give a whole number of at least 1.\n']],
    [['hats', '5'], ['Give the groups whose roles are to be distributed, e.g. rolegraph hats 5 reliability.\n']],
    [
      ['path', 'Chaos', 'Engineering', 'Specialist', 'Finance', 'Analyst'],
      ['path takes two names, but 5 words were given. Quote names of several words.\n'],
    ],
    [['gaps'], ["required option '--team <file>' not specified"]],
  ])('reports a mistake with what was probably meant, and ends with 2: %j', async (words, said) => {
    const { code, stdout, stderr } = await cliInProcess(words);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    for (const text of said) expect(stderr).toContain(text);
  });
});

test.each(['serve', 'import x', 'export-catalog', 'role x'])(
  'a wrong setting ends "%s" with 2 and is named',
  async (words) => {
    const { code, stderr } = await cliInProcess(words.split(' '), { env: { PORT: 'http' } });
    expect(code).toBe(2);
    expect(stderr).toContain('PORT');
  },
);

test('reports a database that does not answer, with the reason below and without the password', async () => {
  const env = { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'secret' };
  const { code, stdout, stderr } = await cliInProcess(['export-catalog'], { env });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Neo4j does not answer\. .*\n {2}.*ECONNREFUSED.*\nSee docs\/\S+\.\n$/);
  expect(stderr).not.toContain('secret');
});

describe('colours', () => {
  const esc = '\u001b[';
  beforeEach(() => {
    for (const name of ['NO_COLOR', 'NODE_DISABLE_COLORS', 'FORCE_COLOR']) vi.stubEnv(name, undefined);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('uses colours on terminals', async () => {
    const folder = await temporaryFolder();
    const { stdout } = await cliInProcess(['validate', folder], { isTTY: true });
    expect(stdout).toContain(esc);
    expect((await cliInProcess(['improt'], { isTTY: true })).stderr).toContain(esc);
  });

  test('uses no colours elsewhere', async () => {
    const folder = await temporaryFolder();
    expect((await cliInProcess(['validate', folder])).stdout).not.toContain(esc);
    expect((await cliInProcess(['improt'])).stderr).not.toContain(esc);
  });
});
