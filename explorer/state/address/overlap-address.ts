import { namesIn, type Parameter } from './parameters.ts';

/** The kinds of groups that can be compared as wholes, in the order in which they are offered. */
export const comparedKinds = ['PILLAR', 'ORGANIZATION_TYPE', 'TOPIC', 'CATEGORY'] as const;
export type ComparedKind = (typeof comparedKinds)[number];

/** The pictures of the overlap view: roles of every two groups, of every combination, and each role by itself. */
const pictures = ['HEATMAP', 'UPSET', 'MATRIX'] as const;
export type OverlapPicture = (typeof pictures)[number];

/** What the overlap view compares. */
export interface OverlapQuestion {
  /** Groups or roles by their ids, that are looked at side by side. Without any, all groups of a kind are compared. */
  readonly of: readonly string[];
  /** The kind; CHOICE while nobody has chosen what is looked at side by side. Without it, the first kind of which there are two. */
  readonly kind?: ComparedKind | 'CHOICE';
  /** What was clicked. Without it, the list has the roles of the pair that shares the most, or of all groups side by side. */
  readonly selected?: OverlapSelection;
  /** Whether the matrix has every role, not only those in several groups. */
  readonly hasEveryRole?: true;
}

/** What was clicked: a cell, a column, a row. */
export interface OverlapSelection {
  /** Where it was clicked. */
  readonly picture: OverlapPicture;
  /** The groups or topics by their ids, at least one. */
  readonly groups: readonly string[];
  /** Whether the roles are wanted that are in exactly these groups, and in no other of their kind. */
  readonly isExact: boolean;
  /** The role whose lines in the groups are wanted, by its id; null if all roles in the groups are wanted. */
  readonly role: string | null;
}

/** All roles that some groups share, whatever else they are in, as a cell of the heat map lists them. */
export function allRolesIn(groups: readonly string[]): OverlapSelection {
  return { picture: 'HEATMAP', groups, isExact: false, role: null };
}

/** Everything, with nothing clicked. */
export const noGroups: OverlapQuestion = { of: [] };

/** The least and the most that can be looked at side by side. */
export const leastChosen = 2;
export const mostChosen = 6;

export function overlapIn(query: URLSearchParams): OverlapQuestion {
  const of = namesIn(query, 'of');
  const kind = [...comparedKinds, 'CHOICE' as const].find((each) => nameOf(each) === query.get('kind'));
  const selected = selectionIn(query);
  return {
    of,
    ...(kind !== undefined && { kind }),
    ...(selected !== undefined && { selected }),
    ...(query.get('minGroups') === '1' && { hasEveryRole: true }),
  };
}

function selectionIn(query: URLSearchParams): OverlapSelection | undefined {
  const groups = namesIn(query, 'in');
  if (groups.length === 0) return undefined;
  return {
    picture: pictures.find((each) => nameOf(each) === query.get('picture')) ?? 'HEATMAP',
    groups,
    isExact: query.get('exactly') === 'true',
    role: query.get('role'),
  };
}

/** `kind`, `of` and `minGroups` are called as in the addresses of pictures. */
export function overlapParameters({ of, kind, selected, hasEveryRole }: OverlapQuestion): readonly Parameter[] {
  return [
    ...(kind === undefined ? [] : [['kind', nameOf(kind)] as const]),
    ...of.map((id): Parameter => ['of', id]),
    ...(hasEveryRole === true ? [['minGroups', '1'] as const] : []),
    ...(selected === undefined ? [] : selectionParameters(selected)),
  ];
}

function selectionParameters({ picture, groups, isExact, role }: OverlapSelection): readonly Parameter[] {
  return [
    ...groups.map((id): Parameter => ['in', id]),
    ...(isExact ? [['exactly', 'true'] as const] : []),
    ...(role === null ? [] : [['role', role] as const]),
    ...(picture === 'HEATMAP' ? [] : [['picture', nameOf(picture)] as const]),
  ];
}

/** E.g. "organization-type". */
function nameOf(value: ComparedKind | 'CHOICE' | OverlapPicture): string {
  return value.toLowerCase().replaceAll('_', '-');
}
