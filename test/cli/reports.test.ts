import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { gapsReport } from '../../src/cli/commands/gaps.ts';
import { hatsReport } from '../../src/cli/commands/hats.ts';
import { inviteReport } from '../../src/cli/commands/invite.ts';
import { pathReport } from '../../src/cli/commands/path.ts';
import { writeReport, type Report, type ReportOptions } from '../../src/cli/output/report.ts';

async function bothWritten(report: Report, options: ReportOptions = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  writeReport(report, options, { stdout, stderr });
  stdout.end();
  stderr.end();
  return { stdout: await text(stdout), stderr: await text(stderr) };
}

/** What is written as the result. */
async function written(report: Report, options?: ReportOptions): Promise<string> {
  return (await bothWritten(report, options)).stdout;
}

describe('a report', () => {
  const main = { columns: [{ heading: 'Role' }], rows: [['SRE']] };
  const report = { data: { roles: 1 }, main, summary: '1 of 2:', parts: ['Below.', main], more: '… and 1 more' };

  test('a report is the summary, what is below it, and what is missing', async () => {
    expect(await bothWritten(report)).toEqual({
      stdout: '1 of 2:\n\nBelow.\n\nRole\nSRE\n\n… and 1 more\n',
      stderr: '',
    });
  });

  test('a report as CSV is the main table, with the summary and what is missing apart from it', async () => {
    expect(await bothWritten(report, { csv: true })).toEqual({
      stdout: 'Role\r\nSRE\r\n',
      stderr: '1 of 2:\n… and 1 more\n',
    });
    expect((await bothWritten({ ...report, more: '' }, { csv: true })).stderr).toBe('1 of 2:\n');
  });

  test('a report as Markdown has all that a terminal shows', async () => {
    expect(await bothWritten({ ...report, parts: ['', 'Below.', main] }, { markdown: true })).toEqual({
      stdout: '1 of 2:\n\nBelow.\n\n| Role |\n| --- |\n| SRE |\n\n… and 1 more\n',
      stderr: '',
    });
  });

  test('a report as JSON is the data, and nothing else', async () => {
    expect(await bothWritten(report, { json: true })).toEqual({ stdout: '{\n  "roles": 1\n}\n', stderr: '' });
  });

  test('a report shows invisible characters in every line of its texts', async () => {
    const hostile = { ...report, summary: 'Bad\u001b[31m\n\u202eline', parts: ['\u0007'], more: '' };
    const shown = 'Bad<U+001B>[31m\n<U+202E>line\n';
    expect(await written(hostile)).toBe(`${shown}\n<U+0007>\n`);
    expect((await bothWritten(hostile, { csv: true })).stderr).toBe(shown);
  });
});

const items = (...labels: string[]) => ({
  totalCount: labels.length,
  pageInfo: { hasNextPage: false, endCursor: null },
  edges: labels.map((label) => ({ label, node: { id: `topic:${label.toLowerCase()}` } })),
});
const categories = items('Architecture (Cost)', 'Support');
const role = (title: string) => ({ id: `role:${title.toLowerCase().replaceAll(' ', '-')}`, title, label: title });

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
    invites: { totalCount: 2, pageInfo: { hasNextPage: false, endCursor: null }, edges: invites },
    uncovered: items('Networks'),
  };

  test('invite is a table of invited roles, for what, and who could come instead, then what is left', async () => {
    expect(await written(inviteReport({ invitePlan }, 'topic'))).toBe(
      [
        '2 roles cover 6 of 7 topics; no plan is better.',
        '',
        'Invite  Covers  Adds                  Or instead',
        'CISO         2  Audit; Risk           CTO',
        'SRE          5  Backup; … and 3 more',
        '',
        'Not covered',
        'Networks',
        '',
      ].join('\n'),
    );
  });

  test('invite says how much so many roles can cover at most, if a plan may leave more than necessary', async () => {
    const plan = { ...invitePlan, optimal: false, upperBound: 7 };
    expect(await written(inviteReport({ invitePlan: plan }, 'topic'))).toMatch(
      /^2 roles cover 6 of 7 topics; a better plan may exist \(this many roles cover at most 7\)\.\n/,
    );
  });

  test('invite says how many roles are needed at least, if a plan covers as much as any and still leaves something', async () => {
    const plan = { ...invitePlan, optimal: false, upperBound: 6 };
    expect(await written(inviteReport({ invitePlan: plan }, 'topic'))).toMatch(
      /^2 roles cover 6 of 7 topics; a better plan may exist \(at least 2 are needed\)\.\n/,
    );
  });

  const nobody = { ...invitePlan, invites: { ...invitePlan.invites, totalCount: 0, edges: [] }, coveredCount: 0 };

  test('invite says so if nobody is left who covers anything', async () => {
    const plan = { ...nobody, lowerBound: 0, upperBound: 0, uncovered: categories, itemCount: 2 };
    expect(await written(inviteReport({ invitePlan: plan }, 'category'))).toBe(
      [
        'No role that may be invited covers any of 2 categories.',
        '',
        'Not covered',
        'Architecture (Cost)',
        'Support',
        '',
      ].join('\n'),
    );
  });

  test('invite says so if there is nothing to cover', async () => {
    const plan = { ...nobody, lowerBound: 0, upperBound: 0, uncovered: items(), itemCount: 0 };
    expect(await written(inviteReport({ invitePlan: plan }, 'responsibility'))).toBe(
      'There is no responsibility to cover.\n',
    );
  });

  test('invite lists five things that a role adds in the table, and all as CSV', async () => {
    const edges = invites.map((invite) => ({ ...invite, adds: items('A', 'B', 'C', 'D', 'E', 'F', 'G') }));
    const plan = { ...invitePlan, invites: { ...invitePlan.invites, edges } };
    const report = inviteReport({ invitePlan: plan }, 'topic');
    expect(await written(report)).toContain(' A; B; C; D; E; … and 2 more  ');
    expect(await written(report, { csv: true })).toContain(',A; B; C; D; E; F; G,');
  });

  test('invite says so if a plan may not be the best', async () => {
    const plan = { ...invitePlan, optimal: false, coveredCount: 7, upperBound: 7, uncovered: items() };
    const shown = await written(inviteReport({ invitePlan: plan }, 'topic'));
    expect(shown).toMatch(/^2 roles cover 7 of 7 topics; a better plan may exist \(at least 2 are needed\)\.\n/);
    expect(shown).not.toContain('Not covered');
  });

  test('invite --csv has a row for each role, and invite --json is the data', async () => {
    expect(await written(inviteReport({ invitePlan }, 'topic'), { csv: true })).toBe(
      'Id,Invite,Covers,Adds,Or instead\r\nrole:ciso,CISO,2,Audit; Risk,CTO\r\nrole:sre,SRE,5,Backup; … and 3 more,\r\n',
    );
    expect(JSON.parse(await written(inviteReport({ invitePlan }, 'topic'), { json: true }))).toEqual({ invitePlan });
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
        covers: [{ id: 'category:a' }, { id: 'category:b' }],
      },
      {
        number: 2,
        roles: [{ role: role('SRE'), reason: 'First of the person.' }],
        cohesion: null,
        covers: [{ id: 'category:b' }],
      },
    ],
    roleCount: 3,
    unassignedPeople: 0,
    cohesion: 0.25,
    upperBound: 0.512345,
    optimal: false,
    hasEvenLoads: true,
    uncovered: items(),
  };
  const groups = ['Security', 'Cost'];

  test('hats is a table of people, then of who has which role and why', async () => {
    expect(await written(hatsReport({ hats }, groups))).toBe(
      [
        '3 roles are enough to cover the 2 categories of Security and Cost.',
        '2 people; cohesion 0.250: a better division may exist (cohesion 0.512 at most is possible).',
        '',
        'Person  Roles  Cohesion',
        '     1      2     0.250',
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

  test('hats says what nobody covers', async () => {
    const shown = await written(hatsReport({ hats: { ...hats, uncovered: categories } }, groups));
    expect(shown).toMatch(
      /^3 roles are enough to cover 2 of the 4 categories of Security and Cost; nobody covers the others\.\n/,
    );
    expect(shown).toMatch(/\n\nNobody is listed in\nArchitecture \(Cost\)\nSupport\n$/);
  });

  test('hats says how many people have a role, and whether loads are uneven', async () => {
    const few = { ...hats, unassignedPeople: 38, cohesion: null, upperBound: null, hasEvenLoads: false };
    expect(await written(hatsReport({ hats: few }, groups))).toContain(
      '\n40 people, 2 of them with a role; nobody has two roles. To keep roles apart, some people have at least ' +
        'two roles more than others.\n',
    );
  });

  test('hats says so if nobody covers anything', async () => {
    const none = { ...hats, persons: [], roleCount: 0, cohesion: null, unassignedPeople: 3, uncovered: categories };
    expect(await written(hatsReport({ hats: none }, groups))).toMatch(
      /^No role covers a category of Security and Cost\.\n3 people, 0 of them with a role; nobody has two roles\.\n/,
    );
  });

  test('hats --csv has a row for each role', async () => {
    expect(await written(hatsReport({ hats }, groups), { csv: true })).toContain(
      'Person,Id,Role,Why\r\n1,role:ciso,CISO,First of the person.\r\n',
    );
  });
});

describe('path', () => {
  const nodes = [{ id: 'role:sre' }, { id: 'topic:backup' }];

  const paths = [{ length: 1, nodes, sentence: 'SRE does something about Backup.' }];
  const limits = { max: 4, first: 3 };

  test('path is a table of sentences', async () => {
    const data = { paths: { truncated: false, paths } };
    expect(await written(pathReport(data, limits))).toBe(
      'The only shortest path, 1 step; longer ones are not listed.\n\n' +
        'Steps  Path\n    1  SRE does something about Backup.\n',
    );
    expect(await written(pathReport(data, limits), { csv: true })).toBe(
      'Steps,Path,Ids\r\n1,SRE does something about Backup.,role:sre; topic:backup\r\n',
    );
  });

  test.each([
    [2, 'The 2 shortest paths, 1 step each; longer ones are not listed.'],
    [3, 'The first 3 of the shortest paths, 1 step each; there may be more (--first), and longer ones are not listed.'],
  ])('path says whether there may be more than %d paths', async (count, summary) => {
    const data = { paths: { truncated: false, paths: Array.from({ length: count }, () => paths).flat() } };
    expect((await written(pathReport(data, limits))).split('\n')[0]).toBe(summary);
  });

  test('path says so if the search was stopped', async () => {
    expect(await written(pathReport({ paths: { truncated: true, paths: [] } }, limits))).toBe(
      'The search was stopped because it had to follow too many edges. Try a smaller --max.\n',
    );
  });

  test('path says so if there is none, and whether more steps are allowed', async () => {
    const data = { paths: { truncated: false, paths: [] } };
    expect(await written(pathReport(data, limits))).toBe(
      'No path of at most 4 steps connects them; --max allows up to 6.\n',
    );
    expect(await written(pathReport(data, { ...limits, max: 6 }))).toBe('No path of at most 6 steps connects them.\n');
  });
});

describe('gaps', () => {
  const none = items();
  const security = {
    group: { id: 'pillar:security', label: 'Security' },
    share: 0.75,
    covered: { categories: { totalCount: 6 }, responsibilities: { totalCount: 3 }, topics: { totalCount: 1 } },
    uncovered: { categories: none, responsibilities: { ...items('Verify'), totalCount: 3 }, topics: items('Audit') },
  };
  const inCost = {
    ...security,
    group: { id: 'category:cost/arch', label: 'Architecture (Cost)' },
    uncovered: { categories, responsibilities: none, topics: none },
  };
  const alone = { categories, responsibilities: none, topics: items('Backup') };
  const data = {
    coverage: {
      share: 0.75,
      groups: [security, inCost],
      additions: { totalCount: 7, nodes: [{ role: role('CISO'), gain: 0.1234, adds: { itemCount: 3 } }] },
    },
    singlePoints: {
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [{ roles: [role('SRE')], criticality: 0.05, items: alone }],
    },
  };

  test('gaps is tables of what is covered and what not, of single points of failure, and of roles that would add most', async () => {
    expect(await written(gapsReport(data))).toBe(
      [
        'The team covers 75.0% of all items (the mean of categories, responsibilities and topics).',
        '',
        'Group                What              Covered  Of  Not covered',
        'Security             categories              6   6',
        'Security             responsibilities        3   6  Verify; … and 2 more',
        'Security             topics                  1   2  Audit',
        'Architecture (Cost)  categories              6   8  Architecture (Cost); Support',
        'Architecture (Cost)  responsibilities        3   3',
        'Architecture (Cost)  topics                  1   1',
        '',
        'If this role is missing  Loses  What        Nobody else has',
        'SRE                       5.0%  categories  Architecture (Cost); Support',
        'SRE                       5.0%  topics      Backup',
        '',
        'One more would add   Gain  Items',
        'CISO                12.3%      3',
        '',
        '… and 6 more',
        '',
      ].join('\n'),
    );
  });

  test('gaps --csv has a row for each gap', async () => {
    expect(await written(gapsReport(data), { csv: true })).toBe(
      'Group id,Group,Kind,Not covered,Id\r\n' +
        'pillar:security,Security,responsibility,Verify,topic:verify\r\n' +
        'pillar:security,Security,topic,Audit,topic:audit\r\n' +
        'category:cost/arch,Architecture (Cost),category,Architecture (Cost),topic:architecture (cost)\r\n' +
        'category:cost/arch,Architecture (Cost),category,Support,topic:support\r\n',
    );
  });
});
