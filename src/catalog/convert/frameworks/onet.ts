import type { Conversion, GivenFile, LeftOut } from '../conversion.ts';
import type { FactRole, Statement } from '../facts.ts';
import { sourceOf, unusedFiles } from './esco.ts';
import { tableWith } from './named-tables.ts';

const code = 'O*NET-SOC Code';

/**
 * Reads a folder of the files of O*NET (https://www.onetcenter.org/database.html, text files with tabs): occupations with their tasks
 * and other titles, by the major groups of SOC that they are in, which are the first two digits of their codes.
 *
 * @returns undefined if there are no occupations among the files.
 */
export function onet(files: readonly GivenFile[]): Conversion | undefined {
  const occupations = tableWith(files, [code, 'Title', 'Description']);
  if (occupations === undefined) return undefined;
  const tasks = tableWith(files, [code, 'Task ID', 'Task']);
  const titles = tableWith(files, [code, 'Alternate Title']);
  const tables = [occupations, tasks, titles].filter((table) => table !== undefined);
  const leftOut: LeftOut[] = unusedFiles(files, tables);
  const otherTitles = Map.groupBy(titles?.rows ?? [], (row) => row.text(code));
  const ofOccupation = Map.groupBy(tasks?.rows ?? [], (row) => row.text(code));
  const statements: Statement[] = [];
  const roles: FactRole[] = [];
  for (const row of occupations.rows) {
    const [role, soc] = [row.text('Title'), row.text(code)];
    roles.push({
      name: role,
      externalId: soc,
      alternateTitles: (otherTitles.get(soc) ?? []).map((each) => each.text('Alternate Title')),
      summary: row.text('Description') || undefined,
    });
    const group = soc === '' ? undefined : `SOC major group ${soc.slice(0, 2)}`;
    const own = ofOccupation.get(soc) ?? [];
    ofOccupation.delete(soc);
    if (own.length === 0)
      statements.push({ role, group, duties: [], place: { source: 0, line: row.line, quote: role } });
    for (const task of own) {
      const name = task.text('Task');
      const duty = { name: name.replace(/\.$/, ''), involvement: ['RESPONSIBLE' as const] };
      statements.push({ role, group, duties: [duty], place: { source: 1, line: task.line, quote: name } });
    }
  }
  for (const [soc, rows] of ofOccupation) {
    for (const { line } of rows) {
      leftOut.push({
        part: tasks?.document ?? '',
        number: line,
        counts: 'line',
        text: soc,
        why: 'a task of an occupation that no file has',
      });
    }
  }
  const known = new Set(roles.map(({ externalId }) => externalId));
  for (const row of titles?.rows ?? []) {
    if (known.has(row.text(code))) continue;
    const text = row.text('Alternate Title');
    leftOut.push({
      part: titles?.document ?? '',
      number: row.line,
      counts: 'line',
      text,
      why: 'a title of an occupation that no file has',
    });
  }
  return {
    kind: 'CATALOG',
    facts: {
      name: 'O*NET',
      sources: [occupations, ...(tasks === undefined ? [] : [tasks])].map(sourceOf),
      groupKind: 'PILLAR',
      groups: [],
      roles,
      duties: [],
      statements,
    },
    understood: [
      {
        part: occupations.document,
        as: 'the occupations of O*NET',
        columns: [
          { heading: 'Title', as: 'the title' },
          { heading: code, as: 'the code, and by its first two digits the pillar' },
          { heading: 'Alternate Title', as: 'other titles' },
          { heading: 'Task', as: 'duties' },
        ],
        taken: roles.length + statements.filter(({ duties }) => duties.length > 0).length,
        remarks: [],
      },
    ],
    leftOut,
  };
}
