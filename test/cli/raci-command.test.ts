import { PassThrough, Readable, Writable } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { run } from '../../src/cli/run.ts';
import { exampleFile, serviceOperations } from '../support/catalogs/example-catalog.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let data = '';
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rolegraph-raci-'));
  data = join(folder, 'data');
  const { code, stderr } = await cliInProcess(['import', exampleFile(serviceOperations)], {
    env: { ROLEGRAPH_DATA: data },
  });
  if (code !== 0) throw new Error(stderr);
  return () => rm(folder, { recursive: true });
});

/** Asks the example of service operations. */
async function raci(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await cliInProcess(['raci', ...words], { env: { ROLEGRAPH_DATA: data } });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

/** What a terminal of some width shows. */
async function shownOn(columns: number, ...words: string[]): Promise<readonly string[]> {
  const parts: string[] = [];
  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write(part: unknown, _, done) {
        parts.push(String(part));
        done();
      },
    }),
    { isTTY: true, columns },
  );
  await run(['raci', ...words], {
    stdin: Readable.from([]),
    stdout,
    stderr: new PassThrough(),
    env: { ROLEGRAPH_DATA: data, NO_COLOR: '1' },
  });
  return stripVTControlCharacters(parts.join('')).split('\n');
}

describe('raci', () => {
  test('raci says first whether something is wrong, then shows the table, then what to decide', async () => {
    const lines = (await raci()).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '40 activities and 12 roles of this catalog. 7 activities need a decision.',
      '',
      '- 3 activities have no accountable role. Decide which one role answers for each.',
    ]);
    expect(lines).toContain('Backup & Recovery:');
    expect(lines.find((line) => line.startsWith('Restore backups'))).toMatch(/^Restore backups +R +I +A +I$/);
    expect(lines.find((line) => line.startsWith('Test restores'))).toMatch(/ no A$/);
    expect(lines.find((line) => line.startsWith('SDM '))).toMatch(/^SDM +Service Delivery Manager +4 +5 +3 +2$/);
    expect(lines.at(-2)).toMatch(/^- Nobody is responsible for "Train staff in security", /);
  });

  test('forty activities and twelve roles are a matrix on a terminal of 80 columns', async () => {
    const lines = await shownOn(80);
    const table = lines.slice(lines.findIndex((line) => line.includes('Activity')) + 1);
    const end = table.indexOf('');
    expect(table.slice(0, end).filter((line) => line.length > 80)).toEqual([]);
    expect(table.find((line) => line.startsWith('Restore backups'))).toMatch(/^Restore backups +R +I +A +I$/);
  });

  test('on a narrow terminal the table is a list of names', async () => {
    const lines = await shownOn(72);
    expect(lines.find((line) => line.startsWith('Test '))).toMatch(/^Test +nobody +Backup/);
    expect(lines.filter((line) => /^[^-]/.test(line) && line.length > 80)).toEqual([]);
  });

  test('raci --about answers who is accountable, and quotes the lines, that one first', async () => {
    const lines = (await raci('--about', 'restore')).split('\n');
    expect(lines[0]).toBe('Accountable for "Restore backups": Service Delivery Manager (source raci-sheet, row 5).');
    expect(lines).toContain(
      'Restore backups  A        Service Delivery Manager  handbook:20               The Service Delivery Manager answers to the customer for every restore.',
    );
    const nobody = (await raci('--about', 'restore tests')).split('\n');
    expect(nobody[0]).toBe('Accountable for "Test restores every quarter": nobody.');
    expect(nobody.some((line) => /^Test restores every quarter +nobody +Backup Engineer /.test(line))).toBe(true);
  });

  test('raci --findings has only activities with findings', async () => {
    const table = (await raci('security', '--findings', '--form', 'list')).split('\n');
    expect(table.find((line) => line.startsWith('Review privileged accounts'))).toMatch(
      /^Review privileged accounts +nobody +Security Analyst +Operations Engineer +no A$/,
    );
    expect(table.some((line) => line.startsWith('Create and remove accounts'))).toBe(false);
    expect(await raci('service-operations/service-management', '--findings', '--role', 'SDM')).toContain(
      '\nNo activity has findings.\n',
    );
  });

  test('raci --csv is a matrix with ids and categories, and with --lines a row for each line', async () => {
    const [heading = '', first] = (await raci('--csv')).split('\r\n');
    expect(heading).toMatch(/^Id,Category,Activity,Backup Engineer,Change Manager,.*,Service Desk Agent,To decide$/);
    expect(first).toBe('responsibility:define-backup-plans,Backup & Recovery,Define backup plans,R,,C,,A,,,,,,C,,');
    const lines = (await raci('--csv', '--lines', '--role', 'DPO')).split('\r\n');
    expect(lines[0]).toBe('Id,Activity,Letters,Role id,Role,Line,What it says,URL');
    expect(lines).toContain(
      'responsibility:notify-authorities-of-data-breaches,Notify authorities of data breaches,R/A,role:data-protection-officer,' +
        'Data Protection Officer,handbook:90,"Only the Data Protection Officer notifies the authorities, within 72 hours.",' +
        'https://intranet.example/operations-handbook#L90',
    );
  });

  test('raci --markdown is a table with whole titles, the findings as a list', async () => {
    const lines = (await raci('security/access', '--markdown')).split('\n');
    expect(lines).toContain(
      '| Activity | Customer Contact | Information Security Officer | Network Engineer | Operations Engineer | ' +
        'Security Analyst | Service Delivery Manager | Service Desk Agent | To decide |',
    );
    expect(lines).toContain('| Review privileged accounts |  |  |  | C | R |  |  | no A |');
    expect(lines).toContain(
      '- Nobody is accountable for "Review privileged accounts". Security Analyst is responsible. Decide which one role answers for it.',
    );
  });

  test('raci --json is the data of the GraphQL answer, with all quotes', async () => {
    const answer = z
      .object({ raci: z.object({ rows: z.object({ totalCount: z.number(), nodes: z.array(z.unknown()) }) }) })
      .parse(JSON.parse(await raci('--json')));
    expect(answer.raci.rows.nodes).toHaveLength(answer.raci.rows.totalCount);
    expect(JSON.stringify(answer)).toContain(
      '"quote":"The Service Delivery Manager answers to the customer for every restore."',
    );
  });

  test('raci says of the catalog that ships once that nobody is accountable', async () => {
    const env = { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') };
    const { code, stdout } = await cliInProcess(['raci'], { env });
    expect(code).toBe(0);
    expect(stdout).not.toContain('Nobody is accountable for "');
    expect(stdout).not.toContain('nobody');
    expect(stdout).toMatch(/\n\n- This catalog names no accountable roles, so it is not reported for each activity\. /);
    expect(stdout).toMatch(/\nActivity +Responsible\n/);
  });

  test('raci suggests an activity for a name that none has', async () => {
    const { code, stderr } = await cliInProcess(['raci', '--about', 'restoring backups'], {
      env: { ROLEGRAPH_DATA: data },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('"restoring backups" is not a responsibility or topic. Did you mean Restore backups?');
  });
});
