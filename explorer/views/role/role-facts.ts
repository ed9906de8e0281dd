import type { Involvement, RoleLine } from '../../state/questions/role-questions.ts';
import { language } from '../../words/format.ts';

/** A duty that a line names, and how the role is involved in it. */
export type NamedDuty = RoleLine['involvements'][number];
export type Duty = NamedDuty['responsibility'];

/** The duties of a line: those that the role has, and those on which it is only consulted, or about which it is only informed. */
export interface DutiesOfLine {
  readonly done: readonly NamedDuty[];
  readonly consulted: readonly NamedDuty[];
  readonly informed: readonly NamedDuty[];
}

export function dutiesOfLine({ involvements }: Pick<RoleLine, 'involvements'>): DutiesOfLine {
  const done = involvements.filter(({ involvement }) => isDoing(involvement));
  const others = involvements.filter(({ involvement }) => !isDoing(involvement));
  const [consulted, informed] = [others.filter(isConsulted), others.filter((duty) => !isConsulted(duty))];
  return { done, consulted, informed };
}

function isDoing(involvement: readonly Involvement[]): boolean {
  return involvement.includes('RESPONSIBLE') || involvement.includes('ACCOUNTABLE');
}

function isConsulted({ involvement }: NamedDuty): boolean {
  return involvement.includes('CONSULTED');
}

/** What all lines of a role say together. Each duty is named once. */
export interface RoleFacts {
  readonly done: readonly Duty[];
  /** Those of them that no other role has. */
  readonly only: readonly Duty[];
  /** What no line gives to the role, and some line consults it on. */
  readonly consulted: readonly Duty[];
  /** What it is informed about, and neither does nor is consulted on. */
  readonly informed: readonly Duty[];
}

export function roleFacts(role: { readonly appearances: readonly Pick<RoleLine, 'involvements'>[] }): RoleFacts {
  const lines = role.appearances.map(dutiesOfLine);
  const done = eachOnce(lines.flatMap((line) => line.done));
  const consulted = without(eachOnce(lines.flatMap((line) => line.consulted)), done);
  const informed = without(eachOnce(lines.flatMap((line) => line.informed)), [...done, ...consulted]);
  return { done, only: done.filter(({ roleCount }) => roleCount === 1), consulted, informed };
}

function eachOnce(named: readonly NamedDuty[]): readonly Duty[] {
  const duties = new Map(named.map(({ responsibility }) => [responsibility.id, responsibility]));
  return [...duties.values()].toSorted((a, b) => a.name.localeCompare(b.name, language));
}

function without(duties: readonly Duty[], others: readonly Duty[]): readonly Duty[] {
  const ids = new Set(others.map(({ id }) => id));
  return duties.filter(({ id }) => !ids.has(id));
}
