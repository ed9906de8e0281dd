import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { gapsReport } from '../../src/cli/commands/gaps.ts';
import { hatsReport } from '../../src/cli/commands/hats.ts';
import { inviteReport } from '../../src/cli/commands/invite.ts';
import { pathReport, type PathOptions } from '../../src/cli/commands/path.ts';
import { relatedReport } from '../../src/cli/commands/related.ts';
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
  const paths = [{ length: 4, nodes, sentence: 'SRE does something about Backup.' }];
  const limits = { max: 4, first: 3, through: 'duties' } as const;
  const found: Parameters<typeof pathReport>[0]['paths'] = {
    summary: 'What was found.',
    truncated: false,
    through: 'DUTIES',
    lengthThroughDuties: 4,
    lengthThroughAny: 4,
    paths,
  };
  const none = { ...found, through: 'ANY' as const, lengthThroughDuties: null, paths: [] };

  test('path is what was found in words and a table of sentences', async () => {
    expect(await written(pathReport({ paths: found }, limits))).toBe(
      'What was found.\n\nSteps  Path\n    4  SRE does something about Backup.\n',
    );
    expect(await written(pathReport({ paths: found }, limits), { csv: true })).toBe(
      'Steps,Path,Ids\r\n4,SRE does something about Backup.,role:sre; topic:backup\r\n',
    );
  });

  test.each<readonly [typeof found, Partial<PathOptions>, string]>([
    [found, { first: 1 }, 'There may be more (--first).'],
    [{ ...found, lengthThroughAny: 2 }, {}, '--through any shows that.'],
    [{ ...found, lengthThroughAny: null }, {}, ''],
    [{ ...found, through: 'ANY', lengthThroughDuties: 6 }, {}, '--max 6 shows that.'],
    [{ ...found, through: 'ANY', lengthThroughDuties: 7 }, {}, ''],
    [{ ...found, through: 'ANY', lengthThroughDuties: 6 }, { through: 'any' }, ''],
    [{ ...none, lengthThroughAny: 5 }, {}, '--max 5 shows it.'],
    [{ ...none, lengthThroughAny: 7 }, {}, ''],
    [{ ...none, lengthThroughAny: null }, {}, ''],
    [{ ...none, truncated: true }, {}, ''],
  ])('path says which options show more: %j %j', (data, options, more) => {
    expect(pathReport({ paths: data }, { ...limits, ...options }).more).toBe(more);
  });
});

describe('related', () => {
  test('related is a table with reasons, and says how many more there are', async () => {
    const edges = [
      {
        relation: 'PERFORMS' as const,
        kind: 'ROLE' as const,
        label: 'SRE',
        score: 0.25,
        reason: 'It does.',
        node: { id: 'role:sre' },
      },
    ];
    const data = { related: { totalCount: 3, pageInfo: { hasNextPage: true, endCursor: 'x' }, edges } };
    expect(await written(relatedReport(data, 'Backup'))).toBe(
      '3 nodes are related to Backup:\n\n' +
        'Relation  Kind  Name  Score  Why\n' +
        'does it   role  SRE   0.250  It does.\n\n' +
        '… and 2 more; --first shows them.\n',
    );
    expect(await written(relatedReport(data, 'Backup'), { csv: true })).toBe(
      'Relation,Kind,Name,Score,Why,Id\r\ndoes it,role,SRE,0.250,It does.,role:sre\r\n',
    );
    const nothing = { related: { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] } };
    expect(await written(relatedReport(nothing, 'Backup'))).toBe('Nothing is related to Backup.\n');
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
