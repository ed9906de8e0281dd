import { join } from 'node:path';
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
    expect(stdout).toMatch(/\n\n8\. Security Analyst\n {3}Beyond the minimum\. Brings 2 duties/);
    const { stdout: bare } = await rolegraph(['invite', 'security', '--max', '8', '--no-fill']);
    expect(bare).toContain('2 seats stay empty. The 6 invited roles have');
    expect(bare).not.toContain('Beyond the minimum');
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
    const groups = ['--for', 'security,reliability/architecture and api governance'];
    const { stdout } = await rolegraph(['hats', '40', ...groups, '--assign', 'plan']);
    expect(stdout).toMatch(
      /^\d roles cover the 7 categories of Security and Architecture & API Governance\.\n40 people, \d of them with a role; nobody has two roles\.\n/,
    );
    expect((await rolegraph(['hats', '5', '--for', 'reliability'])).stdout).toMatch(
      /^33 roles cover the 5 categories of Reliability\.\n5 people; cohesion 0\.\d+: /,
    );
  });

  const words = ['hats', '5', '--for', 'reliability'];

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
    expect(
      await refusal('hats', '5', '--for', 'performance efficiency', '--apart', 'Auditor from DevOps Engineer'),
    ).toMatch(
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
