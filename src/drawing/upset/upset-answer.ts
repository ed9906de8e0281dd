import { kindNames, pluralNames } from '../../graph/nodes/node.ts';
import { eitherInWords, firstInWords, inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { capitalized, spelledNumber, spelledNumberOf } from '../../text/spelled-number.ts';
import { numberOfRoles } from '../sentences.ts';
import type { Combination, UpsetData } from './upset-data.ts';

/** What an UpSet plot says in words. */
export interface UpsetAnswer {
  /** The answer as a short sentence without a full stop. */
  readonly title: string;
  /** What else is worth saying, in full sentences. */
  readonly lead: string;
  /** What the columns are, e.g. "Roles that stand in exactly these pillars". */
  readonly heading: string;
  /** What the numbers count, in full sentences. */
  readonly legend: string;
}

export function upsetAnswer(data: UpsetData): UpsetAnswer {
  const { isWhole, groupCount } = data;
  const among = isWhole ? 'these' : `these of the ${spelledNumber(groupCount)}`;
  return {
    title: titleOf(data),
    lead: groupCount === 0 ? 'You can compare groups of another kind.' : data.all.roleCount === 0 ? '' : leadOf(data),
    heading:
      groupCount === 1
        ? `Roles that stand in the ${oneOf(data)}`
        : `Roles that stand in exactly ${among} ${manyOf(data)}`,
    legend:
      `Each role is counted in one column, that of all ${manyOf(data)} in which it stands. ` +
      `The number next to ${nounWithArticle(data)} counts all of its roles.` +
      (isWhole ? '' : ` Other ${manyOf(data)} are ignored: these roles may stand in them, too.`),
  };
}

/** What one of the groups is called. */
function oneOf({ kind }: UpsetData): string {
  return kindNames[kind];
}

function nounWithArticle(data: UpsetData): string {
  const one = oneOf(data);
  return `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
}

/** What the groups are called. */
export function manyOf({ kind }: UpsetData): string {
  return pluralNames[kind];
}

/** At most so many groups are named in a title. */
const mostNamedGroups = 3;

function titleOf(data: UpsetData): string {
  const { all, groupCount, groups, isWhole } = data;
  const single = all.singleRoleCount;
  const [first] = groups;
  if (groupCount === 0) return `The catalog has no ${manyOf(data)}`;
  if (all.roleCount === 0) return `No role stands in any of the ${manyOf(data)}`;
  if (groupCount === 1 && first !== undefined) {
    return `${capitalized(spelledNumberOf(all.roleCount, 'role', 'roles'))} ${all.roleCount === 1 ? 'stands' : 'stand'} in ${first.label}`;
  }
  const several = all.roleCount - single;
  const roles = numberOfRoles(all.roleCount);
  if (isWhole) {
    if (several === 0) return `All ${roles} stand in one ${oneOf(data)} only`;
    if (single === 0) return `All ${roles} stand in several ${manyOf(data)}`;
    return `${grouped(single)} of ${roles} stand in one ${oneOf(data)} only, ${grouped(several)} in several`;
  }
  const labels = groups.map(({ label }) => label);
  const where = groupCount > mostNamedGroups ? `${spelledNumber(groupCount)} ${manyOf(data)}` : eitherInWords(labels);
  const these = groupCount === 2 ? 'both' : 'several';
  return `Of ${roles} in ${where}, ${grouped(single)} stand in only one of these, ${grouped(several)} in ${these}`;
}

/** Of more groups than these, nobody expects a role in all. */
const mostForAll = 8;
/** At most so many roles are named in a sentence. */
const mostNamedRoles = 5;

function leadOf({ greatest, inAll, groupCount }: UpsetData): string {
  const sentences: string[] = [];
  if (greatest !== null && groupCount > 1) {
    const roles = spelledNumberOf(greatest.exclusiveRoleCount, 'role', 'roles');
    const alone = greatest.groupLabels.length === 1 ? ' alone' : '';
    sentences.push(`The largest combination is ${inWords(greatest.groupLabels)}${alone}, with ${roles}.`);
  }
  const everyGroup = groupCount === 2 ? 'both' : `all ${spelledNumber(groupCount)}`;
  if (inAll !== null) {
    const { roleLabels, exclusiveRoleCount } = inAll;
    const isShort = exclusiveRoleCount <= mostNamedRoles;
    const roles = capitalized(spelledNumberOf(exclusiveRoleCount, 'role', 'roles'));
    sentences.push(isShort ? `In ${everyGroup}: ${inWords(roleLabels)}.` : `${roles} stand in ${everyGroup}.`);
  } else if (groupCount > 1 && groupCount <= mostForAll) {
    sentences.push(`No role stands in ${everyGroup}.`);
  }
  return sentences.join(' ');
}

/**
 * What is not shown, in sentences.
 *
 * @param columns how many combinations are drawn.
 * @param rows how many groups are drawn.
 * @param namesParameters whether a remark may advise another value of a parameter. A page has none that its reader could give.
 */
export function upsetRemarks(
  data: UpsetData,
  columns: number,
  rows: number,
  namesParameters = true,
): readonly string[] {
  const { all, wanted, combinations, outsideRoleCount, isWhole, groupCount } = data;
  const drawn = combinations.slice(0, columns);
  const remarks: string[] = [];
  if (data.selection !== null) {
    remarks.push(
      `Only combinations ${selectionInWords(data)} are wanted: ${grouped(wanted.combinationCount)} of ` +
        `${grouped(all.combinationCount)}, with ${grouped(wanted.roleCount)} of ${numberOfRoles(all.roleCount)}.`,
    );
  }
  const left = wanted.combinationCount - columns;
  if (left > 0) {
    const shown = drawn.reduce((sum, { exclusiveRoleCount }) => sum + exclusiveRoleCount, 0);
    const roles = spelledNumberOf(wanted.roleCount - shown, 'role', 'roles');
    const more = `${spelledNumber(left)} more ${left === 1 ? 'combination' : 'combinations'}`;
    remarks.push(`${capitalized(more)}, with ${roles} in all, ${left === 1 ? 'is' : 'are'} not shown.`);
  }
  if (
    namesParameters &&
    left > 0 &&
    all.roleCount > all.singleRoleCount &&
    !drawn.some(({ groups }) => groups.length > 1)
  ) {
    remarks.push(
      `All combinations that are shown are of one ${oneOf(data)}. With minGroups 2, only those of several ${manyOf(data)} are shown.`,
    );
  }
  if (rows < groupCount) {
    remarks.push(`Of ${grouped(groupCount)} ${manyOf(data)}, the ${rows} that are in these combinations have a row.`);
  }
  if (isWhole && groupCount > 0 && outsideRoleCount > 0) {
    const roles = capitalized(spelledNumberOf(outsideRoleCount, 'role', 'roles'));
    remarks.push(`${roles} of the catalog ${outsideRoleCount === 1 ? 'stands' : 'stand'} in no ${oneOf(data)}.`);
  }
  return remarks;
}

/** E.g. "of two or more pillars with at least three roles". */
function selectionInWords(data: UpsetData): string {
  const { minRoles, minGroups, maxGroups } = data.selection ?? { minRoles: 1, minGroups: 1, maxGroups: null };
  const parts: string[] = [];
  const groups = (count: number) => spelledNumberOf(count, oneOf(data), manyOf(data));
  if (maxGroups === null) {
    if (minGroups > 1) parts.push(`of at least ${groups(minGroups)}`);
  } else if (minGroups === maxGroups) parts.push(`of exactly ${groups(maxGroups)}`);
  else if (minGroups > 1) parts.push(`of ${spelledNumber(minGroups)} to ${groups(maxGroups)}`);
  else parts.push(`of at most ${groups(maxGroups)}`);
  if (minRoles > 1) parts.push(`with at least ${spelledNumberOf(minRoles, 'role', 'roles')}`);
  return parts.join(' ');
}

/** Which of the compared groups a combination has: "all six", "all but Security", "Security and Reliability". */
export function combinationInWords(data: UpsetData, positions: readonly number[]): string {
  const { groups, groupCount } = data;
  const labels = positions.flatMap((position) => groups[position]?.label ?? []);
  if (labels.length === groupCount && groupCount > 2) return `all ${spelledNumber(groupCount)}`;
  const [missing, ...others] = groups.filter((_, position) => !positions.includes(position));
  const isAllButOne = others.length === 0 && groupCount === groups.length && groupCount > 3;
  if (missing !== undefined && isAllButOne) return `all but ${missing.label}`;
  return inWords(labels, labels.length);
}

/** The titles of the first roles of a combination, and how many more it has. */
export function rolesInWords({ roles, exclusiveRoleCount }: Combination, most: number): string {
  return firstInWords(
    roles.map(({ label }) => label),
    exclusiveRoleCount,
    most,
  );
}
