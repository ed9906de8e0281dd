import { describe, expect, test } from 'vitest';
import { csvTeam } from '../../src/team/csv-team.ts';
import { tableWithoutHeader } from '../../src/team/table-without-header.ts';
import type { TeamFile } from '../../src/team/team-file.ts';

function peopleIn(team: TeamFile | undefined) {
  if (team?.kind !== 'PEOPLE') return undefined;
  return team.rows.map(({ name, roles, share, until }) => [name, roles, share, until]);
}

describe('a table without a header', () => {
  test.each([
    ['tabs, as copied from a sheet', 'Ann Berg\tSRE\tDBA\nBen Ito\tAuditor\t50%\t2027-03-31\n'],
    ['semicolons', 'Ann Berg;SRE;DBA\n"Ben Ito";Auditor;0,5;2027-03-31'],
    ['one role a line', 'Ann Berg,SRE\nBen Ito,Auditor,0.5,2027-03-31\nann berg,DBA'],
  ])('has people with %s', (_, text) => {
    expect(peopleIn(tableWithoutHeader(text, 'what was pasted'))).toEqual([
      ['Ann Berg', ['SRE', 'DBA'], 1, undefined],
      ['Ben Ito', ['Auditor'], 0.5, '2027-03-31'],
    ]);
  });

  test('has people with a colon and a list', () => {
    expect(peopleIn(tableWithoutHeader('Ann: SRE, DBA\nBen: CISO', 'what was pasted'))).toEqual([
      ['Ann', ['SRE, DBA'], 1, undefined],
      ['Ben', ['CISO'], 1, undefined],
    ]);
  });

  test('keeps a line with a name only, and says what it lacks', () => {
    const team = tableWithoutHeader('Ann\tSRE\nBen\nCarla\tDBA', 'what was pasted');
    expect(peopleIn(team)).toHaveLength(3);
    const problems = team?.kind === 'PEOPLE' ? team.problems : [];
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: "Ben" has no role. Name at least one, or leave the person out.',
    ]);
  });

  test('is no table if most lines have one cell', () => {
    expect(tableWithoutHeader('SRE\nDBA\nAuditor, internal', 'what was pasted')).toBeUndefined();
  });
});

test('a table with a header may have a line for each role of a person', () => {
  const text = 'name,role,share\nAnn,SRE,\nBen,DBA,\nAnn,Auditor,0.5';
  expect(peopleIn(csvTeam(text, 'team.csv', 'JOINED'))).toEqual([
    ['Ann', ['SRE', 'Auditor'], 0.5, undefined],
    ['Ben', ['DBA'], 1, undefined],
  ]);
});
