import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { readTeam } from '../../src/cli/team/read-team.ts';
import { CommandError, UsageError } from '../../src/cli/command-error.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const fromStdin = (content: string | Uint8Array) => readTeam('-', Readable.from([Buffer.from(content)]));

async function fileWith(content: string): Promise<string> {
  const file = join(await temporaryFolder(), 'team.txt');
  await writeFile(file, content);
  return file;
}

test('reads one role a line, with its position, without comments and blank lines', async () => {
  const file = await fileWith(
    '\ufeff# The team\r\n\r\n  SRE  # Anna\r\nC# Developer\r\n\t\r\nEngineer #2\r\n#no role\r\nArchitect #\r\nAuditor',
  );
  expect(await readTeam(file, Readable.from([]))).toEqual({
    kind: 'ROLES',
    lines: [
      { text: 'SRE', position: `${file}:3` },
      { text: 'C# Developer', position: `${file}:4` },
      { text: 'Engineer #2', position: `${file}:6` },
      { text: 'Architect', position: `${file}:8` },
      { text: 'Auditor', position: `${file}:9` },
    ],
  });
});

test('reads standard input for "-"', async () => {
  expect(await fromStdin('SRE\n')).toEqual({ kind: 'ROLES', lines: [{ text: 'SRE', position: 'standard input:1' }] });
});

test('accepts 1,000 roles', async () => {
  expect(await fromStdin('SRE\n'.repeat(1_000))).toMatchObject({ lines: { length: 1_000 } });
});

describe('is refused', () => {
  test.each([
    ['nobody', '\n# nobody\n', 'standard input names no role; write one title per line, e.g. DevOps Engineer.'],
    ['more than 1,000 roles', 'SRE\n'.repeat(1_001), 'standard input has 1,001 roles; a team may have at most 1,000.'],
    [
      'more than a million bytes',
      '#'.repeat(1_000_001),
      'standard input has more than 1,000,000 bytes, the limit for a team file.',
    ],
    [
      'what is no UTF-8',
      Uint8Array.of(0x61, 0x0a, 0xff),
      'standard input:2: expected UTF-8, got invalid bytes in this line; save the file as UTF-8.',
    ],
  ])('refuses %s', async (_, content, message) => {
    await expect(fromStdin(content)).rejects.toEqual(new UsageError(message));
  });

  test.each([
    ['a file that is not there', 'nowhere.txt', 'there is no such file'],
    ['a folder', '.', 'it is a folder'],
    ['a file in a file', 'team.txt/team.txt', 'there is no such file'],
  ])('refuses %s', async (_, name, reason) => {
    const file = join(await temporaryFolder(), name);
    if (name.startsWith('team.txt/')) await writeFile(dirname(file), 'SRE');
    await expect(readTeam(file, Readable.from([]))).rejects.toEqual(
      new CommandError(`Cannot read the team from ${file}: ${reason}.`),
    );
  });

  test('reports any other failure by its code alone', async () => {
    const failing = new Readable({
      read() {
        this.destroy(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' }));
      },
    });
    await expect(readTeam('-', failing)).rejects.toEqual(
      new CommandError('Cannot read the team from standard input: reading it fails (EIO).'),
    );
  });

  test('refuses what is no name of a file', async () => {
    await expect(readTeam('', Readable.from([]))).rejects.toEqual(
      new UsageError('--team is empty; give it a file, or "-" for standard input.'),
    );
  });
});

describe('people', () => {
  const person = (line: number, name: string, roles: readonly string[], share = 1, until?: string) => ({
    position: `standard input:${line}`,
    line,
    name,
    roles,
    share,
    until,
  });

  test.each([
    [
      'with commas',
      '\ufeffName,Roles,Share,Until\r\n"Berg, Ann",SRE; DevOps Engineer,,\r\n\r\nBen Ito,"Auditor, CISO","0,5",2027-03-31\r\n',
      [person(2, 'Berg, Ann', ['SRE', 'DevOps Engineer']), person(4, 'Ben Ito', ['Auditor, CISO'], 0.5, '2027-03-31')],
    ],
    [
      'with semicolons and lines in a cell',
      'role;name;share\n"SRE\nAuditor";Ann;50 %\n"SRE;CISO";Ben;1\n',
      [person(2, 'Ann', ['SRE', 'Auditor'], 0.5), person(4, 'Ben', ['SRE', 'CISO'])],
    ],
    ['with tabs', 'name\troles\nAnn\tSRE|CISO\n', [person(2, 'Ann', ['SRE', 'CISO'])]],
  ])('reads a table %s', async (_, content, rows) => {
    expect(await fromStdin(content)).toEqual({ kind: 'PEOPLE', rows, problems: [] });
  });

  test('reads a list in YAML, and in JSON', async () => {
    const yaml =
      '# The team\n- name: Ann\n  roles: [SRE, Auditor]\n- name: Ben\n  roles: CISO\n  share: 0.5\n  until: 2027-03-31\n';
    expect(await fromStdin(yaml)).toEqual({
      kind: 'PEOPLE',
      rows: [person(2, 'Ann', ['SRE', 'Auditor']), person(4, 'Ben', ['CISO'], 0.5, '2027-03-31')],
      problems: [],
    });
    expect(await fromStdin('[{ "name": "Ann", "roles": ["SRE"], "share": null }]')).toEqual({
      kind: 'PEOPLE',
      rows: [person(1, 'Ann', ['SRE'])],
      problems: [],
    });
  });

  const problemsOf = async (content: string) => {
    const file = await fromStdin(content);
    if (file.kind === 'ROLES') throw new Error('not people');
    return file.problems.map(({ position, message }) => `${position}: ${message}`);
  };

  test('reports all problems of a table, with their lines', async () => {
    const content = [
      'name,roles,shre,until',
      'Ann,SRE,1,31.3.2027',
      ',SRE,,',
      'Ben,,,',
      'ann,CISO,,2027-02-30',
      'Carla,SRE,,,more',
    ];
    expect(await problemsOf(content.join('\n'))).toEqual([
      'standard input:1: "shre" is not a column of a team (did you mean "share"?). The columns are name, roles, share, until; name and roles are required.',
      'standard input:6: This line has 5 cells, and the header 4. Put quotes around cells with "," in them.',
      'standard input:2: The last day (until) of "Ann" is "31.3.2027". Write it as YYYY-MM-DD, e.g. 2027-03-31.',
      'standard input:3: This person has no name.',
      'standard input:4: "Ben" has no role. Name at least one, or leave the person out.',
      'standard input:5: "ann" is also in line 2. Give each person once, with all roles, and add something to equal names.',
      'standard input:5: The last day (until) of "ann" is "2027-02-30". Write it as YYYY-MM-DD, e.g. 2027-03-31.',
    ]);
  });

  test.each(['0', '1.5', '120%', 'half', '-1'])('refuses a share of %s', async (share) => {
    expect(await problemsOf(`name,roles,share\nAnn,SRE,${share}`)).toEqual([
      `standard input:2: The share of "Ann" is "${share}"; it must be above 0 and at most 1, a full-time person, e.g. 0.5 or 50%.`,
    ]);
  });

  test.each([
    ['a column twice', 'name,roles,role\nAnn,SRE,SRE', ['standard input:1: The column "role" is given twice.']],
    ['no roles', 'name,share\nAnn,1', ['standard input:1: There is no column roles. Add it to the header.']],
    [
      'a quote without an end',
      'name,roles\nAnn,"SRE\n',
      [
        'standard input:2: This is not CSV: Quote Not Closed: the parsing is finished with an opening quote at line 2.',
        'standard input:1: There is no column roles. Add it to the header.',
      ],
    ],
  ])('refuses a table with %s', async (_, content, problems) => {
    const found = await problemsOf(content);
    expect(found[0]).toEqual(problems[0]);
  });

  test('reports all problems of a list, with their lines', async () => {
    const yaml =
      '- name: Ann\n  rolls: [SRE]\n- Ben\n- name: [Carla]\n  roles: [SRE]\n- name: Dev\n  roles: [SRE, 7]\n  share: 2\n';
    expect(await problemsOf(yaml)).toEqual([
      'standard input:2: "rolls" is not a column of a team (did you mean "roles"?). The columns are name, roles, share, until; name and roles are required.',
      'standard input:3: This entry is not a person. Write a list of people, each as "- name: Ann Berg" with roles: [SRE] below it.',
      'standard input:4: name is not a text or number: "["Carla"]".',
      'standard input:7: roles is not a list of texts: "["SRE",7]".',
      'standard input:1: "Ann" has no role. Name at least one, or leave the person out.',
      'standard input:6: The share of "Dev" is "2"; it must be above 0 and at most 1, a full-time person, e.g. 0.5 or 50%.',
    ]);
  });

  test.each([
    ['name,roles\n', 'standard input names nobody; write one person per line, e.g. Ann Berg,SRE.'],
    [`name,roles\n${'Ann,SRE\n'.repeat(1_001)}`, 'standard input has 1,001 people; a team may have at most 1,000.'],
  ])('refuses nobody, and more than 1,000 people', async (content, message) => {
    await expect(fromStdin(content)).rejects.toEqual(new UsageError(message));
  });
});
