import { basename } from 'node:path';
import { counted } from '../../../text/in-words.ts';
import type { Conversion, GivenFile, LeftOut } from '../conversion.ts';
import type { FactDuty, FactRole, Statement } from '../facts.ts';
import { type NamedTable, tableWith } from './named-tables.ts';

/**
 * Reads a folder of the CSV files of ESCO (https://esco.ec.europa.eu/en/use-esco/download): occupations with their essential skills,
 * by the groups of ISCO-08 that they are in.
 *
 * @returns undefined if there are no occupations among the files.
 */
export function esco(files: readonly GivenFile[]): Conversion | undefined {
  const occupations = tableWith(files, ['conceptUri', 'preferredLabel', 'altLabels', 'iscoGroup']);
  if (occupations === undefined) return undefined;
  const relations = tableWith(files, ['occupationUri', 'relationType', 'skillUri']);
  const skills = tableWith(files, ['conceptUri', 'preferredLabel', 'skillType', 'reuseLevel']);
  // Occupations have codes, too.
  const others = files.filter(({ path }) => basename(path) !== occupations.document);
  const groups = tableWith(others, ['conceptUri', 'code', 'preferredLabel']);
  const tables = [occupations, relations, skills, groups].filter((table) => table !== undefined);
  const leftOut: LeftOut[] = unusedFiles(files, tables);
  const skillNames = new Map((skills?.rows ?? []).map((row) => [row.text('conceptUri'), row]));
  const groupNames = new Map((groups?.rows ?? []).map((row) => [row.text('code'), row.text('preferredLabel')]));
  const essential = Map.groupBy(
    (relations?.rows ?? []).filter((row) => row.text('relationType') === 'essential'),
    (row) => row.text('occupationUri'),
  );
  const countOf = () => [...essential.values()].reduce((sum, { length }) => sum + length, 0);
  const optional = (relations?.rows.length ?? 0) - countOf();
  const statements: Statement[] = [];
  const roles: FactRole[] = [];
  const duties = new Map<string, FactDuty>();
  let knowledge = 0;
  let unknown = 0;
  for (const row of occupations.rows) {
    const [role, uri] = [row.text('preferredLabel'), row.text('conceptUri')];
    const relationsOf = essential.get(uri) ?? [];
    essential.delete(uri);
    if (role === '') {
      leftOut.push({
        part: occupations.document,
        number: row.line,
        counts: 'line',
        text: uri,
        why: 'an occupation without a name',
      });
      continue;
    }
    roles.push({
      name: role,
      alternateTitles: row
        .text('altLabels')
        .split('\n')
        .map((title) => title.trim())
        .filter((title) => title !== ''),
      externalId: row.text('code') || undefined,
      sameAs: uri === '' ? undefined : [uri],
      summary: row.text('description') || undefined,
    });
    const code = row.text('iscoGroup').replace(/^C/, '');
    const where = {
      group: groupNames.get(code.charAt(0)) ?? groupOf(code.charAt(0)),
      section: groupNames.get(code) ?? groupOf(code),
    };
    const own = relationsOf.flatMap((relation) => {
      const skill = skillNames.get(relation.text('skillUri'));
      if (skill === undefined) unknown++;
      else if (skill.text('skillType') === 'knowledge') knowledge++;
      else return [{ relation, skill }];
      return [];
    });
    if (own.length === 0) {
      statements.push({ role, ...where, duties: [], place: { source: 0, line: row.line, quote: role } });
    }
    for (const { relation, skill } of own) {
      const name = skill.text('preferredLabel');
      duties.set(name, { name, sameAs: [skill.text('conceptUri')], summary: skill.text('description') || undefined });
      const duty = { name, involvement: ['RESPONSIBLE' as const] };
      statements.push({
        role,
        ...where,
        duties: [duty],
        place: { source: 1, line: relation.line, quote: `${role} | ${name}` },
      });
    }
  }
  const part = relations?.document ?? occupations.document;
  const leave = (count: number, why: string) => {
    if (count > 0) leftOut.push({ part, text: counted(count, 'relation'), why });
  };
  leave(optional, 'optional skills: only the essential ones are taken as duties');
  leave(knowledge, 'knowledge, which is nothing that roles do');
  leave(unknown, 'skills that no file of the folder has');
  leave(countOf(), 'skills of occupations that no file of the folder has');
  return {
    kind: 'CATALOG',
    facts: {
      name: 'ESCO',
      sources: [occupations, ...(relations === undefined ? [] : [relations])].map(sourceOf),
      groupKind: 'PILLAR',
      groups: [],
      roles,
      duties: [...duties.values()],
      statements,
    },
    understood: [
      {
        part: occupations.document,
        as: 'the occupations of ESCO',
        columns: [
          { heading: 'preferredLabel', as: 'the title' },
          { heading: 'altLabels', as: 'other titles' },
          { heading: 'conceptUri', as: 'the URL that stands for the same' },
          { heading: 'iscoGroup', as: 'major groups of ISCO-08 as pillars, other groups as categories' },
          { heading: 'skills', as: 'duties, if they are essential' },
        ],
        taken: roles.length,
        remarks: [],
      },
    ],
    leftOut,
  };
}

function groupOf(code: string): string | undefined {
  return code === '' ? undefined : `ISCO-08 group ${code}`;
}

/** What a catalog keeps of a table. */
export function sourceOf({ document }: NamedTable) {
  return { title: document.replace(/\.[^.]*$/, ''), document };
}

/** The files of a folder that are none of the tables. */
export function unusedFiles(files: readonly GivenFile[], tables: readonly NamedTable[]): LeftOut[] {
  const used = new Set(tables.map(({ document }) => document));
  const others = files.map(({ path }) => basename(path)).filter((name) => !used.has(name));
  return others.map((name) => ({ part: name, text: '', why: 'a file that has nothing of roles and what they do' }));
}
