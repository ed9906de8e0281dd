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
  type PlanAnswer = Parameters<typeof inviteReport>[0]['invitePlan'];
  const edges: PlanAnswer['invites']['edges'] = [
    {
      node: role('CISO'),
      seat: 'PLANNED',
      essential: true,
      reason: 'Brings a duty.',
      adds: items('Audit', 'Risk'),
      covers: { totalCount: 2 },
      exclusiveResponsibilities: items('Audit systems'),
      alternates: { nodes: [role('CTO')] },
    },
    {
      node: role('SRE'),
      seat: 'SPARE',
      essential: false,
      reason: 'Brings backups.',
      adds: { ...items('Backup'), totalCount: 4 },
      covers: { totalCount: 5 },
      exclusiveResponsibilities: items(),
      alternates: { nodes: [] },
    },
  ];
  const ofSecurity = { id: 'pillar:security', label: 'Security' };
  const inSecurity = ({ edges: those, ...page }: ReturnType<typeof items>) => ({
    ...page,
    edges: those.map((edge) => ({ ...edge, group: ofSecurity })),
  });
  const numbers = { size: 1, optimal: true, lowerBound: 1, upperBound: 6, coveredCount: 6, itemCount: 7 };
  const invitePlan: PlanAnswer = {
    ...numbers,
    from: 'MEMBERS',
    otherPlanCount: 3,
    otherPlanCountExact: true,
    emptySeats: 1,
    responsibilityCount: 9,
    invites: { totalCount: 2, pageInfo: { hasNextPage: false, endCursor: null }, edges },
    uncovered: inSecurity(items('Networks')),
    uncoveredResponsibilities: inSecurity(items('Secure networks', 'Watch networks')),
    fromCatalog: numbers,
  };
  const report = (plan: Partial<PlanAnswer> = {}, by: 'topic' | 'category' = 'topic') =>
    inviteReport({ invitePlan: { ...invitePlan, ...plan } }, by, ['Security']);
  const firstLine = async (plan: Parameters<typeof report>[0], by?: 'category') =>
    (await written(report(plan, by))).split('\n')[0];

  test('invite is a page that says who is invited and why, then what is left', async () => {
    expect(await written(report())).toBe(
      [
        '1 role covers 6 of 7 topics; no plan is better, and 3 other plans are as good.',
        '1 spare seat goes to who adds most responsibilities. 1 seat stays empty. The 2 invited roles have 7 of the 9 responsibilities of Security.',
        '',
        '1. CISO (essential)',
        '   Brings a duty.',
        '',
        '2. SRE (spare seat)',
        '   Brings backups.',
        '',
        'Not covered',
        'Networks',
        '',
        'Nobody invited has: Secure networks; Watch networks',
        '',
      ].join('\n'),
    );
  });

  test('invite names the group of each item that is left, if several were asked about', async () => {
    const shown = await written(inviteReport({ invitePlan }, 'topic', ['Security', 'Reliability']));
    expect(shown).toContain('\nNot covered  Of\nNetworks     Security\n');
    expect(shown).toContain('\nNobody invited has: Secure networks (Security); Watch networks (Security)\n');
  });

  test('invite says how much so many roles can cover at most, if a plan may leave more than necessary', async () => {
    expect(await firstLine({ optimal: false, upperBound: 7 })).toBe(
      '1 role covers 6 of 7 topics; a better plan may exist (this many roles cover at most 7).',
    );
  });

  test('invite says how many roles are needed at least, if a plan may have too many', async () => {
    expect(await firstLine({ optimal: false, size: 3, lowerBound: 2 })).toBe(
      '3 roles cover 6 of 7 topics; a better plan may exist (at least 2 are needed).',
    );
  });

  test.each([
    [{ otherPlanCount: 0 }, 'no other plan is as good'],
    [{ otherPlanCount: 1 }, 'no plan is better, and 1 other plan is as good'],
    [
      { otherPlanCount: 1_200, otherPlanCountExact: false },
      'no plan is better, and at least 1,200 other plans are as good',
    ],
    [{ otherPlanCount: 0, otherPlanCountExact: false }, 'no plan is better'],
  ])('invite says of %j: %s', async (counts, verdict) => {
    expect(await firstLine(counts)).toBe(`1 role covers 6 of 7 topics; ${verdict}.`);
  });

  test.each([
    [{ size: 0 }, '0 roles would be enough'],
    [{ size: 4, coveredCount: 7 }, '4 roles would cover 7 of 7 topics'],
  ])('invite says what roles of the whole catalog would change, if that is %j', async (numbersOfCatalog, change) => {
    expect(await written(report({ fromCatalog: { ...numbers, ...numbersOfCatalog } }))).toContain(
      `\nOnly members of Security are invited. With roles that do the same elsewhere (--from catalog), ${change}.\n`,
    );
    expect(await written(report())).not.toContain('Only members');
  });

  const nobody = {
    invites: { ...invitePlan.invites, totalCount: 0, edges: [] },
    ...{ size: 0, coveredCount: 0, lowerBound: 0, upperBound: 0, otherPlanCount: 0, emptySeats: null },
    fromCatalog: { ...numbers, size: 0, coveredCount: 0 },
  };

  test('invite says so if nobody is left who covers anything', async () => {
    expect(await written(report({ ...nobody, uncovered: inSecurity(categories), itemCount: 2 }, 'category'))).toBe(
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
    expect(await written(report({ ...nobody, uncovered: inSecurity(items()), itemCount: 0 }))).toBe(
      'There is no topic to cover.\n',
    );
  });

  test('invite --csv has a row for each role, and invite --json is the data', async () => {
    expect(await written(report(), { csv: true })).toBe(
      [
        'Id,Invite,Seat,Essential,Covers,Adds,Only this one has,Or instead,Why',
        'role:ciso,CISO,planned,yes,2,Audit; Risk,Audit systems,CTO,Brings a duty.',
        'role:sre,SRE,spare,no,5,Backup; … and 3 more,,,Brings backups.',
        '',
      ].join('\r\n'),
    );
    expect(JSON.parse(await written(report(), { json: true }))).toEqual({ invitePlan });
  });
});

describe('hats', () => {
  const hats = {
    persons: [
      {
        number: 1,
        name: null,
        headline: 'Governance (2 of 2 roles).',
        roles: [
          { role: role('CISO'), isGiven: false, reason: 'First of the person.' },
          { role: role('Auditor'), isGiven: false, reason: 'Shares 3 duties.' },
        ],
        cohesion: 0.25,
        covers: [{ id: 'category:a' }, { id: 'category:b' }],
      },
      {
        number: 2,
        name: null,
        headline: 'SRE, of Operations.',
        roles: [{ role: role('SRE'), isGiven: false, reason: 'First of the person.' }],
        cohesion: null,
        covers: [{ id: 'category:b' }],
      },
    ],
    separations: [{ sentence: 'CISO (person 1) is kept apart from SRE (person 2).' }],
    roleCount: 3,
    unassignedPeople: 0,
    cohesion: 0.25,
    upperBound: 0.512345,
    optimal: false,
    hasEvenLoads: true,
    from: 'MEMBERS' as const,
    uncovered: items(),
  };
  const groups = ['Security', 'Cost'];

  test('hats is a table of people with what each mainly does, then what is kept apart, then why each has which role', async () => {
    expect(await written(hatsReport({ hats }, groups))).toBe(
      [
        '3 roles cover the 2 categories of Security and Cost.',
        '2 people; cohesion 0.250: a better division may exist (cohesion 0.512 at most is possible).',
        '',
        'Person  Roles  Cohesion  Mainly',
        '     1      2     0.250  Governance (2 of 2 roles).',
        '     2      1            SRE, of Operations.',
        '',
        'CISO (person 1) is kept apart from SRE (person 2).',
        '',
        'Person 1  Why',
        'CISO      First of the person.',
        'Auditor   Shares 3 duties.',
        '',
        'Person 2  Why',
        'SRE       First of the person.',
        '',
      ].join('\n'),
    );
  });

  test('hats says what nobody covers', async () => {
    const shown = await written(hatsReport({ hats: { ...hats, uncovered: categories } }, groups));
    expect(shown).toMatch(/^3 roles cover 2 of the 4 categories of Security and Cost; nobody covers the others\.\n/);
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
  const none = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] };
  const counts = (...[categories, responsibilities, topics]: readonly [number, number, number]) => ({
    categories: { totalCount: categories },
    responsibilities: { totalCount: responsibilities },
    topics: { totalCount: topics },
  });
  const inSecurity = { id: 'pillar:security', label: 'Security' };
  const inCost = { id: 'category:cost/arch', label: 'Architecture (Cost)' };
  /** A gap, with those who could fill it in its group, and elsewhere. */
  const gap = (label: string, group: typeof inCost | null, here: readonly string[], elsewhere: readonly string[]) => ({
    label,
    group,
    node: { id: `responsibility:${label.toLowerCase()}` },
    carrierCount: here.length,
    carriers: { nodes: here.map(role) },
    carriersElsewhere: { totalCount: elsewhere.length, nodes: elsewhere.map(role) },
  });
  const listOf = (...edges: readonly ReturnType<typeof gap>[]) => ({
    ...none,
    totalCount: edges.length,
    edges: [...edges],
  });
  const missing = listOf(
    gap('Audit', inCost, ['CISO'], []),
    gap('Restore', inSecurity, [], ['SRE']),
    gap('Sign', inSecurity, [], []),
    gap('Verify', inSecurity, ['DBA', 'SRE'], []),
  );
  const shares = { categories: 1, responsibilities: 0.5, topics: null };
  const nobody = { categories: none, responsibilities: none, topics: none };
  const alone = { categories, responsibilities: none, topics: items('Backup') };
  const adds = { categories: none, responsibilities: items('Audit', 'Verify'), topics: items('Backup') };
  const data = {
    coverage: {
      from: 'MEMBERS' as const,
      people: [],
      absent: [],
      onlyAbsent: nobody,
      thin: nobody,
      shares,
      covered: counts(6, 4, 0),
      uncovered: { categories: none, responsibilities: missing, topics: none },
      fromCatalog: { shares: { ...shares, responsibilities: 0.625 } },
      groups: [
        { group: inSecurity, shares, covered: counts(6, 3, 0), uncovered: counts(0, 3, 0) },
        { group: inCost, shares, covered: counts(0, 1, 0), uncovered: counts(0, 1, 0) },
      ],
      additions: { totalCount: 7, nodes: [{ role: role('CISO'), gain: 0.1234, adds: { itemCount: 3, ...adds } }] },
    },
    singlePoints: {
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [{ person: null, roles: [role('SRE')], criticality: 0.05, items: alone }],
    },
  };

  test('gaps is what nobody on the team does, then counts, single points of failure, and roles that would add most', async () => {
    expect(await written(gapsReport(data))).toBe(
      [
        'The team covers 4 of 8 responsibilities (50.0%), by what its roles do in Security and Architecture (Cost). ' +
          'By what they do anywhere, it covers 62.5% (--from catalog).',
        '',
        'Nobody on the team  In                   Who could',
        'Sign                Security             nobody: no role does it',
        'Restore             Security             nobody here, elsewhere: SRE',
        'Verify              Security             DBA; SRE',
        'Audit               Architecture (Cost)  CISO',
        '',
        'Group                What              Covered  Of   Share',
        'Security             categories              6   6  100.0%',
        'Security             responsibilities        3   6   50.0%',
        'Architecture (Cost)  categories              0   0  100.0%',
        'Architecture (Cost)  responsibilities        1   2   50.0%',
        '',
        'If this role is missing  Loses duties  What        Nobody else has',
        'SRE                              5.0%  categories  Architecture (Cost); Support',
        'SRE                              5.0%  topics      Backup',
        '',
        'Would add most  Gains duties  Items  New responsibilities',
        'CISO                   12.3%      3  Audit; Verify',
        '',
        '… and 6 more',
        '',
      ].join('\n'),
    );
  });

  test('gaps from the catalog has no column of groups', async () => {
    const responsibilities = listOf(gap('Verify', null, ['DBA'], []));
    const coverage = {
      ...data.coverage,
      from: 'CATALOG' as const,
      uncovered: { ...data.coverage.uncovered, responsibilities },
    };
    const text = await written(gapsReport({ ...data, coverage }));
    expect(text).toContain('The team covers 4 of 5 responsibilities (50.0%), by what its roles do anywhere.\n');
    expect(text).toContain('\nNobody on the team  Who could\nVerify              DBA\n');
  });

  test('gaps counts categories where no responsibilities are stated', async () => {
    const ofCategories = { categories: 0.5, responsibilities: null, topics: null };
    const categories = listOf(gap('Tables', inSecurity, ['DBA', 'SRE'], []));
    const coverage = {
      ...data.coverage,
      shares: ofCategories,
      covered: counts(1, 0, 0),
      uncovered: { categories, responsibilities: listOf(), topics: listOf() },
      groups: [{ group: inSecurity, shares: ofCategories, covered: counts(1, 0, 0), uncovered: counts(1, 0, 0) }],
    };
    expect(await written(gapsReport({ ...data, coverage }))).toContain(
      [
        'No responsibilities are stated here, so only categories are counted. The team covers 1 of 2 categories.',
        '',
        'Nobody on the team  Who could',
        'Tables              DBA; SRE',
        '',
        'Group     What        Covered  Of  Share',
        'Security  categories        1   2  50.0%',
        '',
        '',
      ].join('\n'),
    );
    const nothing = {
      ...coverage,
      covered: counts(0, 0, 0),
      uncovered: { ...coverage.uncovered, categories: listOf() },
    };
    expect(await written(gapsReport({ ...data, coverage: nothing }))).toMatch(/^There is nothing to cover\.\n/);
  });

  test('gaps --csv has a row for each gap', async () => {
    expect(await written(gapsReport(data), { csv: true })).toBe(
      'Group id,Group,Kind,Not covered,Id,Carriers,Carriers elsewhere\r\n' +
        'category:cost/arch,Architecture (Cost),responsibility,Audit,responsibility:audit,1,0\r\n' +
        'pillar:security,Security,responsibility,Restore,responsibility:restore,0,1\r\n' +
        'pillar:security,Security,responsibility,Sign,responsibility:sign,0,0\r\n' +
        'pillar:security,Security,responsibility,Verify,responsibility:verify,2,0\r\n',
    );
  });
});
