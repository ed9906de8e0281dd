import { describe, expect, test } from 'vitest';
import { asFound, type ColumnMapping } from '../../../src/catalog/convert/conversion.ts';
import { raciReaders } from '../../../src/catalog/convert/raci/raci-readers.ts';
import { tablesOfFile } from '../../../src/catalog/convert/tables/tables-of-file.ts';

/** What the first reader that understands the only table of a text makes of it; undefined if none does. */
async function reading(text: string, columns: ColumnMapping = asFound.columns) {
  const [table] =
    (await tablesOfFile({ path: text.startsWith('|') ? 'a.md' : 'a.csv', bytes: Buffer.from(text) })) ?? [];
  if (table === undefined) throw new Error('the text has no table');
  for (const read of raciReaders) {
    const made = read(table, 0, { columns, tables: [] });
    if (made !== undefined) return { table, ...made };
  }
  return undefined;
}

/** The facts, each as "line [group / section] role: duty = letters". */
async function factsIn(text: string, columns?: ColumnMapping) {
  const made = await reading(text, columns);
  return made?.statements.map(({ role, group, section, duties, place }) => {
    const where = [group, section].filter((each) => each !== undefined).join(' / ');
    const what = duties.map(
      ({ name, involvement }) => `${name} = ${involvement.map((each) => each.charAt(0)).join('')}`,
    );
    return `${place.line ?? place.row ?? ''} ${where === '' ? '' : `[${where}] `}${role}: ${what.join(', ')}`;
  });
}

describe('activities in rows, roles in columns', () => {
  test('letters, alone and together, in any form', async () => {
    expect(
      await factsIn('Activity,DBA,SRE,CISO\nRestore,R,A/R,i\nPatch,"R, A",R & C,-\nRotate keys,AR,(R),Accountable\n'),
    ).toEqual([
      '2 DBA: Restore = R',
      '2 SRE: Restore = AR',
      '2 CISO: Restore = I',
      '3 DBA: Patch = RA',
      '3 SRE: Patch = RC',
      '4 DBA: Rotate keys = AR',
      '4 SRE: Rotate keys = R',
      '4 CISO: Rotate keys = A',
    ]);
  });

  test('the quote has the words of the cells', async () => {
    const made = await reading('Activity,DBA*\nRestore backups,A / R\n* only on weekends,\n');
    expect(made?.statements[0]).toMatchObject({
      role: 'DBA',
      place: { quote: 'Restore backups | DBA*: A / R', line: 2 },
      note: 'only on weekends',
    });
    expect(made?.leftOut.map(({ number, why }) => [number, why])).toEqual([
      [1, 'the heading of the table'],
      [3, 'a footnote'],
    ]);
  });

  test('S and ticks are responsible, and the reader says so', async () => {
    const made = await reading('Task,DBA,SRE\nRestore,A,S\nPatch,✓,x\n');
    expect(made?.statements.map(({ duties }) => duties[0]?.involvement)).toEqual([
      ['ACCOUNTABLE'],
      ['RESPONSIBLE'],
      ['RESPONSIBLE'],
      ['RESPONSIBLE'],
    ]);
    expect(made?.understood.remarks).toEqual([
      'S (support) is read as responsible.',
      'A tick or x is read as responsible.',
    ]);
  });

  test('sections, numbers, totals, legends and the heading again', async () => {
    const text = [
      'RACI of the platform team,,,',
      'ID,Activity,DBA,SRE',
      '1,Backup,,',
      '1.1,Restore,R,A',
      '1.2,Verify,R,A',
      '2,Patching,,',
      'ID,Activity,DBA,SRE',
      '2.1,2.1 Patch,A,R',
      ',Total,2,3',
      'R = Responsible; A = Accountable; C = Consulted; I = Informed,,,',
    ].join('\n');
    const made = await reading(text);
    expect(await factsIn(text)).toEqual([
      '4 [Backup] DBA: Restore = R',
      '4 [Backup] SRE: Restore = A',
      '5 [Backup] DBA: Verify = R',
      '5 [Backup] SRE: Verify = A',
      '8 [Patching] DBA: Patch = A',
      '8 [Patching] SRE: Patch = R',
    ]);
    expect(made?.leftOut.map(({ number, why }) => `${number ?? ''} ${why}`)).toEqual([
      '1 above the heading',
      '2 the heading of the table',
      '7 the heading again',
      '9 a total',
      '10 a legend',
    ]);
    expect(made?.understood.columns).toEqual([
      { heading: 'ID', as: 'left out: a number' },
      { heading: 'Activity', as: 'the activity' },
      { heading: 'DBA', as: 'a role' },
      { heading: 'SRE', as: 'a role' },
    ]);
  });

  test('groups in a column, filled down, and what they are', async () => {
    const made = await reading('Department,Activity,DBA,SRE\nData,Restore,R,A\n,Verify,R,I\nCloud,Patch,,R\n');
    expect(made?.groupKind).toBe('ORGANIZATION_TYPE');
    expect(made?.statements.map(({ group }) => group)).toEqual(['Data', 'Data', 'Data', 'Data', 'Cloud']);
    expect((await reading('Area,Activity,DBA\nData,Restore,R\n'))?.groupKind).toBe('PILLAR');
  });

  test('bold rows of Markdown are sections, even two in a row', async () => {
    expect(
      await factsIn(
        '| Activity | DBA | SRE |\n|--|--|--|\n| **Run** | | |\n| Restore | R | A |\n| **Empty** | | |\n| **Build** | | |\n| Deploy | C | R |',
      ),
    ).toEqual([
      '4 [Run] DBA: Restore = R',
      '4 [Run] SRE: Restore = A',
      '7 [Build] DBA: Deploy = C',
      '7 [Build] SRE: Deploy = R',
    ]);
  });

  test('two rows of headings tell apart roles of the same title only', async () => {
    expect(await factsIn(',IT,IT,Business,Business\nActivity,Lead,DBA,Lead,Owner\nRestore,A,R,I,C\n')).toEqual([
      '3 Lead (IT): Restore = A',
      '3 DBA: Restore = R',
      '3 Lead (Business): Restore = I',
      '3 Owner: Restore = C',
    ]);
  });

  test('a role without letters and an activity without letters are named', async () => {
    const made = await reading('Activity,DBA,SRE,CISO\nRestore,R,A,\nVerify,,,\nPatch,,R,\nAudit,,,\n');
    expect(made?.understood.columns.at(-1)).toEqual({ heading: 'CISO', as: 'a role without a letter' });
    expect(made?.leftOut.map(({ number, why }) => `${number ?? ''} ${why}`)).toContain(
      '5 an activity without a letter',
    );
  });

  test('cells that say something else are named, and comments are notes', async () => {
    const made = await reading('Activity,DBA,SRE,Ops\nRestore,R (at night),A,R\nPatch,R,Q,A\nVerify,A,R,R\n');
    expect(made?.statements[0]).toMatchObject({ note: '(at night)' });
    expect(made?.leftOut[1]).toMatchObject({ part: 'the table', number: 3, counts: 'line', text: 'SRE: Q' });
    expect(made?.leftOut[1]?.why).toContain('the letter Q, which often means');
  });

  test('German words and letters', async () => {
    const made = await reading('Aufgabe;DBA;Leitung;Revision\nBackup prüfen;D;E;I\nPatchen;D;E;M\n');
    expect(made?.statements.map(({ duties }) => duties[0]?.involvement.join())).toEqual([
      'RESPONSIBLE',
      'ACCOUNTABLE',
      'INFORMED',
      'RESPONSIBLE',
      'ACCOUNTABLE',
      'CONSULTED',
    ]);
    expect(made?.understood.remarks[0]).toContain('DEMI');
  });

  test('a legend of its own wins', async () => {
    const made = await reading('Tarea;DBA;Jefe\nRestaurar;E;P\nParchear;E;P\nE = Ejecutor;P = Aprobador;\n');
    expect(made?.statements.map(({ duties }) => duties[0]?.involvement.join())).toEqual([
      'RESPONSIBLE',
      'ACCOUNTABLE',
      'RESPONSIBLE',
      'ACCOUNTABLE',
    ]);
    expect(made?.leftOut.map(({ why }) => why)).toEqual(['the heading of the table', 'a legend']);
  });

  test('1,000 columns', async () => {
    const roles = Array.from({ length: 1_000 }, (_, index) => `Role ${index}`);
    const rows = ['Patch', 'Restore'].map((duty, row) => [
      duty,
      ...roles.map((_, column) => (column % 3 === row ? 'R' : '')),
    ]);
    const made = await factsIn([['Activity', ...roles], ...rows].map((cells) => cells.join(',')).join('\n'));
    expect(made).toHaveLength(667);
    expect(made?.at(-1)).toBe('3 Role 997: Restore = R');
  });
});

describe('roles in rows, activities in columns', () => {
  test('are read by the heading', async () => {
    expect(await factsIn('Role,Restore,Patch\nDBA,R,C\nSRE,A,"A,R"\n')).toEqual([
      '2 DBA: Restore = R',
      '2 DBA: Patch = C',
      '3 SRE: Restore = A',
      '3 SRE: Patch = AR',
    ]);
  });
});

describe('names of roles in columns of letters', () => {
  test('with lists, titles with commas in brackets, "and" in titles', async () => {
    expect(
      await factsIn(
        'Activity;R;A;C;I\nRestore;DBA, SRE;Engineer (L3, L4);;Security and Compliance Manager\nPatch;SRE;DBA;DBA and SRE;n/a\n',
      ),
    ).toEqual([
      '2 DBA: Restore = R',
      '2 SRE: Restore = R',
      '2 Engineer (L3, L4): Restore = A',
      '2 Security and Compliance Manager: Restore = I',
      '3 SRE: Patch = R',
      '3 DBA: Patch = A',
      '3 DBA: Patch = C',
      '3 SRE: Patch = C',
    ]);
  });

  test('with words for headings, lines in cells, sections and comments', async () => {
    const text =
      '| Task | Responsible | Accountable (A) | Comments |\n|--|--|--|--|\n| **Run** | | | |\n| Restore | DBA<br>SRE | CTO | nightly |\n';
    const made = await reading(text);
    expect(await factsIn(text)).toEqual([
      '4 [Run] DBA: Restore = R',
      '4 [Run] SRE: Restore = R',
      '4 [Run] CTO: Restore = A',
    ]);
    expect(made?.statements[0]).toMatchObject({ note: 'nightly', place: { quote: 'Restore | Responsible: DBA\nSRE' } });
  });
});

describe('a row for each activity, role and letter', () => {
  test('blanks are filled down', async () => {
    const text =
      'Area,Activity,Role,Letter\nBackup,Restore,DBA,R\n,,SRE,A\n,Verify,DBA,R\nCloud,Patch,SRE,"A, R"\n,,,\n,,Ops,\n';
    expect(await factsIn(text)).toEqual([
      '2 [Backup] DBA: Restore = R',
      '3 [Backup] SRE: Restore = A',
      '4 [Backup] DBA: Verify = R',
      '5 [Cloud] SRE: Patch = AR',
    ]);
    expect((await reading(text))?.leftOut.map(({ number, why }) => [number, why])).toEqual([
      [1, 'the heading of the table'],
      [7, 'a row without a letter'],
    ]);
  });
});

describe('what --map says wins', () => {
  test('for the columns of a matrix', async () => {
    const text = 'Dept,What we do,Detail,DBA,SRE\nData,Restore,Nightly dumps of everything we have,R,A\n';
    expect(
      await factsIn(
        text,
        new Map([
          ['duty', ['What we do']],
          ['group', ['Dept']],
          ['ignore', ['Detail']],
        ]),
      ),
    ).toEqual(['2 [Data] DBA: Restore = R', '2 [Data] SRE: Restore = A']);
  });
});

describe('other tables are none', () => {
  test.each([
    ['a price list', 'Item,Price,In stock\nBolt,1.20,x\nNut,0.30,x\n'],
    ['a list of roles', 'Role,Department,Duties\nDBA,Data,Restores backups\nSRE,Cloud,Patches servers\n'],
    ['a matrix of access rights', 'User,CRM,ERP\nann,x,x\nbob,x,\n'],
    ['a matrix of risks', 'Risk,Likelihood,Impact\nFire,C,A\nFlood,B,B\n'],
    ['a table of grades', 'Pupil,Maths,Art\nAnn,B,D\nBob,E,F\n'],
  ])('%s', async (_, text) => {
    expect(await factsIn(text)).toBeUndefined();
  });
});
