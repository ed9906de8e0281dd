import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { askingShipped } from '../support/engines/asking.ts';
import { cliInProcess } from '../support/processes/cli-in-process.ts';
import { handbookCatalog } from '../support/catalogs/handbook-catalog.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Asks the catalog that ships. */
async function rolegraph(...words: string[]) {
  return cliInProcess(words, { env: { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') } });
}

/** What a wrong command line says; it must end with 2 and print no results. */
async function refusal(...words: string[]): Promise<string> {
  const { code, stdout, stderr } = await rolegraph(...words);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  return stderr;
}

/** Below every name that is unknown. */
const shipped =
  "The names are those of Rolegraph's reference catalog 1.0.0, which ships with Rolegraph; nothing has been imported.";

const ask = askingShipped();

/** The data of a GraphQL answer as --json prints it. */
async function jsonOf(query: string): Promise<string> {
  const { data, errors } = await ask(query);
  expect(errors).toEqual([]);
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

describe('overlap', () => {
  test('overlap prints the numbers and the shared roles', async () => {
    const { code, stdout, stderr } = await rolegraph('overlap', 'security', 'reliability');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^12 shared roles; Jaccard index \(shared \/ in any\) 0\.200, overlap coefficient \(shared \/ smallest\) 0\.364\.\n/,
    );
    expect(stdout).toMatch(/\n\nCompared +Roles\nSecurity +39\nReliability +33\nIn all of them +12\n/);
    expect(stdout).toMatch(/\n\nRole +Pillars +Organization types\nCloud Architect +Security; Reliability; Perf/);
    expect(stdout).toMatch(/\nSystems Administrator [^\n]*\n$/);
  });

  test('overlap --json prints the data of the GraphQL answer', async () => {
    const { stdout } = await rolegraph('overlap', 'pillar:security', 'MSP', '--json');
    expect(stdout).toBe(
      await jsonOf(`{
        overlap(of: ["pillar:security", "organization-type:msp"]) {
          groups { id label roleCount }
          sharedRoleCount exclusiveRoleCount unionRoleCount jaccard overlapCoefficient
          roles(first: 100) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { id title label pillars { id name } organizationTypes { id name } }
          }
        }
      }`),
    );
  });

  test('overlap --csv writes the shared roles', async () => {
    const { stdout, stderr } = await rolegraph('overlap', 'security,reliability', '--csv');
    expect(stderr).toMatch(/^12 shared roles; Jaccard index [^\n]*\n$/);
    const rows = stdout.split('\r\n');
    expect(rows[0]).toBe('Id,Role,Pillars,Organization types');
    expect(rows).toContain('role:data-owner,Data Owner,Security; Reliability,');
    expect(rows).toHaveLength(1 + 12 + 1);
  });

  test('overlap accepts names of categories with commas, and says so if nothing is shared', async () => {
    const { code, stdout } = await rolegraph('overlap', 'Identity, Access, and Data Protection', 'op/support');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^No role is in all of them\.\n\n/);
  });

  test('overlap distinguishes categories of one name by their owners', async () => {
    const { stdout, stderr } = await rolegraph('overlap', 'cost/arch', 'sustainability/architecture & engineering');
    expect(stderr).toContain('cost/arch: completed to Architecture & Engineering (Cost Optimization)\n');
    expect(stdout).toMatch(/\nArchitecture & Engineering \(Cost Optimization\) +6\n/);
    expect(stdout).toMatch(/\nArchitecture & Engineering \(Sustainability\) +6\n/);
  });

  test('overlap says which names it completed beginnings to, apart from the answer', async () => {
    const { code, stdout, stderr } = await rolegraph('overlap', 'perf', 'Cost Opt', '--csv');
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^perf: completed to Performance Efficiency\nCost Opt: completed to Cost Optimization\n\d+ shared roles; [^\n]*\n$/,
    );
    expect(stdout).not.toContain('taken as');
  });

  test('overlap reports all misspelled names at once, with what was probably meant', async () => {
    expect(await refusal('overlap', 'secrity', 'reliability', 'relibility', 'SRE')).toBe(
      [
        '"secrity" is not a pillar, category or organization type. Did you mean Security?',
        '"relibility" is not a pillar, category or organization type. Did you mean Reliability?',
        'Site Reliability Engineer is a role, not a pillar, category or organization type.',
        'Quote names of several words.',
        shipped,
        '',
      ].join('\n'),
    );
  });

  test('overlap reports what else the schema refuses in words of the command line', async () => {
    expect(await refusal('overlap', 'security')).toBe(
      'What is compared has 1 group; it takes 2 to 16 distinct groups.\n',
    );
    expect(await refusal('overlap', 'security', 'Security')).toMatch(/^What is compared has "pillar:security" twice/);
  });
});

describe('role', () => {
  test('role prints what a role is and does, by which lines, and which roles are most similar', async () => {
    const { code, stdout, stderr } = await rolegraph('role', 'SRE');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Site Reliability Engineer, also SRE\nKeeps services healthy, [^\n]*\n\nPillars: Operational/,
    );
    expect(stdout).toMatch(/\nEngineering & Infrastructure +Reliability +001:99\n/);
    expect(stdout).toMatch(/\nResponsibility +Said by\nAutomate operations +001:99\n/);
    expect(stdout).toMatch(/\nReduce operational toil +001:19; 001:99\n/);
    expect(stdout).toMatch(
      /\nClosest roles +Score +Coefficient +Lines +Told apart +Shared responsibilities\nSystems Administrator +0\.160 +0\.416 +7 +yes +Keep systems/,
    );
    expect(stdout).toMatch(/\n… and 17 more; --all lists them\.\n$/);
  });

  test('role prints a role of organization types alone, too', async () => {
    const { stdout } = await rolegraph('role', 'Account Manager');
    expect(stdout).toContain('\nOrganization types: ');
    expect(stdout).not.toContain('Pillars: ');
  });

  test('role --json prints the data of the GraphQL answer', async () => {
    const { stdout } = await rolegraph('role', 'DevOps', 'Engineer', '--json');
    expect(stdout).toBe(
      await jsonOf(`{
        role(by: { title: "DevOps Engineer" }) {
          id title label alternateTitles summary pillars { id name } organizationTypes { id name }
          categories { id name pillar { id name } organizationTypes { id name } }
          topics { id name }
          responsibilities(first: 100) {
            totalCount
            pageInfo { hasNextPage endCursor }
            edges { node { id name } involvement appearances { source { source { slug } line row anchor quote url } } }
          }
          involvedIn(as: [CONSULTED, INFORMED], first: 100) {
            totalCount
            pageInfo { hasNextPage endCursor }
            edges { node { id name } involvement appearances { source { source { slug } line row anchor quote url } } }
          }
          appearances { category { id } responsibilities { id } source { source { slug } line row anchor quote url } note }
          overlaps(first: 5) {
            totalCount
            edges {
              node { id title label }
              overlap { score overlapCoefficient lineCount neverToldApart sharedResponsibilities { id name } }
            }
          }
        }
      }`),
    );
  });

  test('role --by orders the closest roles by another number', async () => {
    const answer = z.object({ role: z.object({ overlaps: z.unknown() }) });
    for (const [by, field] of [
      ['score', 'SCORE'],
      ['coefficient', 'OVERLAP_COEFFICIENT'],
      ['weight', 'SHARED_WEIGHT'],
    ] as const) {
      const { stdout } = await rolegraph('role', 'DevOps', 'Engineer', '--json', '--by', by);
      const order = `first: 5, orderBy: { field: ${field}, direction: DESC }`;
      const expected = await jsonOf(`{
        role(by: { title: "DevOps Engineer" }) {
          overlaps(${order}) {
            totalCount
            edges {
              node { id title label }
              overlap { score overlapCoefficient lineCount neverToldApart sharedResponsibilities { id name } }
            }
          }
        }
      }`);
      expect(answer.parse(JSON.parse(stdout))).toEqual(answer.parse(JSON.parse(expected)));
    }
  });

  test('role says on how many lines each overlap rests, and which roles are never told apart', async () => {
    const { stdout } = await rolegraph('role', 'Disaster Recovery Manager');
    expect(stdout).toMatch(/\nDisaster Recovery Coordinator +1\.000 +1\.000 +1 +never /);
  });

  test('role --csv writes the responsibilities', async () => {
    const { stdout } = await rolegraph('role', 'SRE', '--csv');
    expect(stdout).toMatch(/^Id,Responsibility,Involvement,Said by\r\n/);
    expect(stdout).toContain(',Reduce operational toil,responsible,001:19; 001:99\r\n');
  });

  test('role shows how a role is involved where it is not just responsible', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'handbook.json');
    await writeFile(file, JSON.stringify(handbookCatalog));
    const env = { ROLEGRAPH_DATA: join(folder, 'data') };
    expect((await cliInProcess(['import', file], { env })).code).toBe(0);
    const { stdout } = await cliInProcess(['role', 'SRE'], { env });
    expect(stdout).toMatch(
      /\nResponsibility +Involvement +Said by\nÄrger lösen +responsible +handbook:7\nVerify backups +responsible +handbook:7; wiki:2147483647\nÄrger lösen +consulted; informed +wiki:2147483647\n/,
    );
    expect((await cliInProcess(['role', 'Seller'], { env })).stdout).toMatch(
      /\nSell +responsible; accountable +no source given\nVerify backups +informed +no source given\n/,
    );
  });

  test('role completes the beginning of a title, and answers a misspelled one with suggestions', async () => {
    const { stdout, stderr } = await rolegraph('role', 'Chaos', 'Eng');
    expect(stderr).toBe('Chaos Eng: completed to Chaos Engineering Specialist\n');
    expect(stdout).toMatch(/^Chaos Engineering Specialist\n/);
    expect(await refusal('role', 'Chaos Enginering Specalist')).toBe(
      '"Chaos Enginering Specalist" is not a role. Did you mean Chaos Engineering Specialist?\n' + `${shipped}\n`,
    );
    expect(await refusal('role', 'secur')).toMatch(
      /^"secur" could be:\n {2}Security Analyst \(role:security-analyst\)\n/,
    );
  });
});

describe('search', () => {
  test('search prints what was found, best first', async () => {
    const { code, stdout, stderr } = await rolegraph('search', 'backup');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\d+ matches, best first:\n\nKind +Name +Found in +Id\ntopic +Backup +topic:backup\n/);
    expect(stdout).toMatch(/\nrole +Data Owner +Decides how data is classified, [^\n]* role:data-owner\n/);
  });

  test('search says what was relaxed, so that something is found', async () => {
    const leftOut = await rolegraph('search', 'backup', 'zzzzzz');
    expect(leftOut.stdout).toMatch(/^Not all of these have every word that you gave\.\n\d+ matches, best first:\n/);
    const misspelled = await rolegraph('search', 'bakupp');
    expect(misspelled.stdout).toMatch(/^Nothing has the words as you spelled them; these are similar\.\n\d+ matches/);
  });

  test('search says that a word matched that is not shown', async () => {
    const { stdout } = await rolegraph('search', 'k8s', '--kind', 'role');
    expect(stdout).toMatch(
      /\nrole +Cloud Engineer +Deploy applications \(by a word that is not shown\) +role:cloud-engineer\n/,
    );
  });

  test('search prints matches of some kinds, and as many as are wanted', async () => {
    const { stdout } = await rolegraph(
      'search',
      'disaster',
      'recvery',
      '--kind',
      'role,organization-type',
      '--first',
      '2',
    );
    expect(stdout).toMatch(/^(\d+) matches/);
    expect(stdout.match(/^role +/gm)).toHaveLength(2);
    expect(stdout).not.toMatch(/^topic /m);
    expect(stdout).toMatch(/\n… and \d+ more; --first shows them\.\n$/);
  });

  test('search accepts many kinds, and a comma at the end', async () => {
    const { stdout } = await rolegraph('search', 'a', '--kind', 'Categories,roles,', '--csv', '--first', '100');
    const kinds = stdout
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split(',')[0]);
    expect(new Set(kinds)).toEqual(new Set(['category', 'role']));
  });

  test('search --csv says how many matches there are, apart from the table', async () => {
    const { stderr } = await rolegraph('search', 'cost', '--first', '2', '--csv');
    expect(stderr).toMatch(/^\d+ matches, best first:\n… and \d+ more; --first shows them\.\n$/);
  });

  test('search prints more than one page of the schema has', async () => {
    const { stdout } = await rolegraph('search', 'data engineer manager', '--first', '110', '--csv');
    const rows = stdout.trimEnd().split('\r\n');
    expect(rows[0]).toBe('Kind,Name,Matched,Score,Id,Hidden');
    expect(rows).toHaveLength(111);
    expect(new Set(rows).size).toBe(111);
  });

  test('search --json prints the data of the GraphQL answer', async () => {
    const { stdout } = await rolegraph('search', 'backup', '--kind', 'topic', '--kind', 'role', '--json');
    expect(stdout).toBe(
      await jsonOf(`{
        search(query: "backup", kinds: [TOPIC, ROLE], first: 20) {
          totalCount pageInfo { hasNextPage endCursor } relaxed edges { kind label matched hidden score node { id } }
        }
      }`),
    );
  });

  test('a search that finds nothing says so, and is no failure', async () => {
    expect(await rolegraph('search', 'zzzzzz')).toEqual({ code: 0, stdout: 'Nothing was found.\n', stderr: '' });
  });

  test('search refuses an empty text', async () => {
    expect(await refusal('search', '...')).toMatch(/^The text is "\.\.\."; give at least one letter/);
  });
});

describe('--json prints the data of the GraphQL answer', () => {
  const items = 'totalCount pageInfo { hasNextPage endCursor } edges { label node { id } }';
  const itemsOfGroups = 'totalCount pageInfo { hasNextPage endCursor } edges { label node { id } group { id label } }';
  const firstLists = ['categories', 'responsibilities', 'topics']
    .map((unit) => `${unit}(first: 5) { ${items} }`)
    .join(' ');
  const lists = ['categories', 'responsibilities', 'topics']
    .map((unit) => `${unit}(first: 100) { ${items} }`)
    .join(' ');
  const named = 'nodes { id title label }';
  const gaps = ['categories', 'responsibilities', 'topics']
    .map(
      (unit) => `${unit}(first: 100) {
        totalCount pageInfo { hasNextPage endCursor }
        edges {
          label group { id label } node { id } carrierCount carriers(first: 3) { ${named} }
          carriersElsewhere(first: 3) { totalCount ${named} }
        }
      }`,
    )
    .join(' ');
  const shares = '{ categories responsibilities topics }';
  const counts = ['categories', 'responsibilities', 'topics'].map((unit) => `${unit} { totalCount }`).join(' ');

  test.each([
    [
      ['invite', 'security', '--by', 'topic', '--with', 'SRE', '--without', 'Data Owner', '--max', '5'],
      `{
        invitePlan(input: {
          cover: ["pillar:security"], by: TOPIC, mustInclude: [{ title: "SRE" }], exclude: [{ title: "Data Owner" }]
          maxInvites: 5
        }) {
          from size optimal lowerBound upperBound coveredCount itemCount otherPlanCount otherPlanCountExact emptySeats
          responsibilityCount
          invites(first: 100) {
            totalCount
            pageInfo { hasNextPage endCursor }
            edges {
              node { id title label }
              seat essential reason
              adds(first: 100) { ${items} }
              covers { totalCount }
              exclusiveResponsibilities(first: 100) { ${items} }
              alternates(first: 3) { nodes { id title label } }
            }
          }
          uncovered(first: 100) { ${itemsOfGroups} }
          uncoveredResponsibilities(first: 100) { ${itemsOfGroups} }
          fromCatalog { size optimal lowerBound upperBound coveredCount itemCount }
        }
      }`,
    ],
    [
      ['hats', '3', 'security', '--with', 'SRE', '--apart', 'SRE from Compliance Officer'],
      `{
        hats(
          people: 3, of: ["pillar:security"], mustInclude: [{ title: "SRE" }]
          keepApart: [{ roles: ["SRE"], from: ["Compliance Officer"] }]
        ) {
          roleCount
          persons { number name headline roles { role { id title label } isGiven reason } cohesion covers { id } }
          separations { sentence }
          unassignedPeople cohesion upperBound optimal hasEvenLoads from
          uncovered(first: 100) { ${items} }
        }
      }`,
    ],
    [
      ['path', 'SRE', 'pillar:security', '--max', '3', '--first', '2'],
      `{
        paths(from: "role:site-reliability-engineer", to: "pillar:security", maxLength: 3, first: 2) {
          summary truncated through lengthThroughDuties lengthThroughAny paths { length nodes { id } sentence }
        }
      }`,
    ],
    [
      ['related', 'Verify backups', '--kind', 'roles,topics', '--first', '3'],
      `{
        related(to: "responsibility:verify-backups", kinds: [ROLE, TOPIC], first: 3) {
          totalCount pageInfo { hasNextPage endCursor } edges { relation kind label score reason node { id } }
        }
      }`,
    ],
    [
      ['gaps', 'security', 'security/infra', '--team', '-'],
      `{
        coverage(
          roles: [{ title: "SRE" }, { title: "DevOps Engineer" }]
          of: ["pillar:security", "category:security/infrastructure-and-network"]
        ) {
          from people { name } absent { name } onlyAbsent { ${lists} } thin { ${lists} }
          shares ${shares} covered { ${counts} } uncovered { ${gaps} } fromCatalog { shares ${shares} }
          groups { group { id label } shares ${shares} covered { ${counts} } uncovered { ${counts} } }
          additions(first: 5) { totalCount nodes { role { id title label } gain adds { itemCount ${firstLists} } } }
        }
        singlePoints(
          roles: [{ title: "SRE" }, { title: "DevOps Engineer" }]
          of: ["pillar:security", "category:security/infrastructure-and-network"], first: 100
        ) {
          totalCount
          pageInfo { hasNextPage endCursor }
          nodes { person { name } roles { id title label } criticality items { ${lists} } }
        }
      }`,
    ],
    [
      ['raci', 'security/governance'],
      `{
        raci(of: ["category:security/governance-and-oversight"]) {
          summary
          checks { check isChecked activityCount message }
          groups { id label }
          roles(first: 100) {
            totalCount
            edges {
              node { id title label alternateTitles }
              responsibleCount accountableCount consultedCount informedCount
            }
          }
          rows(first: 100) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes {
              responsibility { id name }
              category { id label }
              findings
              roles(first: 100) {
                totalCount
                pageInfo { hasNextPage endCursor }
                edges {
                  node { id title label }
                  letters involvement
                  lines {
                    involvement appearance { id source { source { slug title document } line row anchor quote url } }
                  }
                }
              }
            }
          }
          findings(first: 100) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { check responsibility { id name } message }
          }
        }
      }`,
    ],
  ])('prints the data of the GraphQL answer: %j', async (words, query) => {
    const env = { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') };
    const { stdout } = await cliInProcess([...words, '--json'], { env, input: 'SRE\nDevOps Engineer\n' });
    expect(stdout).toBe(await jsonOf(query));
  });
});

describe('names are resolved before anything else is asked', () => {
  test.each([
    [['invite', 'secrity'], 'Did you mean Security?'],
    [['invite', 'security', '--with', 'SER'], '"SER" is not a role. Did you mean Site Reliability Engineer?'],
    [['invite', 'security', '--without', 'security'], '"security" could be:\n  Security Analyst'],
    [['hats', '3', 'secrity,reliability'], 'Did you mean Security?'],
    [['hats', '3', 'security', '--apart', 'SRE,Finance Analst'], 'Did you mean Finance Analyst?'],
    [['path', 'SRE', 'Finance Analst'], 'Did you mean Finance Analyst?'],
  ])('resolves names before it asks anything else: %j', async (words, said) => {
    expect(await refusal(...words)).toContain(said);
  });

  test('resolves all names of a team at once, and reports them by line', async () => {
    const env = { ROLEGRAPH_DATA: join(await temporaryFolder(), 'data') };
    const input = 'SRE\n\nDevOps Enginer\n# nobody\nSecurity\n';
    const { code, stdout, stderr } = await cliInProcess(['gaps', '--team', '-'], { env, input });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    const lines = stderr.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^standard input:3: "DevOps Enginer" is not a role\. Did you mean DevOps Engineer/);
    expect(lines[1]).toBe('standard input:5: "Security" could be:');
    expect(lines[2]).toBe('  Security Analyst (role:security-analyst)');
    expect(lines.at(-1)).toBe(shipped);
  });
});

describe('a name that is unknown is answered with the catalog that was looked in', () => {
  test('names the imported catalog and its folder for an unknown name', async () => {
    const folder = await temporaryFolder();
    const env = { ROLEGRAPH_DATA: join(folder, 'data') };
    const file = join(folder, 'catalog.json');
    await writeFile(file, JSON.stringify(handbookCatalog));
    expect((await cliInProcess(['import', file], { env })).code).toBe(0);
    const { code, stderr } = await cliInProcess(['role', 'Zzzzzz'], { env });
    expect(code).toBe(2);
    expect(stderr.split('\n')[1]).toBe(
      `The names are those of The catalog of a handbook 1, which is in the folder ${env.ROLEGRAPH_DATA}.`,
    );
  });

  test('not where it means several things', async () => {
    expect(await refusal('role', 'secur')).not.toContain('The names are those of');
  });
});

test('names that a shell took apart are advised to be quoted', async () => {
  const said = await refusal('overlap', 'Cost', 'Optimization', 'MSP');
  expect(said).toContain('\nQuote names of several words.\n');
  expect(await refusal('overlap', 'Cst Optimization')).not.toContain('Quote names');
});

describe('overlap of all groups', () => {
  test('overlap --all lists every combination of pillars that roles are in', async () => {
    const { stdout } = await rolegraph('overlap', '--all');
    expect(stdout).toMatch(/^30 combinations of the pillars that roles are in; each of the 121 roles is in one /);
    expect(stdout).toMatch(/\nReliability; Performance Efficiency +2 +3 +16\n/);
    expect((await rolegraph('overlap', '--all', '--json')).stdout).toBe(
      await jsonOf('{ intersections { groups { id label } exclusiveRoleCount sharedRoleCount } }'),
    );
  });

  test('overlap --all with groups lists the combinations of these alone', async () => {
    const { stdout } = await rolegraph('overlap', '--all', 'msp', 'vendor', '--json');
    expect(stdout).toBe(
      await jsonOf(`{
        intersections(kind: ORGANIZATION_TYPE, of: ["msp", "vendor"]) {
          groups { id label } exclusiveRoleCount sharedRoleCount
        }
      }`),
    );
    expect(await refusal('overlap', '--all', 'security', 'msp')).toContain('which is an organization type;');
  });

  test('overlap --matrix shows all pairs of pillars as a square, and lists them with --csv', async () => {
    const { stdout } = await rolegraph('overlap', '--matrix');
    expect(stdout).toMatch(/\n2 Security +9 +39 +12 +10 +7 +8\n/);
    const { stdout: csv } = await rolegraph('overlap', '--matrix', '--csv');
    expect(csv.split('\r\n')).toContain('pillar:security,Security,pillar:reliability,Reliability,12,0.200,0.364');
    expect((await rolegraph('overlap', '--matrix', '--json')).stdout).toBe(
      await jsonOf(`{
        pillars {
          id label roleCount
          overlaps { groups { id label } sharedRoleCount jaccard overlapCoefficient }
        }
      }`),
    );
  });

  test('overlap --matrix lists the pairs of many groups', async () => {
    const { stdout } = await rolegraph('overlap', '--matrix', '--kind', 'categories');
    expect(stdout).toMatch(/^The 33 groups of this kind \(categories\)/);
    expect(stdout).toMatch(/\nGroup +Other group +Shared roles/);
  });
});

test('role --all lists every role that shares anything', async () => {
  const { stdout } = await rolegraph('role', 'DevOps Engineer', '--all');
  expect(stdout).toMatch(/\nVirtualization Specialist +0\.021 /);
  expect(stdout).not.toContain('more');
  const few = await rolegraph('role', 'DevOps Engineer');
  expect(few.stdout).toMatch(/\n… and \d+ more; --all lists them\.\n$/);
});

describe('list', () => {
  const roleFields = `
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id title label
      pillars { id name } organizationTypes { id name }
      responsibilities { totalCount }
    }`;

  test.each([
    [
      ['--in', 'security', '--not-in', 'reliability', '--by', 'pillars'],
      `filter: { inAll: ["security"], inNone: ["reliability"] }, orderBy: { field: PILLAR_COUNT, direction: DESC }`,
    ],
    [
      ['--in-any', 'msp,vendor', '--pillars', '2..'],
      `filter: { inAny: ["msp", "vendor"], pillarCount: { min: 2 } }, orderBy: { field: TITLE }`,
    ],
    [
      ['--does', 'topic:backup', '--title', 'admin', '--by', 'duties'],
      `filter: { performsAll: ["topic:backup"], titleContains: "admin" },
       orderBy: { field: RESPONSIBILITY_COUNT, direction: DESC }`,
    ],
    [
      ['--does-any', 'topic:backup', '--pillars', '1', '--by', 'specificity'],
      `filter: { performsAny: ["topic:backup"], pillarCount: { min: 1, max: 1 } },
       orderBy: { field: SPECIFICITY, direction: DESC }`,
    ],
  ])('list roles %j prints the data of the GraphQL answer', async (options, listArguments) => {
    const { stdout } = await rolegraph('list', 'roles', ...options, '--json');
    expect(stdout).toBe(await jsonOf(`{ roles(first: 100, ${listArguments}) { ${roleFields} } }`));
    expect(stdout).toContain('"role:');
  });

  test('list roles lists the whole catalog', async () => {
    const { stdout } = await rolegraph('list', 'roles');
    expect(stdout).toMatch(/^138 roles\.\n\nRole +Pillars +Organization types +Responsibilities\n/);
    expect(stdout.trimEnd().split('\n')).toHaveLength(3 + 138);
  });

  test.each([
    ['pillars', '{ pillars { id name roleCount categories { id name } } }'],
    ['organization-types', '{ organizationTypes { id name roleCount categories { id name } } }'],
    ['categories', '{ categories { id name label roleCount pillar { id name } organizationTypes { id name } } }'],
    ['topics', '{ topics { id name roleCount responsibilities { totalCount } } }'],
    ['sources', '{ catalog { sources { id title document appearanceCount } } }'],
  ])('list %s prints the data of the GraphQL answer', async (kind, query) => {
    expect((await rolegraph('list', kind, '--json')).stdout).toBe(await jsonOf(query));
  });

  test('list responsibilities has all pages, with how many roles have each', async () => {
    const { stdout } = await rolegraph('list', 'responsibilities', '--csv');
    const rows = stdout.trimEnd().split('\r\n');
    expect(rows[0]).toBe('Id,Responsibility,Topics,Roles');
    expect(rows).toHaveLength(1 + 252);
  });
});

describe('compare', () => {
  test('compare prints what roles share and what only one has', async () => {
    const { stdout } = await rolegraph('compare', 'SRE', 'DevOps Engineer', 'DBA');
    expect(stdout).toMatch(/^All 3 roles share 1 topic and 1 pillar\.\n\nPair +Score +Coefficient\n/);
    expect(stdout).toMatch(/\nonly Site Reliability Engineer +responsibility +Reduce operational toil\n/);
    expect((await rolegraph('compare', 'SRE', 'DevOps Engineer', 'DBA', '--json')).stdout).toBe(
      await jsonOf(`
        query {
          compareRoles(of: [{ title: "SRE" }, { title: "DevOps Engineer" }, { title: "DBA" }]) {
            roles { id label }
            shared { ...Traits }
            distinct { role { id label } traits { ...Traits } }
            overlaps { roles { id label } score overlapCoefficient }
          }
        }
        fragment Traits on RoleTraits {
          pillars { id name } organizationTypes { id name } categories { id name } topics { id name }
          responsibilities { id name }
        }`),
    );
  });

  test('compare takes groups, whose names may be the beginning of a title, too', async () => {
    const { stdout } = await rolegraph('compare', 'msp', 'performance');
    expect(stdout).toMatch(/^The 2 groups share \d+ roles?, and the lines of each name the same \d+ responsib/);
    const json = await rolegraph('compare', 'msp', 'vendor', '--json');
    expect(json.stdout).toBe(
      await jsonOf(`
        query {
          compareGroups(of: ["msp", "vendor"]) {
            groups { id label roleCount }
            overlap { roles(first: 100) { ...Roles } }
            matrix { groups { id label } sharedRoleCount jaccard overlapCoefficient }
            sharedResponsibilities(first: 100) { ...Duties }
            distinct { group { id label } roles(first: 100) { ...Roles } responsibilities(first: 100) { ...Duties } }
          }
        }
        fragment Roles on RoleConnection { totalCount pageInfo { hasNextPage endCursor } nodes { id label } }
        fragment Duties on ResponsibilityConnection {
          totalCount pageInfo { hasNextPage endCursor } nodes { id name }
        }`),
    );
  });

  test('compare says that roles are not compared with groups, and how many are', async () => {
    expect(await refusal('compare', 'SRE', 'security')).toBe(
      'Site Reliability Engineer is a role and Security is not. Compare roles with roles, or groups with groups.\n',
    );
    expect(await refusal('compare', 'SRE')).toBe('What is compared has 1 distinct role; it takes 2 to 6.\n');
    expect(await refusal('compare', 'msp')).toContain('takes 2 to 8 distinct groups');
  });
});

describe('graph', () => {
  test('graph prints the data of the GraphQL answer', async () => {
    const words = ['DevOps Engineer', '--depth', '2', '--node-kinds', 'roles', '--min-overlap', '0.05'];
    const { stdout } = await rolegraph('graph', ...words, '--max-nodes', '50', '--json');
    expect(stdout).toBe(
      await jsonOf(`{
        graph(select: {
          roots: ["role:devops-engineer"], depth: 2, nodeKinds: [ROLE], minOverlap: 0.05, maxNodes: 50
        }) { truncated nodes { nodeId kind label degree } edges { kind source target weight } }
      }`),
    );
    const shown = await rolegraph('graph', ...words, '--max-nodes', '50');
    expect(shown.stdout).toMatch(
      /^50 nodes and \d+ edges\. The selection reaches more than 50 nodes; --max-nodes allows/,
    );
  });

  test('graph --csv writes the edges of the chosen kinds', async () => {
    const { stdout } = await rolegraph('graph', 'security', '--edge-kinds', 'part-of', '--csv');
    const rows = stdout.trimEnd().split('\r\n');
    expect(rows[0]).toBe('Source,Kind,Target,Weight');
    expect(rows).toHaveLength(1 + 6);
    expect(rows.slice(1).every((row) => row.endsWith(',PART_OF,pillar:security,1'))).toBe(true);
  });

  test('graph refuses a selection that the schema refuses, in words of the command line', async () => {
    expect(await refusal('graph', '--max-nodes', '20000')).toBe(
      '--max-nodes is 20000; it must be between 1 and 10,000.\n',
    );
  });
});
