import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asFound, ConvertError, type TableReading } from '../../../src/catalog/convert/conversion.ts';
import type { GivenTable } from '../../../src/catalog/convert/given-table.ts';
import { raciReaders } from '../../../src/catalog/convert/raci/raci-readers.ts';

/** A table of lines with "|" between cells; "\n" in a cell is a line break. Empty lines are rows that a sheet leaves out. */
function tableOf(text: string): GivenTable {
  const rows = text
    .split('\n')
    .map((line, index) => ({
      number: index + 1,
      cells: line.split('|').map((cell) => cell.trim().replaceAll(String.raw`\n`, '\n')),
      isBold: false,
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { name: 'the sheet', headings: [], counts: 'row', rows };
}

function readingOf(table: GivenTable): TableReading | undefined {
  for (const read of raciReaders) {
    const reading = read(table, 0, asFound);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** A table whose letters nobody can tell is refused as a whole, and so loses no row. */
function readingUnlessRefused(table: GivenTable): TableReading | undefined {
  try {
    return readingOf(table);
  } catch (error) {
    if (error instanceof ConvertError) return undefined;
    throw error;
  }
}

function readText(text: string): TableReading {
  const reading = readingOf(tableOf(text));
  if (reading === undefined) throw new Error('no reader understands the table');
  return reading;
}

/** The facts, each as "row [group / section] role: duty = letters". */
function factsOf({ statements }: TableReading): readonly string[] {
  return statements.map(({ role, group, section, duties, place }) => {
    const where = [group, section].filter((each) => each !== undefined).join(' / ');
    const what = duties.map(({ name, involvement }) => `${name} = ${involvement.map((each) => each[0]).join('')}`);
    return `${place.row ?? ''} ${where === '' ? '' : `[${where}] `}${role}: ${what.join()}`;
  });
}

function facts(text: string): readonly string[] {
  return factsOf(readText(text));
}

describe('cells in other words and languages', () => {
  test.each([
    ['French', 'Activité|Chef|Admin\nSauver|Approbateur|Réalisateur\nRevoir|Consulté|Informé'],
    ['Spanish', 'Tarea|Jefe|Técnico\nSauver|Aprobador|Responsable\nRevoir|Consultado|Informado'],
    ['Italian', 'Attività|Direttore|Tecnico\nSauver|Approva|Responsabile\nRevoir|Consultato|Informato'],
    ['Portuguese', 'Atividade|Gerente|Técnico\nSauver|Aprovador|Responsável\nRevoir|Consultado|Informado'],
    [
      'Dutch',
      'Activiteit|Manager|Beheerder\nSauver|Eindverantwoordelijk|Verantwoordelijk\nRevoir|Geraadpleegd|Geïnformeerd',
    ],
    ['German', 'Aufgabe|Leiter|Admin\nSauver|rechenschaftspflichtig|durchführend\nRevoir|beratend|informiert'],
    ['VDMI', 'Aufgabe|Leiter|Techniker\nSauver|V|D\nRevoir|M|I'],
  ])('%s', (_, text) => {
    expect(facts(text).map((fact) => fact.replace(/ .*:/, ''))).toEqual([
      '2 Sauver = A',
      '2 Sauver = R',
      '3 Revoir = C',
      '3 Revoir = I',
    ]);
  });

  test('a legend explains letters that no scheme has', () => {
    expect(facts('Aufgabe|Leiter|Techniker\nSichern|V|Z\nPatchen|Z|V\nV = verantwortlich, Z = zuständig')).toEqual([
      '2 Leiter: Sichern = A',
      '2 Techniker: Sichern = R',
      '3 Leiter: Patchen = R',
      '3 Techniker: Patchen = A',
    ]);
  });

  test('refuses letters that nobody explains, and says how to explain them', () => {
    const text = 'Aufgabe|Leiter|Techniker\nSichern|V|Z\nPatchen|Z|B\nPrüfen|B|Z';
    expect(() => readText(text)).toThrow(ConvertError);
    expect(() => readText(text)).toThrow(/the sheet: the letters V, Z and B .* "V = Responsible.*--table.*--map/);
  });

  test('names a letter of other schemes in the cell where it stands, and takes the letters next to it', () => {
    const reading = readText('Activity|DBA|SRE\nRestore|A/V|R\nPatch|A|Q\nVerify|R|A');
    expect(factsOf(reading)).toEqual([
      '2 DBA: Restore = A',
      '2 SRE: Restore = R',
      '3 DBA: Patch = A',
      '4 DBA: Verify = R',
      '4 SRE: Verify = A',
    ]);
    expect(
      reading.leftOut.slice(1).map(({ number, text, why }) => `${number ?? ''} ${text}: ${why.slice(0, 12)}`),
    ).toEqual(['2 DBA: A/V: the letter V', '3 SRE: Q: the letter Q']);
  });

  test('does not take sentences for letters', () => {
    const reading = readText('Activity|DBA|SRE\nRestore|R|I think so\nVerify|A|R\nPatch|R|A good one');
    expect(factsOf(reading)).toEqual([
      '2 DBA: Restore = R',
      '3 DBA: Verify = A',
      '3 SRE: Verify = R',
      '4 DBA: Patch = R',
    ]);
  });

  test('several letters, words in brackets and marks of footnotes', () => {
    const reading = readText(
      'Activity|DBA|SRE\nDeploy|R (deputy: C)|A[1]\nTest|r/a|R+A\nRun|R¹|C\\nI\n[1] by contract\n¹ at night',
    );
    expect(factsOf(reading).map((fact) => fact.slice(2))).toEqual([
      'DBA: Deploy = R',
      'SRE: Deploy = A',
      'DBA: Test = RA',
      'SRE: Test = RA',
      'DBA: Run = R',
      'SRE: Run = CI',
    ]);
    expect(reading.statements.map(({ note }) => note)).toEqual([
      '(deputy: C)',
      'by contract',
      undefined,
      undefined,
      'at night',
      undefined,
    ]);
  });
});

describe('rows and columns that are in the way', () => {
  test('a legend next to the table does not hide the rows at its height', () => {
    expect(facts('Activity|DBA|SRE||Legend\nRestore|R|A||R = Responsible\nPatch|A|R||A = Accountable')).toHaveLength(4);
  });

  test('a legend above the table, one letter in each row', () => {
    const reading = readText('R|Responsible\nA|Approves\n\nActivity|DBA|SRE\nRestore|R|A\nPatch|A|R');
    expect(factsOf(reading)).toHaveLength(4);
    expect(reading.leftOut.map(({ why }) => why)).toEqual(['a legend', 'a legend', 'the heading of the table']);
    expect(reading.understood.remarks).toEqual([]);
  });

  test('another table with other roles below the first one', () => {
    const reading = readText('Activity|DBA|SRE\nRestore|R|A\nActivity|CISO|Auditor\nAudit|R|A');
    expect(factsOf(reading)).toEqual([
      '2 DBA: Restore = R',
      '2 SRE: Restore = A',
      '4 CISO: Audit = R',
      '4 Auditor: Audit = A',
    ]);
    expect(reading.understood.remarks).toEqual([
      'Row 3 is another heading; the columns below it are "CISO" and "Auditor".',
    ]);
  });

  test('merged titles and sections, whose text is in each cell', () => {
    expect(facts('RACI|RACI|RACI\nActivity|DBA|SRE\nRun|Run|Run\nRestore|R|A\nBuild|Build|Build\nDeploy|C|R')).toEqual([
      '4 [Run] DBA: Restore = R',
      '4 [Run] SRE: Restore = A',
      '6 [Build] DBA: Deploy = C',
      '6 [Build] SRE: Deploy = R',
    ]);
  });

  test('formulas, counts and states', () => {
    const reading = readText('Activity|DBA|SRE|Count of R|Status\nRestore|R|A|1|done\n#REF!|R|A|1|open\nCount|1|0|1|');
    expect(factsOf(reading)).toEqual(['2 DBA: Restore = R', '2 SRE: Restore = A']);
    expect(reading.statements[0]?.note).toBeUndefined();
    expect(reading.leftOut.map(({ why }) => why)).toEqual([
      'the heading of the table',
      'a formula without a value',
      'a total',
    ]);
  });

  test('line breaks in headings, empty columns and rows', () => {
    expect(facts('|Activity||Service\\nDesk|DBA\n\n|Restore||R|A\n\n|Patch||A|R')).toEqual([
      '3 Service Desk: Restore = R',
      '3 DBA: Restore = A',
      '5 Service Desk: Patch = A',
      '5 DBA: Patch = R',
    ]);
  });

  test('a broader activity and a phase are sections, and blanks are filled down', () => {
    expect(facts('Activity|Task|DBA\nBackup|Restore|R\n|Verify|A')).toEqual([
      '2 [Backup] DBA: Restore = R',
      '3 [Backup] DBA: Verify = A',
    ]);
    expect(facts('Phase|Activity|DBA\nPlan|Restore|R\n|Patch|A')).toEqual([
      '2 [Plan] DBA: Restore = R',
      '3 [Plan] DBA: Patch = A',
    ]);
  });

  test('names roles without letters, activities in several rows, and headings that look like people', () => {
    const reading = readText('Activity|Anna Schmidt|Ben Jones|CISO\nRestore|R|A|\nRestore|C|R|');
    expect(reading.leftOut.at(-1)).toEqual({
      part: 'the sheet',
      text: 'CISO',
      why: 'a role whose column has no letters',
    });
    expect(reading.understood.remarks).toEqual([
      'The activity "Restore" has several rows, and becomes one responsibility.',
      expect.stringContaining('"Anna Schmidt" and "Ben Jones" look like names of people'),
    ]);
  });

  test('roles in rows are known by their titles where no heading says so', () => {
    expect(facts('|Restore backups|Patch servers\nDatabase Administrator|R|C\nSystem Engineer|A|R')[0]).toBe(
      '2 Database Administrator: Restore backups = R',
    );
  });
});

describe('other shapes', () => {
  test('names with slashes, brackets and "and"; places that name nobody', () => {
    expect(
      facts(
        'Activity|R|A|C\nPatch|DBA and SRE|Head of Research and Development|TBD\nRun|Engineer (L3, L4)|CTO & CISO|Network / Security Lead',
      ),
    ).toEqual([
      '2 DBA: Patch = R',
      '2 SRE: Patch = R',
      '2 Head of Research and Development: Patch = A',
      '3 Engineer (L3, L4): Run = R',
      '3 CTO: Run = A',
      '3 CISO: Run = A',
      '3 Network / Security Lead: Run = C',
    ]);
  });

  test('ticks below R, A, C and I in rows of an activity and a role', () => {
    expect(facts('Activity|Role|R|A|C|I\nRestore|DBA|x|||\n|SRE||x||x')).toEqual([
      '2 DBA: Restore = R',
      '3 SRE: Restore = AI',
    ]);
  });

  test('a column of letters that is called a responsibility, and teams as roles', () => {
    expect(facts('Activity|Role|Responsibility\nRestore|DBA|R\nRestore|SRE|A')).toEqual([
      '2 DBA: Restore = R',
      '3 SRE: Restore = A',
    ]);
    expect(facts('Task|Team|RACI Role\nRestore|Data|Responsible')).toEqual(['2 Data: Restore = R']);
  });

  test.each([
    ['grades', 'Student|Math|Physics\nAnn|A|C\nBob|C|A'],
    ['attendance', 'Name|Meeting 1|Meeting 2\nAnna|A|A\nBen|A|'],
    ['an inventory', 'Server|Owner|Backup\ndb1|DBA|x\ndb2|SRE|'],
    ['permissions', 'Permission|Admin|Editor\nDelete|x|\nRead|x|x'],
    ['risks', 'Risk|Likelihood|Impact\nFire|H|M'],
    ['actions of people', 'Action|Responsible\nFix the door|Bob\nPaint it|Ann'],
    ['features', 'Feature|Free|Pro\nSSO|x|x\nAPI||x'],
    ['classes of parts', 'Part|Class\nBolt|A\nNut|C'],
  ])('%s are no RACI table', (_, text) => {
    expect(readingOf(tableOf(text))).toBeUndefined();
  });
});

test('every row of any table is taken, left out, or both', () => {
  const cell = fc.constantFrom(
    '',
    'R',
    'A',
    'C/I',
    'x',
    'Q',
    'Restore',
    'Run',
    'DBA',
    'Total',
    '1',
    '* note',
    'R = Responsible',
    'n/a',
    'Activity',
  );
  const head = fc.constantFrom(
    ['Activity', 'DBA', 'SRE', 'CISO'],
    ['Role', 'Restore', 'Patch', 'Audit'],
    ['Activity', 'R', 'A', 'I'],
    ['Area', 'Activity', 'Role', 'RACI'],
    ['ID', 'Activity', 'DBA', 'SRE'],
  );
  const body = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  let understood = 0;
  fc.assert(
    fc.property(head, body, (first, others) => {
      const table = tableOf([first, ...others].map((cells) => cells.join('|')).join('\n'));
      const reading = readingUnlessRefused(table);
      if (reading === undefined) return;
      understood++;
      const leftOut = new Set(reading.leftOut.map(({ number }) => number));
      const stated = new Set(reading.statements.map(({ place }) => place.row));
      const sections = new Set(reading.statements.map(({ section }) => section));
      const lost = table.rows.filter(({ number }) => !leftOut.has(number) && !stated.has(number));
      // What remains are headings between rows, which are counted as taken.
      expect(lost.length + stated.size).toBe(reading.understood.taken);
      for (const { cells } of lost) expect(new Set(cells.filter((text) => text !== '')).size).toBeLessThan(3);
      expect(sections.size).toBeLessThanOrEqual(table.rows.length);
    }),
    { numRuns: 500 },
  );
  expect(understood).toBeGreaterThan(100);
});
