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
      /^6 roles cover 6 of 6 categories; no plan is better\.\n/,
    );
    expect((await rolegraph(['invite', 'security', '--by', 'topic'])).stdout).toMatch(/ of 24 topics; /);
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
  test('hats says what the roles are for, and how many people have one', async () => {
    const { stdout } = await rolegraph(['hats', '40', '--for', 'security,reliability/architecture and api governance']);
    expect(stdout).toMatch(
      /^\d roles are enough to cover the 7 categories of Security and Architecture & API Governance\.\n40 people, \d of them with a role; nobody has two roles\.\n/,
    );
  });

  const words = ['hats', '5', '--for', 'security,reliability'];

  test('hats names the roles of --apart that have no effect', async () => {
    const apart = ['--apart', 'Compliance Officer,Department Head', '--apart', 'Department Head,Finance Analyst'];
    const { code, stderr } = await rolegraph([...words, ...apart]);
    expect(code).toBe(0);
    expect(stderr).toBe(
      '--apart: Department Head is not needed, so it has no effect\n--apart: Finance Analyst is not needed, so it has no effect\n',
    );
  });

  test('the help of hats has an example of --apart with an effect', async () => {
    const example = 'Compliance Officer,Incident Response Manager';
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

test('gaps lists categories by their labels, and writes percentages alike', async () => {
  const { code, stdout } = await rolegraph(['gaps', 'security', '--team', '-'], 'SRE\nDevOps Engineer\n');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^The team covers \d+\.\d% of all items/);
  expect(stdout).toMatch(/\nSecurity +categories +1 +6 +Governance & Oversight; Identity, Access/);
  expect(stdout).toMatch(/\nDevOps Engineer +\d+\.\d% +categories +Engineering, DevOps & App Security\n/);
});
