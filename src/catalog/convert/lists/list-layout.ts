import { quoted } from '../../../text/quoted-text.ts';
import { inWords } from '../../../text/in-words.ts';
import type { Involvement } from '../../involvement.ts';
import type { Understood } from '../conversion.ts';
import type { GivenRow } from '../given-table.ts';
import { involvementBelow } from '../heading-involvement.ts';
import { hasListSigns } from '../split-duties.ts';
import type { ListColumn, ListColumnKind, ListHeader } from './list-columns.ts';
import { type ListGroups, listGroups } from './list-groups.ts';

/** Where a list says what. */
export interface ListLayout extends ListGroups {
  readonly header: ListHeader;
  readonly role: ListColumn;
  readonly duties: readonly { readonly column: ListColumn; readonly involvement: Involvement }[];
  readonly summaries: readonly ListColumn[];
  readonly alternates: readonly ListColumn[];
  readonly code: ListColumn | undefined;
  /** Whether each row is a person. */
  readonly isOfPeople: boolean;
  readonly columns: Understood['columns'];
  readonly remarks: readonly string[];
}

/** What columns hold: those that are used, and those that are left out for that. */
const contents: Readonly<Record<ListColumnKind, string>> = {
  role: 'another title',
  title: 'another title',
  duty: 'duties',
  accountable: 'what the role is accountable for',
  consulted: 'what the role is consulted on',
  informed: 'what the role is informed about',
  company: 'a further group',
  division: 'a further group',
  area: 'a further group',
  department: 'a further group',
  team: 'a further group',
  section: 'a further group',
  summary: 'the description of the role',
  alternates: 'other titles of the role',
  code: 'a further code',
  number: 'a number of the row',
  person: 'people',
  mail: 'mail addresses',
  phone: 'phone numbers and rooms',
  employeeNumber: 'numbers of people or posts',
  grade: 'a grade',
  level: 'a level',
  salary: 'pay and rates',
  manager: 'the manager',
  location: 'the location',
  date: 'dates',
  employment: 'terms of employment',
  skills: 'skills',
  qualifications: 'qualifications',
  benefits: 'benefits and information on the employer',
  measures: 'goals and measures',
  relations: 'relations to others',
  notes: 'notes and states',
  other: 'not part of a list of roles',
  ignored: 'as --map says',
  unknown: 'its heading is not known; --map says what it holds',
};

/** What each column of a list is used for. */
export function listLayout(header: ListHeader, rows: readonly GivenRow[]): ListLayout | undefined {
  const role = header.columns.find(({ kind }) => kind === 'role');
  if (role === undefined) return undefined;
  const groups = listGroups(header.columns, role.index, rows);
  const described = header.columns.filter(({ kind }) => kind === 'summary');
  const stated = header.columns.flatMap((column) => {
    const involvement =
      column.kind === 'ignored' || column.kind === 'unknown' ? undefined : involvementBelow(column.kind);
    return involvement === undefined ? [] : [{ column, involvement }];
  });
  // A "Job description" of bullets lists duties.
  const listing = stated.length > 0 ? [] : described.filter((column) => !column.isSaid && holdsLists(column, rows));
  const duties = [...stated, ...listing.map((column) => ({ column, involvement: 'RESPONSIBLE' as const }))];
  const summaries = described.filter((column) => !listing.includes(column));
  const alternates = header.columns.filter(({ kind }) => kind === 'alternates');
  const codes = header.columns.filter(({ kind }) => kind === 'code');
  const code = codes.find(({ isSaid }) => isSaid) ?? codes[0];
  const isOfPeople = header.columns.some(({ kind }) => kind === 'person' || kind === 'employeeNumber');
  const used = { ...groups, role, duties, summaries, alternates, code };
  return {
    ...used,
    header,
    isOfPeople,
    columns: header.columns.map((column) => ({ heading: oneLine(column.heading), as: useOf(column, used) })),
    remarks: remarksOf(used, listing, isOfPeople),
  };
}

type UsedColumns = Pick<
  ListLayout,
  'role' | 'duties' | 'summaries' | 'alternates' | 'code' | 'group' | 'section' | 'groupKind'
>;

function useOf(column: ListColumn, used: UsedColumns): string {
  if (column === used.role) return 'the title of the role';
  if (column === used.group?.column) {
    return used.groupKind === 'PILLAR'
      ? 'the group, which becomes a pillar'
      : 'the group, which becomes an organization type';
  }
  if (column === used.section?.column) return 'the section, which becomes a category';
  if (column === used.code) return 'the code of the role';
  const holdsDuties = used.duties.some((duty) => duty.column === column);
  if (holdsDuties) return column.kind === 'summary' ? contents.duty : contents[column.kind];
  if (used.summaries.includes(column) || used.alternates.includes(column)) return contents[column.kind];
  if (column.heading === '' && column.kind === 'unknown') return 'left out: it has no heading';
  return `left out: ${contents[column.kind]}`;
}

function remarksOf(
  { group, section }: UsedColumns,
  listing: readonly ListColumn[],
  isOfPeople: boolean,
): readonly string[] {
  const filled = [group, section].flatMap((each) => (each?.isFilledDown === true ? [quoted(each.column.heading)] : []));
  return [
    ...(listing.length > 0
      ? [`${inWords(listing.map(({ heading }) => quoted(heading)))} holds lists, which are read as duties.`]
      : []),
    ...(filled.length > 0 ? [`An empty cell of ${inWords(filled)} means the same as the cell above.`] : []),
    ...(isOfPeople
      ? [
          'The rows are people. Their names are left out, and each title is taken once in a group. To ask about the people, make a file with the columns name and roles of it, and give it as --team FILE.',
        ]
      : []),
  ];
}

function holdsLists({ index }: ListColumn, rows: readonly GivenRow[]): boolean {
  const texts = rows.map(({ cells }) => cells[index] ?? '').filter((text) => text !== '');
  return texts.length > 0 && texts.filter(hasListSigns).length * 2 >= texts.length;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
