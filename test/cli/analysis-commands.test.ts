import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { hospitalFile } from '../support/catalogs/hospital-catalog.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Asks the catalog that ships. */
async function rolegraph(words: readonly string[], input = '') {
  return cliInProcess(words, { env: { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') }, input });
}

async function refusal(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await rolegraph(words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

describe('invite', () => {
  test('invite counts what --by names, categories without it', async () => {
    expect((await rolegraph(['invite', 'security'])).stdout).toMatch(
      /^6 roles cover 6 of 6 categories; no plan is better, and 64,511 other plans are as good\.\n/,
    );
    expect((await rolegraph(['invite', 'security', '--by', 'topic'])).stdout).toMatch(/ of 24 topics; /);
  });

  test('invite fills the spare seats of --max, unless told not to, and says why each role is invited', async () => {
    const { stdout } = await rolegraph(['invite', 'security', '--max', '8']);
    expect(stdout).toContain(
      '2 spare seats go to who adds most responsibilities. The 8 invited roles have 25 of the 48',
    );
    expect(stdout).toMatch(
      /\n\n4\. Security Engineer\n {3}Is the only one invited for Security Lifecycle & Automation \(001:81\)\./,
    );
    expect(stdout).toMatch(/\n\n8\. Security Analyst \(spare seat\)\n {3}Brings 2 duties/);
    const { stdout: bare } = await rolegraph(['invite', 'security', '--max', '8', '--no-fill']);
    expect(bare).toContain('2 seats stay empty. The 6 invited roles have');
    expect(bare).not.toContain('spare seat)');
  });

  test('invite says what roles from outside the groups would change, and --from invites them', async () => {
    const words = ['invite', 'sustainability', '--by', 'responsibility'];
    expect((await rolegraph(words)).stdout).toContain(
      '\nOnly members of Sustainability are invited. With roles that do the same elsewhere (--from catalog), 13 roles would be enough.\n',
    );
    const { stdout } = await rolegraph([...words, '--from', 'catalog']);
    expect(stdout).toMatch(/^13 roles cover 30 of 30 responsibilities; /);
    expect(stdout).not.toContain('Only members');
  });

  test('invite seats a role of --with that is in none of the groups, and says so', async () => {
    const { stdout } = await rolegraph(['invite', 'security', '--with', 'Finance Analyst']);
    expect(stdout).toMatch(/^7 roles cover 6 of 6 categories; /);
    expect(stdout).toContain('7. Finance Analyst\n   Invited by name; carries nothing of Security.\n');
  });

  test('invite says so if nobody is left', async () => {
    const everybody = z
      .object({ overlap: z.object({ roles: z.object({ nodes: z.array(z.object({ id: z.string() })) }) }) })
      .parse(JSON.parse((await rolegraph(['overlap', 'security/infra', 'security', '--json'])).stdout));
    const ids = everybody.overlap.roles.nodes.map(({ id }) => id);
    const { code, stdout } = await rolegraph(['invite', 'security/infra', '--without', ids.join(',')]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'No role that may be invited covers any of 1 category.\n\nNot covered\nInfrastructure & Network\n',
    );
  });

  test('messages of invite name arguments as the command line does', async () => {
    expect(await refusal('invite', 'security', '--with', 'SRE', '--without', 'SRE')).toBe(
      '--with has "Site Reliability Engineer", which --without has, too; name a role in one of them.\n',
    );
    expect(await refusal('invite', 'security', '--max', '1', '--with', 'SRE,Data Owner')).toBe(
      '--with has 2 distinct roles, which is more than --max allows (1).\n',
    );
    expect(await refusal('invite', 'security', '--max', '1001')).toMatch(/^--max is 1001; it must be/);
  });
});

describe('hats', () => {
  test('hats distributes all roles of the groups, or the fewest that cover them', async () => {
    const groups = ['security', 'reliability/architecture and api governance'];
    const { stdout } = await rolegraph(['hats', '40', ...groups, '--assign', 'plan']);
    expect(stdout).toMatch(
      /^\d roles cover the 7 categories of Security and Architecture & API Governance\.\n40 people, \d of them with a role; nobody has two roles\.\n/,
    );
    expect((await rolegraph(['hats', '5', 'reliability'])).stdout).toMatch(
      /^33 roles cover the 5 categories of Reliability\.\n5 people; cohesion 0\.\d+: /,
    );
  });

  const words = ['hats', '5', 'reliability'];

  test('hats takes groups as arguments, separated by spaces or commas, and in --for', async () => {
    const { stdout } = await rolegraph(['hats', '5', 'security', 'reliability']);
    expect(stdout).toMatch(/^60 roles cover the 11 categories of Security and Reliability\.\n/);
    expect((await rolegraph(['hats', '5', 'security,reliability'])).stdout).toBe(stdout);
    expect((await rolegraph(['hats', '5', 'security', '--for', 'reliability'])).stdout).toBe(stdout);
    expect((await rolegraph(['hats', '5', '--for', 'security', '--for', 'reliability'])).stdout).toBe(stdout);
  });

  test('hats explains each --apart: roles from roles, of groups, or from each other', async () => {
    const apart = ['Auditor from Backup & Disaster Recovery', 'SRE, DevOps Engineer'].flatMap((each) => [
      '--apart',
      each,
    ]);
    const { code, stdout } = await rolegraph([...words, ...apart]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\nCompliance Officer \(person \d\) is kept apart from 8 roles of Backup & Disaster Recovery \(/,
    );
    expect(stdout).toMatch(
      /\nDevOps Engineer \(person \d\) and Site Reliability Engineer \(person \d\) are kept apart from DevOps Engineer \(/,
    );
  });

  test('hats refuses an --apart without effect, and says which roles come closest', async () => {
    expect(await refusal('hats', '5', 'performance efficiency', '--apart', 'Auditor from DevOps Engineer')).toMatch(
      /^--apart has "Compliance Officer", which is none of the 27 roles to assign\. Of these, .* are closest\. --with adds roles\.\n/,
    );
    expect(await refusal(...words, '--apart', 'SRE from Finance Analyst')).toMatch(
      /^--apart … from has "Finance Analyst", which is none of the 33 roles to assign\./,
    );
  });

  test.each(['SRE', 'SRE from', 'A from B from C', ''])(
    'hats refuses --apart %j, and says how to write it',
    async (apart) => {
      expect(await refusal(...words, '--apart', apart)).toContain(' from ');
    },
  );

  test('the help of hats has an example of --apart with an effect', async () => {
    const example = 'Compliance Officer from Backup & Disaster Recovery';
    expect((await rolegraph(['help', 'hats'])).stdout).toContain(`${words.join(' ')} --apart "${example}"`);
    const { stdout, stderr } = await rolegraph([...words, '--apart', example]);
    expect(stderr).toBe('');
    expect(stdout).not.toBe((await rolegraph(words)).stdout);
  });

  test('hats refuses too many people in the words of the command line', async () => {
    expect(await refusal('hats', '51', '--for', 'security')).toMatch(/^<people> is 51; roles are split among 1 to 50/);
  });
});

describe('path', () => {
  test('path accepts what edges connect, and refuses a source like any other name', async () => {
    expect(await refusal('path', 'SRE', 'source:001')).toMatch(
      /^Roles is a source, not a role, responsibility, topic, pillar, category or organization type\.\n/,
    );
  });

  test('path says what was found, and which options show more', async () => {
    const near = await rolegraph(['path', 'SRE', 'pillar:security']);
    expect(near.stdout).toMatch(/^The first 3 of the shortest paths, 3 steps each\.\n/);
    expect(near.stdout).toMatch(/\nThere may be more \(--first\)\.\n$/);
    expect((await rolegraph(['path', 'SRE', 'topic:backup', '--max', '1'])).stdout).toBe(
      'No path of at most 1 step connects them; the shortest has 4 steps.\n\n--max 4 shows it.\n',
    );
  });

  test('path goes through duties where these connect, or says that they do not', async () => {
    const words = ['path', 'Backup Administrator', 'Chaos Engineering Specialist'];
    const fallback = await rolegraph(words);
    expect(fallback.stdout).toMatch(/^Duties alone connect them in 6 steps, not in 4\. The only shortest path /);
    expect(fallback.stdout).toContain(
      'Backup Administrator appears in Reliability, as does Chaos Engineering Specialist.',
    );
    expect(fallback.stdout).toMatch(/\n--max 6 shows that\.\n$/);
    const duties = await rolegraph([...words, '--max', '6']);
    expect(duties.stdout).toMatch(
      / 6 steps each, through what roles do\. Through pillars, .* the shortest has 2 steps\.\n/,
    );
    expect(duties.stdout).not.toContain('appears in');
    expect(duties.stdout).toMatch(/\n--through any shows that\. There may be more \(--first\)\.\n$/);
    expect((await rolegraph([...words, '--max', '6', '--through', 'any'])).stdout).toMatch(
      /^The only shortest path, 2 steps\.\n/,
    );
  });

  test('path refuses one node twice in the words of the command line', async () => {
    expect(await refusal('path', 'SRE', 'sre')).toBe(
      '<to> is "role:site-reliability-engineer", which <from> is as well; a path takes two distinct nodes.\n',
    );
  });
});

describe('related', () => {
  test('related lists who does something before what co-occurs with it', async () => {
    const { code, stdout, stderr } = await rolegraph(['related', 'backup', '--first', '7']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ nodes are related to Backup:\n\nRelation +Kind +Name +Score +Why\n/);
    expect(stdout).toMatch(
      /\ndoes it +role +Backup Administrator +0\.167 +Both duties of Backup Administrator are about Backup: /,
    );
    expect(stdout).toMatch(/\nco-occurs +category +Backup & Disaster Recovery +/);
    expect(stdout).toMatch(/\n… and \d+ more; --first shows them\.\n$/);
  });

  test('related takes the words of a name unquoted, completes it, and lists some kinds only', async () => {
    const { stdout, stderr } = await rolegraph(['related', 'Site', 'Rel', '--kind', 'topics', '--csv']);
    expect(stderr).toMatch(/^Site Rel: completed to Site Reliability Engineer\n/);
    expect(stdout).toMatch(/^Relation,Kind,Name,Score,Why,Id\r\nis its topic,topic,Service levels,0\.545,/);
    expect(stdout).not.toContain(',role,');
  });

  test('related and path answer from an imported catalog of any trade', async () => {
    const env = { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') };
    expect((await cliInProcess(['import', hospitalFile], { env })).code).toBe(0);
    const { stdout } = await cliInProcess(['related', 'drug errors', '--kind', 'role', '--first', '1'], { env });
    expect(stdout).toMatch(
      /\ndoes it +role +Pharmacist +0\.158 +All 3 duties of Pharmacist are about Medication safety: /,
    );
    const path = await cliInProcess(['path', 'Ward Sister', 'Resuscitation Officer'], { env });
    expect(path.stdout).toContain(
      'Charge Nurse has the duty "Check the crash trolley", as does Resuscitation Officer.\n',
    );
  });

  test('related refuses kinds without roles, and names that are unknown', async () => {
    expect(await refusal('related', 'backup', '--kind', 'source')).toBe(
      '--kind has SOURCE; it takes ROLE, RESPONSIBILITY, TOPIC, PILLAR, CATEGORY, ORGANIZATION_TYPE.\n',
    );
    expect(await refusal('related', 'bakcup')).toMatch(/^"bakcup" is not a role, responsibility, topic, /);
  });
});

test('gaps says first what nobody on the team does, and who could', async () => {
  const { code, stdout } = await rolegraph(['gaps', 'security', '--team', '-'], 'SRE\nDevOps Engineer\n');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^The team covers \d+ of 48 responsibilities \(\d+\.\d%\), by what its roles do in Security\. By what they do anywhere, it /,
  );
  expect(stdout).toMatch(/^Nobody on the team +Who could\nEnsure encryption +Cloud Security Architect; /m);
  expect(stdout).toMatch(/\nSecurity +categories +1 +6 +16\.7%\n/);
  expect(stdout).toMatch(/\nDevOps Engineer +\d+\.\d% +categories +Engineering, DevOps & App Security\n/);
});

test('gaps counts what roles do anywhere if asked to, and has members of groups only', async () => {
  const team = 'Backup Administrator\nDatabase Administrator\n';
  const members = await rolegraph(['gaps', 'security', '--team', '-'], team);
  expect(members.stdout).toMatch(/^The team covers 0 of 48 .*anywhere, it covers \d\.\d% \(--from catalog\)\.\n/);
  const catalog = await rolegraph(['gaps', 'security', '--team', '-', '--from', 'catalog'], team);
  expect(catalog.stdout).toMatch(/^The team covers [1-9] of 48 responsibilities .*, by what its roles do anywhere\.\n/);
  expect(await refusal('gaps', '--team', '-', '--from', 'members')).toMatch(
    /^--from members means the members of groups; name at least one, e\.g\. gaps security --from members\.\n/,
  );
});

/** Twelve people of a managed service provider. */
const provider = fileURLToPath(new URL('../../docs/examples/service-provider-team.csv', import.meta.url));

describe('a team of people', () => {
  const gapsOf = async (...words: string[]) =>
    (await rolegraph(['gaps', 'MSP', '--team', provider, '--on', '2027-01-15', ...words])).stdout;

  test('gaps names who does alone what nobody else does, and what rests on less than one person', async () => {
    const stdout = await gapsOf();
    expect(stdout).toMatch(/^The team of 12 people \(10\.7 full-time\) covers \d+ of 52 responsibilities/);
    expect(stdout).toMatch(
      /\nIf this person is missing +.*\nBen Ito +\d+\.\d% +responsibilities +Keep systems healthy/,
    );
    expect(stdout).toMatch(
      /\nRests on less than one full-time person +Full-time +Who\nCoordinate .* 80\.0% +Kofi Mensah\n/,
    );
    expect(stdout).not.toMatch(/absent/);
  });

  test('gaps says first what nobody does while people are absent, and leaves out who has left', async () => {
    const stdout = await gapsOf('--absent', 'kofi,Ines Moreau');
    expect(stdout).toMatch(
      /^The team of 10 people .*\nKofi Mensah and Ines Moreau are absent\.\n\nNobody does while absent/,
    );
    expect(stdout).toMatch(/\nResolve customer issues +Ines Moreau\n/);
    const later = await gapsOf('--on', '2027-04-01');
    expect(later).toMatch(/^The team of 11 people .*\nBen Ito is not counted: the last day was 2027-03-31\.\n/);
    expect(later).toMatch(/\nKeep systems healthy and stable +Systems Administrator/);
  });

  test('whatif says what is lost if somebody leaves, and who is nearest', async () => {
    const { stdout } = await rolegraph(['whatif', 'MSP', '--team', provider, '--on', '2027-01-15', '--leave', 'Ben']);
    expect(stdout).toMatch(
      /^The team covers 24 of 52 responsibilities \(46\.2%\) after the change, 29 before\. 5 are lost\. Nearest to them: Carla Diaz \(3\)/,
    );
    expect(stdout).toMatch(
      /\nManage storage +Ben Ito +Jonas Weber does it elsewhere, as Database Administrator\. Works 60% of full time\.\n/,
    );
    expect(stdout).toMatch(/\nNewly rests on one alone +Who\nMaintain servers and hardware +Farid Nouri\n/);
    const words = ['whatif', 'MSP', '--team', provider, '--on', '2027-01-15', '--leave', 'Ben'];
    const taken = await rolegraph([...words, '--take-over', 'Carla: Systems Administrator, Backup Administrator']);
    expect(taken.stdout).toMatch(/^The team covers 29 of 52 .* Nothing is lost\.\n/);
  });

  test('whatif says which roles to look for where nobody is near, also of a team of roles', async () => {
    const words = [
      'whatif',
      'reliability',
      'security',
      '--team',
      provider,
      '--on',
      '2027-01-15',
      '--leave',
      'Ben,Grace',
    ];
    const { stdout } = await rolegraph(words);
    expect(stdout).toMatch(/ Nobody is near to 2; Cloud Security Architect would add most of them\.\n/);
    expect(stdout).toMatch(/\nManage access roles and permissions +Security +Grace Kim +nobody\n/);
    expect(stdout).toMatch(/\nLook for +Would carry of what nobody is near to\nCloud Security Architect +2\n/);
    const roles = await rolegraph(['whatif', 'reliability', '--remove', 'Backup Administrator']);
    expect(roles.stdout).toMatch(
      /^The team covers 43 of 44 .*\. 1 is lost\. Nearest to them: Infrastructure Manager \(1\)\.\n/,
    );
    const merged = await rolegraph(['whatif', 'reliability', '--merge', 'SRE, DevOps Engineer'], '');
    expect(merged.stdout).toMatch(/ Nothing is lost\.\n/);
  });

  test.each([
    [[], 'Say what changes: --leave, --join, --take-over, --remove, --add, --merge.'],
    [['--leave', 'Ben'], '--leave is about people. Give a team file with columns name and roles in --team.'],
    [['--team', provider, '--remove', 'SRE'], '--remove is for teams of roles, and the team file has people.'],
    [['--team', provider, '--leave', 'Nobody'], '--leave has "Nobody", which is nobody of the team.'],
    [
      ['--team', provider, '--join', 'Mia Chen'],
      'Give a name and roles, e.g. --join "Carla Diaz: SRE, Cloud Engineer".',
    ],
    [['--team', provider, '--join', 'Ann Berg: SRE'], '--join has "Ann Berg", who is in the team already.'],
    [['--add', 'SRE'], '--add has "Site Reliability Engineer", which is in the team already'],
    [['--add', 'SRE', '--from', 'members'], '--from members means the members of groups'],
  ])('whatif refuses %j', async (words, message) => {
    expect(await refusal('whatif', ...words)).toContain(message);
  });

  test('hats leaves people the roles that they have, and gives them more by what they do and by their share', async () => {
    const words = ['hats', '--team', provider, '--on', '2027-01-15', 'reliability/backup'];
    const { stdout } = await rolegraph(words);
    expect(stdout).toMatch(/\n12 people; cohesion /);
    expect(stdout).toMatch(/\nBen Ito +Why\nBackup Administrator +Held already\./);
    const { stdout: fewer } = await rolegraph([...words, '--absent', 'Ben']);
    expect(fewer).toMatch(/\n11 people; .*\nBen Ito is absent\.\n/);
    expect(fewer).toMatch(/\nBackup Administrator +(?!Held already)/);
    expect(await refusal('hats', '--for', 'reliability')).toBe(
      'Give the number of people first, e.g. rolegraph hats 5 reliability, or the people in --team.\n',
    );
  });

  test('problems of the file and unknown roles are reported together, by line', async () => {
    const file = join(await temporaryFolder(), 'team.csv');
    await writeFile(file, 'name,roles,share\nAnn,SRE; Backup Administator,1\nBen,Sekurity Engineer,2\n');
    expect(await refusal('gaps', '--team', file)).toBe(
      `${file}:2: "Ann": "Backup Administator" is not a role. Did you mean Backup Administrator?\n` +
        `${file}:3: The share of "Ben" is "2"; it must be above 0 and at most 1, a full-time person, e.g. 0.5 or 50%.\n` +
        `${file}:3: "Ben": "Sekurity Engineer" is not a role. Did you mean Security Engineer, or IT Security Engineer?\n` +
        "The names are those of Rolegraph's reference catalog 1.0.0, which ships with Rolegraph; nothing has been imported.\n",
    );
  });

  test.each([
    [
      ['--team', provider, '--absent', 'Nobody'],
      '--absent has "Nobody", which is nobody of the team. The people are "Ann Berg"',
    ],
    [['--team', provider, '--on', '31.3.2027'], 'Give a day as YYYY-MM-DD'],
    [['--team', '-', '--absent', 'Ann'], '--absent names people, but the team file has roles only.'],
  ])('refuses %j', async (words, message) => {
    const { code, stderr } = await rolegraph(['gaps', ...words], 'SRE\n');
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
