import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askedTeam, isAway, withNames } from '../../explorer/state/asked-team.ts';
import type { TeamRole } from '../../explorer/state/questions/team-questions.ts';
import type { TitleMeaning } from '../../explorer/state/questions/title-questions.ts';
import { readPeople, textOfFile, withPeople } from '../../explorer/state/read-people.ts';
import { keepTeam, membersIn, type Member, storedTeam } from '../../explorer/state/team.ts';
import { hasTeam, teamFragment, teamInFragment } from '../../explorer/state/team-link.ts';
import { csvOf } from '../../explorer/views/take-along/table-texts.ts';
import { teamTable } from '../../explorer/views/team/team-table.ts';

const sre = { id: 'role:sre', label: 'Site Reliability Engineer' };
const auditor = { id: 'role:auditor', label: 'Auditor, Internal' };
const titles = new Map([
  ['SRE', sre],
  ['Site Reliability Engineer', sre],
  ['Auditor, Internal', auditor],
]);
const meaningOf = vi.fn((title: string): Promise<TitleMeaning> =>
  Promise.resolve({ role: titles.get(title) ?? null, close: [] }),
);

beforeEach(() => {
  meaningOf.mockClear();
});

function read(text: string, name = '', taken: readonly string[] = []) {
  return readPeople(text, name, taken, meaningOf);
}

async function membersOf(text: string, name = ''): Promise<readonly Member[]> {
  const { rows } = await read(text, name);
  return membersIn(rows.map(({ member }) => member));
}

const team: readonly Member[] = [
  { name: 'Ann', roles: ['role:sre', 'role:auditor'] },
  { name: 'Ben', roles: ['role:sre'], unknown: ['Backup guy'], share: 0.5, until: '2027-03-31' },
];

describe('people are read', () => {
  test.each([
    ['a table that is pasted', 'Ann\tSRE; Auditor, Internal\nBen\tSRE|Backup guy\t50%\t2027-03-31', ''],
    [
      'a table with a header',
      'name;roles;share;until\nAnn;SRE|Auditor, Internal;1;\nBen;"SRE;Backup guy";0,5;2027-03-31',
      '',
    ],
    [
      'a file that is called CSV and has no header',
      'Ann,SRE,"Auditor, Internal"\nBen,SRE;Backup guy,0.5,2027-03-31',
      'a.csv',
    ],
    [
      'a list in YAML',
      '- name: Ann\n  roles: [SRE, "Auditor, Internal"]\n- { name: Ben, roles: [SRE, Backup guy], share: 0.5, until: 2027-03-31 }',
      'team.yaml',
    ],
    [
      'a list in JSON',
      '[{"name":"Ann","roles":["SRE","Auditor, Internal"]},{"name":"Ben","roles":["SRE","Backup guy"],"share":0.5,"until":"2027-03-31"}]',
      '',
    ],
  ])('from %s', async (_, text, name) => {
    expect(await membersOf(text, name)).toEqual(team);
  });

  test('from roles alone, with numbers for names that nobody has', async () => {
    const { rows } = await read('SRE\nAuditor, Internal # the one in Oslo\nSRE', '', ['person 2']);
    expect(rows.map(({ line, name, member }) => [line, name, member.roles])).toEqual([
      [1, 'Person 1', ['role:sre']],
      [2, 'Person 3', ['role:auditor']],
      [3, 'Person 4', ['role:sre']],
    ]);
  });

  test('with each title looked up once, as a whole before its parts, and no name of a person', async () => {
    await read('Ann: SRE, Auditor, Internal\nBen: SRE\nCarla: Auditor, Internal');
    expect(meaningOf.mock.calls.map(([title]) => title).toSorted()).toEqual(
      ['SRE, Auditor, Internal', 'SRE', 'Auditor, Internal', 'Auditor', 'Internal'].toSorted(),
    );
  });

  test('so that no line is lost: it is a row or has a problem', async () => {
    const { rows, problems } = await read('name,role\nAnn,SRE\n,SRE\nBen,\nCarla,"Backup guy"');
    expect(rows.map(({ name }) => name)).toEqual(['Ann', 'Person 1', 'Ben', 'Carla']);
    expect(problems.map(({ line }) => line)).toEqual([3, 4]);
  });

  test('into a team, where whoever is in it already has the roles of both', () => {
    const added = withPeople(team, [
      { name: 'ann', roles: ['role:dba'], unknown: ['Chef'] },
      { name: 'Dev', roles: [] },
    ]);
    expect(added).toEqual([
      { name: 'Ann', roles: ['role:sre', 'role:auditor', 'role:dba'], unknown: ['Chef'] },
      team[1],
      { name: 'Dev', roles: [] },
    ]);
  });
});

test.each([
  ['UTF-8', new TextEncoder().encode('Jürg'), 'Jürg'],
  ['UTF-16, as Excel writes "Unicode text"', Uint8Array.of(0xff, 0xfe, 0x4a, 0, 0xfc, 0), 'Jü'],
  ['Windows-1252, as Excel writes CSV', Uint8Array.of(0x4a, 0xfc), 'Jü'],
  ['something else than text', Uint8Array.of(0x50, 0x4b, 0, 4), null],
])('a file in %s is read', (_, bytes, text) => {
  expect(textOfFile(bytes)).toBe(text);
});

test('a team as CSV is read as the same team', async () => {
  const roles = new Map<string, TeamRole>(
    [sre, auditor].map((role) => [role.id, { ...role, slug: role.id, pillars: [] }]),
  );
  const text = csvOf(teamTable(team, roles));
  expect(await membersOf(text, 'team.csv')).toEqual(team);
});

describe('what is kept is read', () => {
  test.each<[string, unknown, readonly Member[]]>([
    ['no list', { name: 'Ann' }, []],
    ['nobody', [null, 1, 'Ann', {}, { name: 7 }], []],
    [
      'what is no role, share or day',
      [{ name: 'Ann', roles: ['a', 1, 'a'], share: 7, until: 'soon', isAbsent: 1 }],
      [{ name: 'Ann', roles: ['a'] }],
    ],
  ])('without %s', (_, value, members) => {
    expect(membersIn(value)).toEqual(members);
  });
});

describe('the server gets', () => {
  const asked = askedTeam(
    [{ name: 'Nobody', roles: ['role:gone'] }, ...team],
    (id) => id !== 'role:gone',
    '2027-04-01',
  );

  test('numbers in place of names, and only roles that it has', () => {
    expect(asked).toEqual({
      staff: [
        { name: 'Person 2', share: 1, roles: [{ id: 'role:sre' }, { id: 'role:auditor' }] },
        { name: 'Person 3', share: 0.5, roles: [{ id: 'role:sre' }] },
      ],
      absent: ['Person 3'],
    });
    expect(JSON.stringify(asked)).not.toMatch(/Ann|Ben|Nobody|Backup guy/);
  });

  test('and its sentences are shown with the names', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => ({ name: `N${index + 1}`, roles: [] }));
    expect(withNames('Person 12 is near, Person 1 is not; see person 2 and Person 40.', twelve)).toBe(
      'N12 is near, N1 is not; see person 2 and Person 40.',
    );
  });

  test('nobody who has left after the last day', () => {
    const [, ben] = team;
    expect(ben && [isAway(ben, '2027-03-31'), isAway(ben, '2027-04-01')]).toEqual([false, true]);
  });
});

describe('a link', () => {
  test('carries a team, and gives it back', async () => {
    const named = [...team, { name: 'Zoë 🙂 Łuk', roles: [], isAbsent: true }];
    const fragment = await teamFragment(named);
    expect(hasTeam(fragment)).toBe(true);
    expect(fragment).toMatch(/^#team=[\w-]+$/);
    expect(await teamInFragment(fragment)).toEqual(named);
  });

  test.each(['#team=', '#team=abc', '#team=%%%', '#team=W10'])('that is %s carries none', async (fragment) => {
    expect(await teamInFragment(fragment)).toBeNull();
  });

  test.each([
    [
      'more people than a team may have',
      Array.from({ length: 1_001 }, (_, index) => ({ name: `N${index}`, roles: [] })),
    ],
    ['more than a megabyte', [{ name: 'x'.repeat(1_000_000), roles: [] }]],
    ['two people of one name', [team, team].flat()],
  ])('with %s carries none', async (_, people) => {
    expect(await teamInFragment(await teamFragment(people))).toBeNull();
  });
});

describe('a team is there until the page is closed', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test.each([
    ['is full', { getItem: () => '[{"name":"Before","roles":[]}]', setItem: refuse }],
    ['is forbidden', { getItem: refuse, setItem: refuse }],
  ])('where the storage of the browser %s', (_, localStorage) => {
    vi.stubGlobal('window', { localStorage });
    keepTeam(team);
    expect(storedTeam()).toEqual(team);
    keepTeam([]);
    expect(storedTeam()).toEqual([]);
  });
});

function refuse(): never {
  throw new DOMException('no', 'QuotaExceededError');
}
