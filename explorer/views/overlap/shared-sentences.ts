import type { SharedRoles } from '../../state/questions/shared-roles-questions.ts';
import { kindOf } from '../../state/slugs.ts';
import { words } from '../../words/words.ts';

type Groups = SharedRoles['groups'];

/** What the groups are called; "groups" if they are of several kinds. */
export function kindsOf(groups: Groups): { readonly one: string; readonly other: string } {
  const kinds = new Set(groups.map(({ id }) => kindOf(id)));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && isKind(kind) ? words.groups[kind] : words.overlap.group;
}

function isKind(kind: string): kind is keyof typeof words.groups {
  return Object.hasOwn(words.groups, kind);
}

/** The heading of a list, e.g. "Security and Reliability: 12". */
export function sharedHeading({ groups, all, exact }: SharedRoles, isExact: boolean): string {
  const labels = groups.map(({ label }) => label);
  return isExact && exact !== null
    ? words.overlap.listedOnly(labels, exact.totalCount)
    : words.overlap.listed(labels, all.totalCount);
}

/** The answer that a list gives, as a sentence without a full stop. */
export function sharedTitle({ groups, all, exact }: SharedRoles, isExact: boolean): string {
  const { overlap } = words;
  const labels = groups.map(({ label }) => label);
  const kinds = kindsOf(groups);
  if (exact === null) return overlap.aboutTopics(labels, all.totalCount);
  if (isExact) {
    const names = exact.nodes.map(({ label }) => label);
    return overlap.inExactly(labels, names, exact.totalCount, kinds.one);
  }
  const [first] = labels;
  if (labels.length === 1 && first !== undefined) {
    return overlap.inOne(first, all.totalCount, exact.totalCount, kinds.one);
  }
  if (labels.length === 2) return overlap.inTwo(labels, all.totalCount, exact.totalCount, kinds.other);
  return overlap.inSeveral(labels, all.totalCount, kinds.other);
}
