import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { gapsReport } from '../../src/cli/commands/gaps.ts';
import { hatsReport } from '../../src/cli/commands/hats.ts';
import { inviteReport } from '../../src/cli/commands/invite.ts';
import { pathReport } from '../../src/cli/commands/path.ts';
import { writeReport, type Report, type ReportOptions } from '../../src/cli/report.ts';

async function written(report: Report, options: ReportOptions = {}): Promise<string> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  writeReport(report, options, { stdout, stderr });
  stdout.end();
  stderr.end();
  return (await text(stdout)) + (await text(stderr));
}

const items = (...labels: string[]) => ({
  totalCount: labels.length,
  edges: labels.map((label) => ({ label, node: { id: `topic:${label.toLowerCase()}` } })),
});
const role = (title: string) => ({ id: `role:${title.toLowerCase().replaceAll(' ', '-')}`, title });

describe('invite', () => {
  const invites = [
    {
      node: role('CISO'),
      adds: items('Audit', 'Risk'),
      covers: { totalCount: 2 },
      alternates: { nodes: [role('CTO')] },
    },
    {
      node: role('SRE'),
      adds: { ...items('Backup'), totalCount: 4 },
      covers: { totalCount: 5 },
      alternates: { nodes: [] },
    },
  ];
  const invitePlan = {
    optimal: true,
    lowerBound: 2,
    upperBound: 6,
    coveredCount: 6,
    itemCount: 7,
    invites: { totalCount: 2, edges: invites },
    uncovered: items('Networks'),
  };

  test('is a table of whom to invite, for what, and who could come instead, then what is left', async () => {
    expect(await written(inviteReport({ invitePlan }))).toBe(
      [
        '2 roles cover 6 of 7 items; no plan is better.',
        '',
        'Invite  Covers  Adds                  Or instead',
        'CISO         2  Audit, Risk           CTO',
        'SRE          5  Backup, … and 3 more',
        '',
        'Not covered',
        'Networks',
        '',
      ].join('\n'),
    );
  });

  test('says how much so many can cover at most, where a plan may leave more than it must', async () => {
    const plan = { ...invitePlan, optimal: false, upperBound: 7 };
    expect(await written(inviteReport({ invitePlan: plan }))).toMatch(
      /^2 roles cover 6 of 7 items; a better plan may exist \(so many cover 7 at most\)\.\n/,
    );
  });

  test('--csv says how many rows are missing', async () => {
    const plan = { ...invitePlan, invites: { totalCount: 102, edges: invites } };
    expect(await written(inviteReport({ invitePlan: plan }), { csv: true })).toContain(
      '100 more rows did not fit into the answer; ask about fewer groups.',
    );
  });

  test('says where a plan may not be the best', async () => {
    const plan = { ...invitePlan, optimal: false, uncovered: items() };
    const shown = await written(inviteReport({ invitePlan: plan }));
    expect(shown).toMatch(/^2 roles cover 6 of 7 items; a better plan may exist \(at least 2 are needed\)\.\n/);
    expect(shown).not.toContain('Not covered');
  });

  test('--csv has a row a role; --json is the data', async () => {
    expect(await written(inviteReport({ invitePlan }), { csv: true })).toBe(
      'Id,Invite,Covers,Adds,Or instead\r\nrole:ciso,CISO,2,Audit; Risk,CTO\r\nrole:sre,SRE,5,Backup; … and 3 more,\r\n',
    );
    expect(JSON.parse(await written(inviteReport({ invitePlan }), { json: true }))).toEqual({ invitePlan });
  });
});

describe('hats', () => {
  const hats = {
    persons: [
      {
        number: 1,
        roles: [
          { role: role('CISO'), reason: 'First of the person.' },
          { role: role('Auditor'), reason: 'Shares 3 duties.' },
        ],
        cohesion: 0.25,
      },
      { number: 2, roles: [{ role: role('SRE'), reason: 'First of the person.' }], cohesion: null },
    ],
    unassignedPeople: 0,
    cohesion: 0.25,
    upperBound: 0.5,
    optimal: false,
  };

  test('is a table of people, then of who has which role and why', async () => {
    expect(await written(hatsReport({ hats }))).toBe(
      [
        '2 people; cohesion 0.25: a better division may exist (at most 0.5 is possible).',
        '',
        'Person  Roles  Cohesion',
        '     1      2      0.25',
        '     2      1',
        '',
        'Person  Role     Why',
        '     1  CISO     First of the person.',
        '     1  Auditor  Shares 3 duties.',
        '     2  SRE      First of the person.',
        '',
      ].join('\n'),
    );
  });

  test('--csv has a row a role', async () => {
    expect(await written(hatsReport({ hats }), { csv: true })).toContain(
      'Person,Id,Role,Why\r\n1,role:ciso,CISO,First of the person.\r\n',
    );
  });
});

describe('path', () => {
  const nodes = [{ id: 'role:sre' }, { id: 'topic:backup' }];

  test('is a table of sentences', async () => {
    const data = {
      paths: { truncated: false, paths: [{ length: 1, nodes, sentence: 'SRE does something about Backup.' }] },
    };
    expect(await written(pathReport(data))).toBe('1 path:\n\nSteps  Path\n    1  SRE does something about Backup.\n');
    expect(await written(pathReport(data), { csv: true })).toBe(
      'Steps,Path,Ids\r\n1,SRE does something about Backup.,role:sre; topic:backup\r\n',
    );
  });

  test('says where the search was given up', async () => {
    expect(await written(pathReport({ paths: { truncated: true, paths: [] } }))).toBe(
      'The search was given up: too many edges lead on from there. Try --max with fewer steps.\n',
    );
  });

  test('says where there is none', async () => {
    expect(await written(pathReport({ paths: { truncated: false, paths: [] } }))).toBe(
      'No path of so few steps connects them.\n',
    );
  });
});

describe('gaps', () => {
  const none = items();
  const security = {
    group: { id: 'pillar:security', name: 'Security' },
    share: 0.75,
    covered: { categories: { totalCount: 6 }, responsibilities: { totalCount: 3 }, topics: { totalCount: 1 } },
    uncovered: { categories: none, responsibilities: { ...items('Verify'), totalCount: 3 }, topics: items('Audit') },
  };
  const alone = { categories: none, responsibilities: none, topics: items('Backup') };
  const data = {
    coverage: {
      share: 0.75,
      groups: [security],
      additions: { totalCount: 7, nodes: [{ role: role('CISO'), gain: 0.1234, adds: { itemCount: 3 } }] },
    },
    singlePoints: { totalCount: 1, nodes: [{ roles: [role('SRE')], criticality: 0.05, items: alone }] },
  };

  test('is tables of what is covered and what not, of whom the team cannot lose, and of who would add most', async () => {
    expect(await written(gapsReport(data))).toBe(
      [
        'The team covers 75 % of what is asked (the mean of categories, responsibilities and topics).',
        '',
        'Group     What              Covered  Of  Not covered',
        'Security  categories              6   6',
        'Security  responsibilities        3   6  Verify, … and 2 more',
        'Security  topics                  1   2  Audit',
        '',
        'If this role is missing  Loses  Nobody else has',
        'SRE                        5 %  Backup',
        '',
        'One more would add    Gain  Items',
        'CISO                12.3 %      3',
        '',
        '… and 6 more',
        '',
      ].join('\n'),
    );
  });

  test('--csv has a row a gap, and says how many are missing', async () => {
    expect(await written(gapsReport(data), { csv: true })).toBe(
      'Group id,Group,Kind,Not covered,Id\r\n' +
        'pillar:security,Security,responsibility,Verify,topic:verify\r\n' +
        'pillar:security,Security,topic,Audit,topic:audit\r\n' +
        '2 more rows did not fit into the answer; ask about fewer groups.\n',
    );
  });
});
