import { kindNames, pluralNames } from '../../graph/nodes/node.ts';
import { inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { capitalized, spelledNumber } from '../../text/spelled-number.ts';
import { allOf, counted, numberOfRoles, oneText, namesInWords, sentences } from '../sentences.ts';
import type { MatrixData, MatrixKind } from './matrix-data.ts';

/** The most columns that a sentence lists, and that the description does. */
const mostListed = 5;
const mostDescribed = 12;

/** What one role does with a column, and what several do. */
function verbsOf(by: MatrixKind): readonly [one: string, many: string] {
  return by === 'TOPIC' ? ['has duties about', 'have duties about'] : ['stands in', 'stand in'];
}

/** E.g. "32 of 139 roles stand in more than one pillar". */
export function matrixTitle({ by, isFiltered, roleCount, columns, columnCount, counts }: MatrixData): string {
  const [one, many] = verbsOf(by);
  const roles = `${grouped(roleCount)} ${isFiltered ? 'chosen ' : ''}${roleCount === 1 ? 'role' : 'roles'}`;
  if (roleCount === 0) return isFiltered ? 'No role passes the filter' : 'No roles';
  const [only] = columns;
  if (only === undefined) return `${roles}, but no ${pluralNames[by]}`;
  const [count, several] =
    columnCount === 1 ? [only.roleCount, only.label] : [counts.inSeveral, `more than one ${kindNames[by]}`];
  if (count === 0) return `None of ${roles} ${one} ${several}`;
  if (count === roleCount)
    return `${roleCount === 1 ? 'One role' : `All ${roles}`} ${roleCount === 1 ? one : many} ${several}`;
  return `${capitalized(spelledNumber(count))} of ${roles} ${count === 1 ? one : many} ${several}`;
}

/** Who stands in most columns, and which roles have the same row. */
export function matrixLead(data: MatrixData): string {
  const { by, roleCount, columnCount, counts } = data;
  if (roleCount === 0 || columnCount < 2) return '';
  const [one, many] = verbsOf(by);
  const none = counts.inNone === 0 ? '' : `${counted(counts.inNone, one, many)} none`;
  return sentences([widestInWords(data), alikeInWords(data), none]);
}

function widestInWords({ by, roleCount, columnCount, counts }: MatrixData): string {
  const [one, many] = verbsOf(by);
  const { inAll, widest } = counts;
  if (inAll.count === roleCount && roleCount > 1) return `each of them ${one} ${allOf(columnCount, by)}`;
  if (inAll.count > 0) return `${counted(inAll.count, one, many)} ${allOf(columnCount, by)}: ${namesInWords(inAll)}`;
  if (widest === null || widest.columns < 2) return '';
  if (widest.roles.count > 1 && widest.roles.count === counts.inSeveral) {
    return `none ${one} more than ${spelledNumber(widest.columns)}`;
  }
  const most = `the most ${pluralNames[by]}`;
  const share = `${spelledNumber(widest.columns)} of ${spelledNumber(columnCount)}`;
  if (widest.roles.count === 1) return `${namesInWords(widest.roles)} ${one} ${most}: ${share}`;
  return `${spelledNumber(widest.roles.count)} ${many} ${most}, ${share}: ${namesInWords(widest.roles)}`;
}

/** Says nothing of rows that are only alike in the columns that are shown. */
function alikeInWords({ by, columns, columnCount, counts }: MatrixData): string {
  const { alike } = counts;
  if (alike === null || columns.length < columnCount || alike.columns.length > mostListed) return '';
  const [one, many] = verbsOf(by);
  const where = inWords(alike.columns, mostListed);
  return `${counted(alike.roles.count, one, many)} ${where} and no other: ${namesInWords(alike.roles)}`;
}

/** The title and the lead, and how many roles each column has. */
export function matrixDescription(data: MatrixData): string {
  const columns = data.columns.map(({ label, roleCount }) => `${label} (${numberOfRoles(roleCount)})`);
  const all = columns.length === 0 ? '' : `${pluralNames[data.by]}: ${inWords(columns, mostDescribed)}`;
  return oneText([sentences([matrixTitle(data)]), matrixLead(data), sentences([all])]);
}

export function matrixRemarks(data: MatrixData): readonly string[] {
  const { by, roleCount, columns, columnCount, rows, minGroups, matchingCount } = data;
  const remarks: string[] = [];
  if (rows.length > 0 && columns.length > 1) {
    remarks.push(
      by === 'TOPIC'
        ? 'The number after a role says about how many of these topics it has duties.'
        : `The number after a role says in how many of these ${pluralNames[by]} it stands.`,
    );
  }
  const otherColumns = columnCount - columns.length;
  if (otherColumns > 0) {
    const others = otherColumns === 1 ? 'other one is' : `other ${spelledNumber(otherColumns)} are`;
    remarks.push(
      `Shown are the ${spelledNumber(columns.length)} ${pluralNames[by]} with most roles; the ${others} left out.`,
    );
  }
  const below = roleCount - matchingCount;
  if (below > 0 && columns.length > 0) {
    const few =
      minGroups === 1
        ? `in none of these ${pluralNames[by]}`
        : `in fewer than ${spelledNumber(minGroups)} of these ${pluralNames[by]}`;
    remarks.push(`Not shown: ${numberOfRoles(below)} ${few}.`);
  }
  if (matchingCount > rows.length) {
    const others = below > 0 ? 'other ' : '';
    remarks.push(`Shown are the first ${grouped(rows.length)} of ${grouped(matchingCount)} ${others}roles.`);
  }
  return remarks;
}
