import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogOfFacts } from '../../../src/catalog/convert/catalog/catalog-of-facts.ts';
import { convertKnown } from '../../../src/catalog/convert/convert-files.ts';

/** What is made of files, given by name: the catalog, and what was left out. */
function madeOf(files: Readonly<Record<string, unknown>>) {
  const conversion = convertKnown(
    Object.entries(files).map(([path, content]) => ({
      path,
      bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
    })),
  );
  if (conversion?.kind !== 'CATALOG') return undefined;
  const { catalog, leftOut } = catalogOfFacts(conversion.facts);
  return { catalog, left: [...conversion.leftOut, ...leftOut].map(({ text, why }) => `${text}: ${why}`) };
}

describe('NICE', () => {
  const element = (type: string, id: string, title: string, text = '') => ({
    element_type: type,
    element_identifier: id,
    title,
    text,
  });
  const relation = (source: string, target: string) => ({
    source_element_identifier: source,
    dest_element_identifier: target,
  });
  const root = {
    documents: [{ doc_identifier: 'X', name: 'Example framework' }],
    elements: [
      element('category', 'OG', 'Oversight'),
      element('work_role', 'OG-1', 'Policy Lead', 'Leads policy.'),
      element('work_role', 'OG-2', 'Listener'),
      element('task', 'T1', '', 'Write policies'),
      element('task', 'T2', '', 'Review policies'),
      element('task', 'T3', '', 'Done by nobody'),
      element('task', 'T2', '', 'Review policies'),
      element('knowledge', 'K1', '', 'Of policies'),
      element('skill', 'S1', '', 'In writing'),
    ],
    relationships: [relation('OG-1', 'T1'), relation('T2', 'OG-1'), relation('OG', 'OG-1'), relation('OG-1', 'T9')],
  };

  test.each([
    ['as it is exported', { response: { elements: root } }],
    ['without what is around it', root],
  ])('%s', (_, data) => {
    const made = madeOf({ 'nice.json': data });
    expect(made?.catalog.name).toBe('Example framework');
    expect(made?.catalog.pillars).toEqual([{ slug: 'oversight', name: 'Oversight' }]);
    expect(made?.catalog.roles).toEqual([
      { slug: 'policy-lead', title: 'Policy Lead', externalId: 'OG-1', summary: 'Leads policy.' },
      { slug: 'listener', title: 'Listener', externalId: 'OG-2' },
    ]);
    expect(made?.catalog.responsibilities.map(({ name, externalId }) => [name, externalId])).toEqual([
      ['Write policies', 'T1'],
      ['Review policies', 'T2'],
    ]);
    expect(made?.catalog.appearances[0]?.source).toEqual({
      source: 'nice',
      anchor: 'OG-1/T1',
      quote: 'Write policies',
    });
    expect(made?.left).toEqual([
      'Listener: a work role without tasks: only its title is taken',
      '1 relationship: relationships of elements that are not there',
      '1 task: tasks that no work role has',
      '1 element: elements with the identifier of another one',
      '1 element: elements of the type knowledge',
      '1 element: elements of the type skill',
    ]);
  });
});

describe('profiles', () => {
  test('of ECSF, in JSON', () => {
    const made = madeOf({
      'ecsf.json': {
        profiles: [
          {
            title: 'Responder',
            alternative_titles: ['SOC Analyst'],
            mission: 'Calms things.',
            mainTasks: ['Respond'],
            key_skills: ['Calm'],
          },
          { title: 'Auditor', main_tasks: ['Audit'] },
        ],
      },
    });
    expect(made?.catalog.roles).toEqual([
      { slug: 'responder', title: 'Responder', alternateTitles: ['SOC Analyst'], summary: 'Calms things.' },
      { slug: 'auditor', title: 'Auditor' },
    ]);
    expect(made?.catalog.responsibilities.map(({ name }) => name)).toEqual(['Respond', 'Audit']);
  });

  test('of FinOps, in YAML, by name', () => {
    const made = madeOf({
      'personas.yaml':
        'personas:\n  Practitioner:\n    responsibilities: [Allocate costs]\n    domain: Costs\n  Engineering:\n    responsibilities: Tag resources\n',
    });
    expect(made?.catalog.roles.map(({ title }) => title)).toEqual(['Practitioner', 'Engineering']);
    expect(made?.catalog.pillars.map(({ name }) => name)).toEqual(['Costs', 'personas']);
  });

  test.each([
    ['a package', { name: 'x', version: '1', dependencies: { a: '1' } }],
    ['entries without duties', [{ name: 'a' }, { name: 'b' }]],
    ['nothing', {}],
    ['a text', 'just a text'],
    ['hostile keys', { __proto__: 1, constructor: [{ title: 1 }], profiles: [null, 1, [], { title: ['x'] }] }],
  ])('are none in %s', (_, data) => {
    expect(madeOf({ 'a.json': data })).toBeUndefined();
  });

  test('are none in JSON and YAML that cannot be parsed', () => {
    expect(madeOf({ 'a.json': '{"profiles": [' })).toBeUndefined();
    expect(madeOf({ 'a.yaml': 'a: [b\n' })).toBeUndefined();
    expect(madeOf({ 'a.yaml': `a: ${'['.repeat(100_000)}` })).toBeUndefined();
  });
});

test('values of any kind in any place are no error', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 1, '', 'x', 'work_role', 'task'),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'elements',
          'relationships',
          'response',
          'element_type',
          'element_identifier',
          'title',
          'text',
          'name',
          'tasks',
          'aliases',
          'kind',
          'spec',
          'metadata',
          'members',
          'approvers',
        ),
        tie('any'),
        { maxKeys: 5 },
      ),
    ),
  })).any;
  const text = fc.constantFrom('', 'x', 'OG', 'OG-1', 'T1', 'work_role', 'task', 'category');
  const either = fc.oneof(text, value);
  const nice = fc.record({
    elements: fc.array(fc.record({ element_type: either, element_identifier: either, title: either, text: either })),
    relationships: fc.array(fc.record({ source_element_identifier: either, dest_element_identifier: either })),
  });
  const entity = fc.record({
    apiVersion: fc.constant('backstage.io/v1alpha1'),
    kind: fc.constantFrom('User', 'Group', 'Component'),
    metadata: fc.oneof(value, fc.record({ name: either, namespace: either, title: either })),
    spec: fc.oneof(value, fc.record({ memberOf: fc.array(either), members: fc.array(either), profile: value })),
  });
  fc.assert(
    fc.property(fc.oneof(value, nice, entity), (data) => {
      const file = { path: 'a.json', bytes: Buffer.from(JSON.stringify(data)) };
      expect(() => convertKnown([file])).not.toThrow();
    }),
  );
});

describe('folders', () => {
  test('of ESCO', () => {
    const made = madeOf({
      'occupations_en.csv':
        'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,description,code\nOccupation,http://e.eu/o/1,2521,database administrator,"DBA\ndata custodian",Runs.,2521.1\nOccupation,http://e.eu/o/2,2522,operator,,,\n',
      'rel.csv':
        'occupationUri,relationType,skillType,skillUri\nhttp://e.eu/o/1,essential,skill/competence,http://e.eu/s/1\nhttp://e.eu/o/1,essential,knowledge,http://e.eu/s/2\nhttp://e.eu/o/1,optional,,http://e.eu/s/1\nhttp://e.eu/o/1,essential,,http://e.eu/s/9\nhttp://e.eu/o/9,essential,,http://e.eu/s/1\n',
      'skills.csv':
        'conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description\nhttp://e.eu/s/1,skill/competence,x,perform backups,,\nhttp://e.eu/s/2,knowledge,x,SQL,,\n',
      'groups.csv': 'conceptUri,code,preferredLabel\nhttp://e.eu/g/2,2,Professionals\n',
      'readme.csv': 'a,b\n1,2\n',
    });
    expect(made?.catalog.categories).toEqual([
      { slug: 'isco-08-group-2521', name: 'ISCO-08 group 2521', pillar: 'professionals' },
      { slug: 'isco-08-group-2522', name: 'ISCO-08 group 2522', pillar: 'professionals' },
    ]);
    expect(made?.catalog.roles[0]).toMatchObject({
      alternateTitles: ['DBA', 'data custodian'],
      sameAs: ['http://e.eu/o/1'],
    });
    expect(made?.catalog.appearances.map(({ source }) => source)).toEqual([
      { source: 'rel', line: 2, quote: 'database administrator | perform backups' },
      { source: 'occupations-en', line: 4, quote: 'operator' },
    ]);
    expect(made?.left).toEqual([
      ': a file that has nothing of roles and what they do',
      '1 relation: optional skills: only the essential ones are taken as duties',
      '1 relation: knowledge, which is nothing that roles do',
      '1 relation: skills that no file of the folder has',
      '1 relation: skills of occupations that no file of the folder has',
    ]);
  });

  test('of O*NET', () => {
    const made = madeOf({
      'Occupation Data.txt': 'O*NET-SOC Code\tTitle\tDescription\n15-1242.00\tDatabase Administrators\tAdminister.\n',
      'Task Statements.txt': 'O*NET-SOC Code\tTask ID\tTask\n15-1242.00\t1\tTest programs.\n99-0000.00\t2\tDo.\n',
      'Alternate Titles.txt': 'O*NET-SOC Code\tAlternate Title\n15-1242.00\tDBA\n98-0000.00\tNobody\n',
    });
    expect(made?.catalog.roles).toEqual([
      {
        slug: 'database-administrators',
        title: 'Database Administrators',
        alternateTitles: ['DBA'],
        externalId: '15-1242.00',
        summary: 'Administer.',
      },
    ]);
    expect(made?.catalog.appearances[0]).toMatchObject({
      responsibilities: ['test-programs'],
      source: { source: 'task-statements', line: 2, quote: 'Test programs.' },
    });
    expect(made?.left).toEqual([
      '99-0000.00: a task of an occupation that no file has',
      'Nobody: a title of an occupation that no file has',
    ]);
  });
});
