import { basename } from 'node:path';
import { isMapping } from '../../check/catalog-items.ts';
import type { Conversion, GivenFile, LeftOut } from '../conversion.ts';
import type { FactRole, GroupKind, Statement } from '../facts.ts';
import { headingKind, type HeadingKind } from '../heading-words.ts';
import { splitDuties } from '../split-duties.ts';

/** How deep lists of profiles are looked for. */
const mostDepth = 4;

interface Profile {
  readonly title: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads lists of profiles in JSON or YAML: entries with a title and lists of duties, by the words of their keys, such as the role
 * profiles of ENISA's ECSF ("title", "main_tasks", "alternative_titles") and the personas of FinOps ("name", "responsibilities").
 * Knowledge, skills and whatever else they have is left out.
 *
 * @returns undefined if there is no list most entries of which have a title and duties.
 */
export function profileList(file: GivenFile, documents: readonly unknown[]): Conversion | undefined {
  const profiles = documents.flatMap((document) => profilesIn(document, 0) ?? []);
  const single = profiles.length === 0 && documents.length > 1 ? entriesOf(documents) : undefined;
  const all = single ?? profiles;
  if (all.length === 0) return undefined;
  const part = basename(file.path);
  const statements: Statement[] = [];
  const roles: FactRole[] = [];
  const leftOut: LeftOut[] = [];
  const keys = new Map<string, string>();
  let groupKind: GroupKind = 'PILLAR';
  for (const { title, fields } of all) {
    const texts = (...kinds: readonly HeadingKind[]) =>
      [...fields].flatMap(([key, values]) => {
        const kind = kindOf(key);
        return kind !== undefined && kinds.includes(kind) ? values : [];
      });
    for (const key of fields.keys()) keys.set(key, meaningOf(key));
    const [group] = texts('area', 'department', 'division', 'company', 'team');
    const [section] = texts('section');
    if (texts('department', 'division', 'company', 'team').length > 0) groupKind = 'ORGANIZATION_TYPE';
    const [code] = texts('code', 'number');
    roles.push({
      name: title,
      alternateTitles: texts('alternates'),
      summary: texts('summary').join('\n\n') || undefined,
      externalId: code,
    });
    const duties = texts('duty').flatMap((text) => (text.includes('\n') ? splitDuties(text).duties : [text]));
    if (duties.length === 0)
      leftOut.push({ part, text: title, why: 'a profile without duties: only its title is taken' });
    for (const duty of duties.length === 0 ? [undefined] : duties) {
      statements.push({
        role: title,
        group,
        section,
        duties: duty === undefined ? [] : [{ name: duty, involvement: ['RESPONSIBLE'] }],
        place: { source: 0, anchor: anchorOf(title, duty), quote: duty ?? title },
      });
    }
  }
  return {
    kind: 'CATALOG',
    facts: {
      name: part.replace(/\.[^.]*$/, ''),
      sources: [{ title: part.replace(/\.[^.]*$/, ''), document: part }],
      groupKind,
      groups: [],
      roles,
      duties: [],
      statements,
    },
    understood: [
      {
        part,
        as: 'a list of profiles',
        columns: [...keys].map(([heading, as]) => ({ heading, as })),
        taken: statements.length,
        unit: 'entry',
        remarks: [],
      },
    ],
    leftOut,
  };
}

/** Tells the statements of a role apart: each has the words of its duty. */
function anchorOf(title: string, duty: string | undefined): string {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{Nd}]+/gu, '-')
      .slice(0, 100);
  return duty === undefined ? words(title) : `${words(title)}/${words(duty)}`;
}

/** The largest list of profiles in a value. */
function profilesIn(value: unknown, depth: number): readonly Profile[] | undefined {
  if (depth > mostDepth) return undefined;
  if (Array.isArray(value)) {
    const found = entriesOf(value);
    if (found !== undefined) return found;
  }
  if (!isMapping(value)) return undefined;
  const inside = Object.values(value).map((each) => profilesIn(each, depth + 1) ?? []);
  const named = entriesOf(Object.entries(value).map(([name, each]) => (isMapping(each) ? { name, ...each } : each)));
  return [named ?? [], ...inside].sort((one, other) => other.length - one.length).find(({ length }) => length > 0);
}

/** The entries of a list as profiles, if most of them are: at least half have duties. */
function entriesOf(list: readonly unknown[]): readonly Profile[] | undefined {
  const profiles = list.flatMap((entry) => profileOf(entry) ?? []);
  const withDuties = profiles.filter(({ fields }) => [...fields.keys()].some((key) => kindOf(key) === 'duty'));
  return profiles.length > 0 && profiles.length >= 0.8 * list.length && 2 * withDuties.length >= profiles.length
    ? profiles
    : undefined;
}

function profileOf(entry: unknown): Profile | undefined {
  if (!isMapping(entry)) return undefined;
  const fields = new Map(Object.entries(entry).map(([key, value]) => [key, textsOf(value)]));
  const kinds: readonly HeadingKind[] = ['role', 'title'];
  for (const kind of kinds) {
    for (const [key, [title]] of fields) {
      if (kindOf(key) !== kind || title === undefined || title === '') continue;
      fields.delete(key);
      return { title, fields };
    }
  }
  return undefined;
}

/** The texts of a value: itself, those of a list, or the names of the entries of a list. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (typeof value === 'number') return [String(value)];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    if (typeof each === 'string') return each.trim() === '' ? [] : [each.trim()];
    if (!isMapping(each)) return [];
    const text = Object.values(each).find((field) => typeof field === 'string');
    return typeof text === 'string' ? [text.trim()] : [];
  });
}

/** "main_tasks" and "mainTasks" are "main tasks". */
function kindOf(key: string): HeadingKind | undefined {
  // What a profile calls its mission is a sentence on the whole role.
  if (/^(?:mission|summary[_ -]?statement)$/i.test(key)) return 'summary';
  return headingKind(key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' '));
}

const meanings: Readonly<Partial<Record<HeadingKind, string>>> = {
  duty: 'duties',
  summary: 'the summary',
  alternates: 'other titles',
  code: 'the code',
  number: 'the code',
  area: 'the group',
  department: 'the group',
  division: 'the group',
  company: 'the group',
  team: 'the group',
  section: 'the section',
};

function meaningOf(key: string): string {
  const kind = kindOf(key);
  return (kind === undefined ? undefined : meanings[kind]) ?? 'left out';
}
