import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asFound } from '../../../src/catalog/convert/conversion.ts';
import { convertFiles } from '../../../src/catalog/convert/convert-files.ts';
import { readHandbook } from '../../../src/catalog/convert/handbook/read-handbook.ts';
import { expectWithin } from '../../support/promised-time.ts';
import { leftOutOf, linesOf } from './given-tables.ts';

function read(text: string, path = 'handbook.md') {
  return readHandbook({ path, bytes: Buffer.from(text) }, 0, asFound);
}

/** A document of lines. */
function document(...lines: readonly string[]) {
  return lines.join('\n');
}

describe('handbooks with a heading for each role', () => {
  const handbook = document(
    '# Operations handbook',
    '',
    '## Operations',
    '### Database Administrator (DBA)',
    'Keeps the **databases** healthy.',
    '',
    '**Reports to:** Head of Data',
    '#### Responsibilities',
    '- Run [backups](https://example.com/x)',
    '  - nightly full',
    '- Tune queries:',
    '  - find slow ones',
    '  - add indexes',
    '#### Skills',
    '- SQL',
    '### Role: SRE',
    'You will:',
    '1. Answer pages',
    '2. Verify backups',
    '',
    'Nice to have:',
    '- Go',
    '## Security',
    '### Security Engineer',
    '**Duties**',
    '* [x] Review access rights',
    '## Appendix',
    'Written by hand.',
  );

  test('have the duties below Responsibilities, Duties and "You will:", each with its line', () => {
    expect(linesOf(read(handbook))).toEqual([
      '9 Operations / - / Database Administrator (DBA): Run backups',
      '12 Operations / - / Database Administrator (DBA): find slow ones',
      '13 Operations / - / Database Administrator (DBA): add indexes',
      '18 Operations / - / SRE: Answer pages',
      '19 Operations / - / SRE: Verify backups',
      '26 Security / - / Security Engineer: Review access rights',
    ]);
  });

  test('quote the words of a bullet with what is nested below it, and describe roles by their paragraphs', () => {
    const reading = read(handbook);
    expect(reading?.statements[0]?.place).toEqual({ source: 0, line: 9, quote: 'Run backups\nnightly full' });
    expect(reading?.roles).toContainEqual({
      name: 'Database Administrator (DBA)',
      summary: 'Keeps the databases healthy.',
    });
  });

  test('name every other line with the reason', () => {
    expect(leftOutOf(read(handbook))).toEqual([
      '1 Operations handbook: a heading without roles below it',
      '7 Reports to: Head of Data: below "Reports to", which holds no duties',
      '11 Tune queries:: words that introduce a list of duties',
      '14 Skills: below "Skills", which holds no duties',
      '15 SQL: below "Skills", which holds no duties',
      '21 Nice to have: below "Nice to have", which holds no duties',
      '22 Go: below "Nice to have", which holds no duties',
      '27 Appendix: a heading without roles below it',
      '28 Written by hand.: text outside of roles',
    ]);
  });

  test('may have titles without words that are known, next to others', () => {
    const reading = read(
      document('## Grid Whisperer', '### Tasks', '- Listen', '## Data Engineer', '### Tasks', '- Build pipelines'),
    );
    expect(linesOf(reading)).toEqual(['3 - / - / Grid Whisperer: Listen', '6 - / - / Data Engineer: Build pipelines']);
  });

  test.each([
    [
      'German',
      '## Leiter Netzwerk\nAufgaben:\n• plant das Netz\n\nAnforderungen:\n• Studium',
      'Leiter Netzwerk: plant das Netz',
    ],
    [
      'French',
      '## Ingénieur réseau\n### Missions\n- surveille le réseau\n### Profil recherché\n- bac+5',
      'Ingénieur réseau: surveille le réseau',
    ],
    [
      'Spanish',
      '## Jefe de seguridad\n**Funciones:**\n- revisa accesos\n\n**Requisitos:**\n- inglés',
      'Jefe de seguridad: revisa accesos',
    ],
  ])('are read in %s', (_, text, expected) => {
    const reading = read(text);
    expect(linesOf(reading).map((line) => line.replace(/^\d+ - \/ - \/ /, ''))).toEqual([expected]);
    expect(reading?.leftOut).toHaveLength(2);
  });

  test('may have headings underlined, numbered, in bold, and CR LF as line ends', () => {
    const reading = read(
      document(
        '1. Roles',
        '========',
        '',
        '**Data Engineer**',
        '',
        '- builds',
        '',
        '**Cloud Architect**',
        '',
        '- designs',
      ).replaceAll('\n', '\r\n'),
    );
    expect(linesOf(reading)).toEqual(['6 - / - / Data Engineer: builds', '10 - / - / Cloud Architect: designs']);
  });

  test('may be descriptions of jobs as they are published', () => {
    const reading = read(
      document(
        '# Job Description — Senior Platform / SRE Engineer',
        'We are hiring.',
        '##Responsibilities',
        '- Lead reliability',
        '## Nice-to-have',
        '- Service mesh',
      ),
    );
    expect(linesOf(reading)).toEqual(['4 - / - / Senior Platform / SRE Engineer: Lead reliability']);
    expect(reading?.leftOut).toHaveLength(2);
  });

  test('tell being accountable, consulted and informed apart', () => {
    const reading = read(
      document(
        '## Data Owner',
        '### Accountable for',
        '- quality',
        '### Consulted on',
        '- models',
        '### Duties',
        'Signs plans. Pays.',
      ),
    );
    expect(linesOf(reading)).toEqual([
      '3 - / - / Data Owner: quality (ACCOUNTABLE)',
      '5 - / - / Data Owner: models (CONSULTED)',
      '7 - / - / Data Owner: Signs plans; Pays',
    ]);
  });

  test('take "Department: …" as the group, and other fields for what they are', () => {
    const reading = read(
      document(
        '# SRE',
        '- Department: Platform',
        '- Also known as: Reliability Engineer',
        '- Grade: 7',
        '- **Responsibilities:** answers pages; patches',
      ),
    );
    expect(linesOf(reading)).toEqual(['5 Platform / - / SRE: answers pages; patches']);
    expect(reading?.roles).toEqual([{ name: 'SRE', alternateTitles: ['Reliability Engineer'] }]);
    expect(leftOutOf(reading)).toEqual(['4 Grade: 7: "Grade" holds no duties']);
  });
});

describe('documents about one role', () => {
  test('have its title in front matter, with department and aliases', () => {
    const reading = read(
      document(
        '---',
        'title: Database Administrator',
        'department: Data',
        'level: L4',
        'aliases: [DBA]',
        '---',
        '# About the role',
        'Looks after data.',
        "## What you'll do",
        '- Run backups',
        '## What we offer',
        '- Pension',
      ),
    );
    expect(linesOf(reading)).toEqual(['10 Data / - / Database Administrator: Run backups']);
    expect(reading?.groupKind).toBe('ORGANIZATION_TYPE');
    expect(reading?.roles).toEqual([
      { name: 'Database Administrator', alternateTitles: ['DBA'], summary: 'Looks after data.' },
    ]);
    expect(leftOutOf(reading)).toEqual([
      '1 level: fields of the front matter that hold no facts about a role',
      '11 What we offer: below "What we offer", which holds no duties',
      '12 Pension: below "What we offer", which holds no duties',
    ]);
  });

  test('have its title in the name of the file otherwise', () => {
    expect(linesOf(read('## Duties\n- Build pipelines', 'roles/data-engineer.md'))).toEqual([
      '2 - / - / Data Engineer: Build pipelines',
    ]);
    expect(read('## Duties\n- Build pipelines', 'notes.md')).toBeUndefined();
  });

  test('make no group of each file', async () => {
    const files = ['SRE', 'Data Engineer'].map((title) => ({
      path: `roles/${title}.md`,
      bytes: Buffer.from(`# ${title}\n## Duties\n- Answer pages of ${title}\n`),
    }));
    const conversion = await convertFiles(files, asFound);
    expect(conversion.kind === 'CATALOG' && conversion.facts.statements.map(({ group }) => group)).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('survive front matter that is no YAML, or has aliases', () => {
    for (const front of ['title: [', 'a: &a [1]\nb: *a', '- 1', '']) {
      const reading = read(document('---', front, '---', '# Data Engineer', '## Duties', '- Build'));
      expect(linesOf(reading).map((line) => line.replace(/^\d+ /, ''))).toEqual(['- / - / Data Engineer: Build']);
    }
  });
});

describe('lists of roles under headings', () => {
  test('have a title before a colon or dash, or in bold', () => {
    const reading = read(
      document(
        '# On call',
        '- SRE: answers pages and verifies the backups.',
        '- **Ops Engineer** – answers pages',
        '# Reviews',
        '**Security Engineer / Security Specialist** - reviews access',
        '',
        '- **Cloud Architect**',
        '  - designs landing zones',
        '  - Reports to: CTO',
      ),
    );
    expect(linesOf(reading)).toEqual([
      '2 On call / - / SRE: answers pages; verifies the backups',
      '3 On call / - / Ops Engineer: answers pages',
      '5 Reviews / - / Security Engineer: reviews access',
      '8 Reviews / - / Cloud Architect: designs landing zones',
    ]);
    expect(reading?.groupKind).toBe('PILLAR');
    expect(reading?.roles).toContainEqual({ name: 'Security Engineer', alternateTitles: ['Security Specialist'] });
    expect(leftOutOf(reading)).toEqual(['9 Reports to: CTO: "Reports to" holds no duties']);
  });

  test('may be titles only', () => {
    const reading = read('# Roles\n## Data team\n- Data Engineer\n- DBA\n## Web team\n- Web Developer\n');
    expect(linesOf(reading)).toEqual([
      '3 Data team / - / Data Engineer: ',
      '4 Data team / - / DBA: ',
      '6 Web team / - / Web Developer: ',
    ]);
    expect(reading?.groupKind).toBe('ORGANIZATION_TYPE');
  });

  test('have no mail addresses of people in them', () => {
    expect(
      JSON.stringify(read('# Ops\n- Ops Engineer: answers pages, ask jane@example.com\n- SRE: patches')),
    ).not.toContain('@');
  });
});

describe('documents that are no handbooks', () => {
  test.each([
    [
      'a README',
      '# auth\nA service.\n## Install\n- Run: npm install\n## Responsibilities\n- validates tokens\n## Maintainers\n- Jane Doe\n- Owner: platform team\n- Author: Joe',
    ],
    [
      'a blog post',
      '# How to become a great engineering manager\nSome say.\n## Why hire a data engineer\n- They build\n## Your first engineer\n- one',
    ],
    ['a changelog', '# Changelog\n## 1.0\n- Added: role manager page\n- Fixed: Owner field'],
    [
      'a description of a program',
      '# Server\n## ConnectionManager\n### Responsibilities\n- opens sockets\n## Cache\n### Responsibilities\n- keeps',
    ],
    ['minutes', '# Meeting\n- Action: Jane calls the CTO\n- Decision: none\n'],
    ['a tutorial', '# Roles in Kubernetes\n## Cluster role\n- kubectl get roles\n## Binding\n1. Create a file'],
    ['a document with a table only', '# RACI\n| Activity | Data Engineer |\n|---|---|\n| Deploy | R |\n'],
    ['a text', 'Nothing here, but a data engineer.'],
    ['JSON', '[{"title": "Data Engineer", "duties": "- Build"}]'],
    ['nothing', ''],
  ])('leaves %s to others', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  test('leaves bytes and CSV to others', () => {
    expect(readHandbook({ path: 'a.md', bytes: Uint8Array.of(0x50, 0x4b, 0, 1) }, 0, asFound)).toBeUndefined();
    expect(read('Role,Duties\n"SRE","\n- SRE: answers pages\n"', 'roles.csv')).toBeUndefined();
  });
});

test('takes or names the words of every heading, bullet and paragraph', () => {
  const block = fc.constantFrom(
    '# Ops @',
    '## Data Engineer @',
    '## Things of @',
    '### Responsibilities',
    '### Skills',
    '### Overview @',
    'You will:',
    '**Duties:** runs @; answers',
    '- Run backups @',
    '  - nightly @',
    '- **SRE**: answers @',
    '- **Head of @**',
    '- Reports to: CTO @',
    '- All of these @:',
    '* n/a',
    'Text of a role @.',
    '> quoted @',
    '```\ncode @\n```',
    '---',
    '**Cloud Architect @**',
    '1. one @',
    '<b>x @</b>',
    '<div>@</div>',
    'Department: @',
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 16 }), (blocks) => {
      const start = ['# Team', '## SRE', '### Duties', '- Answer pages', ''];
      const text = [...start, ...blocks.map((each, index) => each.replace('@', `mark${index}x`))].join('\n\n');
      const reading = read(text);
      expect(linesOf(reading).join('\n')).toContain('SRE: Answer pages');
      const words = JSON.stringify([reading?.statements, reading?.roles, reading?.leftOut]);
      for (const [mark] of text.matchAll(/mark\d+x/g)) expect(words, text).toContain(mark);
    }),
    { numRuns: 500 },
  );
});

test('reads large and hostile documents in time proportional to their size', () => {
  const roles = Array.from(
    { length: 10_000 },
    (_, index) => `## Data Engineer ${index}\n### Duties\n- Builds ${index}\n- Runs\n`,
  );
  const before = performance.now();
  expect(read(roles.join('\n'))?.statements).toHaveLength(20_000);
  expectWithin(performance.now() - before, 2_000);
  for (const part of ['[', '**', '> ', '- ', '`', '# x\n', '<a ', '(', '_', '\\', '|', '- SRE: ', '&', '![', ':\n']) {
    const start = performance.now();
    const reading = read(`## SRE\n### Duties\n- Answers\n\n${part.repeat(20_000)}`);
    expect(reading?.statements.length, part).toBeGreaterThan(0);
    expectWithin(performance.now() - start, 1_000, part);
  }
});

test.each([
  ['headings', '# SRE\n## Duties\n- Answers\n', '# Appendix'],
  ['duties', '# SRE\nKeeps it up.\n## Duties\n- Answers\n', '- Runs'],
  ['alternate titles', '# SRE\n## Duties\n- Answers\n## Aliases\n', 'Operator'],
])('reads documents with very many %s', (_, start, part) => {
  const parts = Array.from({ length: 200_000 }, (_, index) => `${part} ${index}`);
  expect(linesOf(read(start + parts.join('\n')))[0]).toMatch(/SRE: Answers$/);
});
