import { namesIn, type Parameter } from './parameters.ts';

/** COVERS: what the team does and what nobody does. PEOPLE: who is in it. LEAVES: what if. HATS: roles spread over people. */
export type TeamPart = 'COVERS' | 'PEOPLE' | 'LEAVES' | 'HATS';

/** By how many a duty is done: by nobody, by one person, by several with less than one full-time person, by several. */
export type DutyList = 'NOBODY' | 'ONE' | 'THIN' | 'SEVERAL';

/** Whose roles must be kept apart: two nodes by their ids or names. */
export type ApartPair = readonly [string, string];

/** What is asked of a team. The team itself is in no address, so people are numbers: their places in it, from 1. */
export interface TeamQuestion {
  /** Undefined before somebody has chosen: what the team covers, or who is in it while nobody is. */
  readonly part: TeamPart | undefined;
  /** Groups by their ids or names that it is to cover; everything if empty. */
  readonly of: readonly string[];
  readonly list: DutyList;
  /** Of whom the duties are listed; null for all. */
  readonly who: number | null;
  /** Who leaves. */
  readonly leave: readonly number[];
  /** Over how many people roles are spread; null for as many as the team has. */
  readonly people: number | null;
  /** Whether people keep the roles that they have when roles are spread. */
  readonly keep: boolean;
  readonly apart: readonly ApartPair[];
}

export const wholeCatalog: TeamQuestion = {
  part: undefined,
  of: [],
  list: 'NOBODY',
  who: null,
  leave: [],
  people: null,
  keep: true,
  apart: [],
};

const parts = { covers: 'COVERS', people: 'PEOPLE', leaves: 'LEAVES', hats: 'HATS' } as const;
const lists = { one: 'ONE', thin: 'THIN', several: 'SEVERAL' } as const;

export function teamIn(query: URLSearchParams): TeamQuestion {
  const from = query.getAll('from');
  return {
    part: valueOf(parts, query.get('show')),
    of: namesIn(query, 'of'),
    list: valueOf(lists, query.get('list')) ?? 'NOBODY',
    who: numberIn(query.get('who')),
    leave: namesIn(query, 'leave').flatMap((text) => numberIn(text) ?? []),
    people: numberIn(query.get('people')),
    keep: query.get('keep') !== 'false',
    apart: query.getAll('apart').map((one, index): ApartPair => [one, from[index] ?? '']),
  };
}

export function teamParameters(question: TeamQuestion): readonly Parameter[] {
  const { part, of, list, who, leave, people, keep, apart } = question;
  const text = (name: string, value: string | undefined): readonly Parameter[] =>
    value === undefined ? [] : [[name, value]];
  return [
    ...text('show', keyOf(parts, part)),
    ...of.map((id): Parameter => ['of', id]),
    ...text('list', keyOf(lists, list)),
    ...text('who', who?.toString()),
    ...leave.map((number): Parameter => ['leave', String(number)]),
    ...text('people', people?.toString()),
    ...text('keep', keep ? undefined : 'false'),
    ...apart.flatMap(([one, other]): Parameter[] => [
      ['apart', one],
      ['from', other],
    ]),
  ];
}

function valueOf<Value>(values: Readonly<Record<string, Value>>, key: string | null): Value | undefined {
  return key === null ? undefined : Object.entries(values).find(([name]) => name === key)?.[1];
}

function keyOf(values: Readonly<Record<string, string>>, value: string | undefined): string | undefined {
  return Object.entries(values).find(([, each]) => each === value)?.[0];
}

function numberIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
