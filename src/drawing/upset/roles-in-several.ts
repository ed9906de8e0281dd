import { firstInWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { spelledNumber } from '../../text/spelled-number.ts';
import { combinationInWords, manyOf } from './upset-answer.ts';
import type { UpsetData } from './upset-data.ts';

/** Roles that are in the same groups or, if these are too many to be named, in as many. */
export interface RolesInSeveral {
  /** E.g. "In Security and Reliability", "In eight categories". */
  readonly heading: string;
  /** The positions of the groups; null if roles are in other groups each. */
  readonly groups: readonly number[] | null;
  readonly roleLabels: readonly string[];
  /** There may be more than there are labels. */
  readonly roleCount: number;
}

/** Of so many compared groups, each can be told from the others at a glance; of more, only a few are named. */
const mostAtAGlance = 8;
const mostNamed = 4;

/** The roles of the drawn combinations that are in several groups, those in the most groups first. */
export function rolesInSeveral(data: UpsetData): readonly RolesInSeveral[] {
  const several = data.combinations.filter(({ groups }) => groups.length > 1);
  const found = new Map<string, RolesInSeveral>();
  for (const { groups, roles, exclusiveRoleCount } of several.toSorted((a, b) => b.groups.length - a.groups.length)) {
    const isNamed =
      data.groupCount <= mostAtAGlance || groups.length <= mostNamed || groups.length >= data.groupCount - 1;
    const key = isNamed ? groups.join() : `any ${groups.length}`;
    const before = found.get(key);
    found.set(key, {
      heading: `In ${isNamed ? combinationInWords(data, groups) : `${spelledNumber(groups.length)} ${manyOf(data)}`}`,
      groups: isNamed ? groups : null,
      roleLabels: [...(before?.roleLabels ?? []), ...roles.map(({ label }) => label)],
      roleCount: (before?.roleCount ?? 0) + exclusiveRoleCount,
    });
  }
  return [...found.values()];
}

/** The titles of the first of the roles, and how many more there are. */
export function labelsInWords({ roleLabels, roleCount }: RolesInSeveral, most: number): string {
  return firstInWords(roleLabels, roleCount, most);
}

/** How many wanted roles in several groups are in none of some entries, as a sentence; nothing if all are. */
export function moreInSeveral({ wanted }: UpsetData, listed: readonly RolesInSeveral[]): string | undefined {
  const count = wanted.roleCount - wanted.singleRoleCount - listed.reduce((sum, { roleCount }) => sum + roleCount, 0);
  return count === 0 ? undefined : `And ${grouped(count)} more ${count === 1 ? 'role' : 'roles'}.`;
}
