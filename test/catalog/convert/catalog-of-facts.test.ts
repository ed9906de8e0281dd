import { describe, expect, test } from 'vitest';
import { checkCatalog } from '../../../src/catalog/check/check-catalog.ts';
import { FindingCollector } from '../../../src/catalog/check/finding-collector.ts';
import { catalogOfFacts } from '../../../src/catalog/convert/catalog/catalog-of-facts.ts';
import { ConvertError } from '../../../src/catalog/convert/conversion.ts';
import type { Facts, Statement } from '../../../src/catalog/convert/facts.ts';

/** Facts of a sheet; statements stand in rows from 2 on. */
function factsOf(statements: readonly Omit<Statement, 'place'>[], others: Partial<Facts> = {}): Facts {
  return {
    name: 'RACI',
    sources: [{ title: 'RACI', document: 'RACI.xlsx' }],
    groupKind: 'PILLAR',
    groups: [],
    roles: [],
    duties: [],
    statements: statements.map((statement, index) => ({ ...statement, place: { source: 0, row: index + 2 } })),
    ...others,
  };
}

/** The catalog of facts, which must be valid. */
function validCatalog(facts: Facts) {
  const { catalog, leftOut } = catalogOfFacts(facts);
  const findings = new FindingCollector();
  const checked = checkCatalog([{ files: [{ fileIndex: 0, value: catalog }] }], findings);
  expect(
    findings
      .byFile('error')
      .flat()
      .map(({ describe: message }) => message()),
  ).toEqual([]);
  expect(checked).toBeDefined();
  return { catalog, leftOut };
}

const doing = { involvement: ['RESPONSIBLE'] } as const;

describe('a catalog of facts', () => {
  test('has one organization type, named after the file, where there are no groups', () => {
    const { catalog } = validCatalog(
      factsOf([
        {
          role: 'DBA',
          section: 'Run',
          duties: [{ name: 'Restore backups', involvement: ['RESPONSIBLE', 'ACCOUNTABLE'] }],
        },
        { role: 'Auditor', duties: [{ name: 'Restore backups', involvement: ['INFORMED'] }] },
      ]),
    );
    expect(catalog.organizationTypes).toEqual([{ slug: 'raci', name: 'RACI' }]);
    expect(catalog.pillars).toEqual([]);
    expect(catalog.categories.map(({ slug, name }) => [slug, name])).toEqual([
      ['run', 'Run'],
      ['raci', 'RACI'],
    ]);
    expect(catalog.appearances).toEqual([
      {
        role: 'dba',
        category: 'raci/run',
        titles: ['DBA'],
        responsibilities: [{ responsibility: 'restore-backups', involvement: ['RESPONSIBLE', 'ACCOUNTABLE'] }],
        source: { source: 'raci', row: 2 },
      },
      {
        role: 'auditor',
        category: 'raci/raci',
        titles: ['Auditor'],
        responsibilities: [{ responsibility: 'restore-backups', involvement: ['INFORMED'] }],
        source: { source: 'raci', row: 3 },
      },
    ]);
  });

  test('has a pillar for each group, whose categories are its sections, or the group itself', () => {
    const { catalog } = validCatalog(
      factsOf([
        { role: 'DBA', group: 'Reliability', section: 'Backup', duties: [{ name: 'Restore backups', ...doing }] },
        { role: 'DBA', group: 'Security', duties: [{ name: 'Rotate keys', ...doing }] },
        { role: 'SRE', group: 'reliability ', section: 'Backup', duties: [] },
      ]),
    );
    expect(catalog.pillars.map(({ name }) => name)).toEqual(['Reliability', 'Security']);
    expect(catalog.categories).toEqual([
      { slug: 'backup', name: 'Backup', pillar: 'reliability' },
      { slug: 'security', name: 'Security', pillar: 'security' },
    ]);
  });

  test('makes categories of groups that are too many for pillars', () => {
    const { catalog } = validCatalog(
      factsOf(
        Array.from({ length: 65 }, (_, index) => ({ role: 'DBA', group: `Area ${index}`, section: 'Run', duties: [] })),
      ),
    );
    expect(catalog.pillars).toEqual([]);
    expect(catalog.categories).toHaveLength(65);
    expect(catalog.categories[0]?.name).toBe('Area 0: Run');
  });

  test('refuses more sections than there can be categories, and says what to do', () => {
    const sections = Array.from({ length: 1_001 }, (_, index) => ({ role: 'DBA', section: `S${index}`, duties: [] }));
    expect(() => catalogOfFacts(factsOf(sections))).toThrow(ConvertError);
    expect(() => catalogOfFacts(factsOf(sections))).toThrow(/1,001 sections.*at most 1,000.*--map group=/s);
  });

  test('knows a role by its abbreviation in brackets, and keeps other brackets apart', () => {
    const { catalog } = validCatalog(
      factsOf([
        { role: 'DBA', duties: [] },
        { role: 'Database Administrator (DBA)', duties: [] },
        { role: 'database administrator', duties: [] },
        { role: 'Engineer (L3)', duties: [] },
        { role: 'Engineer (L4)', duties: [] },
      ]),
    );
    expect(catalog.roles.map(({ title, alternateTitles }) => [title, alternateTitles])).toEqual([
      ['Database Administrator', ['DBA']],
      ['Engineer (L3)', undefined],
      ['Engineer (L4)', undefined],
    ]);
    expect(catalog.appearances.map(({ titles }) => titles)).toEqual([
      ['DBA'],
      ['Database Administrator', 'DBA'],
      ['Database Administrator'],
      ['Engineer (L3)'],
      ['Engineer (L4)'],
    ]);
  });

  test('lets a title of its own be one, though another role has it as an alternate title', () => {
    const { catalog } = validCatalog(
      factsOf(
        [
          { role: 'Head of data', duties: [] },
          { role: 'CDO', duties: [] },
        ],
        { roles: [{ name: 'Head of data', alternateTitles: ['CDO', 'Data lead'] }, { name: 'CDO' }] },
      ),
    );
    expect(catalog.roles.map(({ slug }) => slug)).toEqual(['head-of-data', 'cdo']);
  });

  test('joins what one place says of one role', () => {
    const facts = factsOf([]);
    const place = { source: 0, row: 4, quote: 'Patch | R: DBA' };
    const { catalog } = validCatalog({
      ...facts,
      statements: [
        { role: 'DBA', duties: [{ name: 'Patch', involvement: ['RESPONSIBLE'] }], place },
        {
          role: 'DBA',
          duties: [{ name: 'patch', involvement: ['ACCOUNTABLE'] }],
          place: { ...place, quote: 'Patch | A: DBA' },
        },
      ],
    });
    expect(catalog.appearances).toEqual([
      expect.objectContaining({
        responsibilities: [{ responsibility: 'patch', involvement: ['RESPONSIBLE', 'ACCOUNTABLE'] }],
        source: { source: 'raci', row: 4, quote: 'Patch | R: DBA\nPatch | A: DBA' },
      }),
    ]);
  });

  test('names with other letters, the same slug, control characters and too many letters stay apart and valid', () => {
    const long = `Check ${'the very long text '.repeat(40)}`;
    const names = ['C', 'C++', 'C#', '数据库', 'Резервные копии', 'Tab\there\u0007', 'x\u202Eevil', long];
    const { catalog } = validCatalog(
      factsOf(names.map((name) => ({ role: name.slice(0, 100), section: name, duties: [{ name, ...doing }] }))),
    );
    expect(new Set(catalog.responsibilities.map(({ slug }) => slug)).size).toBe(names.length);
    expect(catalog.responsibilities.at(-1)?.name).toMatch(/…$/);
    expect(catalog.responsibilities.at(-1)?.summary).toBe(long.trim());
  });

  test('names what has no letters, and the duties of a place beyond 100', () => {
    const duties = Array.from({ length: 103 }, (_, index) => ({ name: `Duty ${index}`, ...doing }));
    const { catalog, leftOut } = validCatalog(
      factsOf([
        { role: '—', duties: [] },
        { role: 'DBA', duties: [...duties, { name: '?!', ...doing }] },
      ]),
    );
    expect(catalog.appearances[0]?.responsibilities).toHaveLength(100);
    expect(leftOut).toEqual([
      {
        part: 'RACI.xlsx',
        number: 2,
        counts: 'row',
        text: '—',
        why: 'no title of a role: it has no letters, or more than 400 characters',
      },
      { part: 'RACI.xlsx', number: 3, counts: 'row', text: '?!', why: 'no duty: it has no letters' },
      {
        part: 'RACI.xlsx',
        number: 3,
        counts: 'row',
        text: 'DBA',
        why: '3 duties beyond the 100 that one place can say of a role',
      },
    ]);
  });

  test('changes only what is made of a statement that changes', () => {
    const before = factsOf(
      ['Patch', 'Restore', 'Monitor'].map((name) => ({ role: 'DBA', duties: [{ name, ...doing }] })),
    );
    const after = factsOf(
      ['Patch', 'Back up', 'Monitor'].map((name) => ({ role: 'DBA', duties: [{ name, ...doing }] })),
    );
    const [one, other] = [catalogOfFacts(before).catalog, catalogOfFacts(after).catalog];
    expect(
      other.appearances.filter((each, index) => JSON.stringify(each) !== JSON.stringify(one.appearances[index])),
    ).toHaveLength(1);
    expect(other.responsibilities.map(({ slug }) => slug)).toEqual(['patch', 'back-up', 'monitor']);
  });
});
