import { itemAt } from '../../collections/item-at.ts';
import { kindNames, pluralNames } from '../../graph/nodes/node.ts';
import { inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { capitalized, spelledNumber, spelledNumberOf } from '../../text/spelled-number.ts';
import type { HeatmapData, HeatmapKind, HeatmapPair } from './heatmap-data.ts';

/** What a heat map says in words. */
export interface HeatmapAnswer {
  /** The answer as a short sentence without a full stop. */
  readonly title: string;
  /** What else is worth saying, in full sentences. */
  readonly lead: string;
  /** What the cells are, e.g. "Roles that two pillars share". */
  readonly heading: string;
  /** What the numbers count, in full sentences. */
  readonly legend: string;
}

export function heatmapAnswer(data: HeatmapData): HeatmapAnswer {
  const { groups, kind, strongest } = data;
  const words = { heading: `Roles that two ${manyOf(data)} share`, legend: legendOf(kind) };
  if (groups.length < 2) return { ...words, ...withoutPairs(data) };
  if (groups.length === 2) return { ...words, ...answerOfTwo(data) };
  if (strongest === null) return { ...words, title: `No two ${manyOf(data)} share a role`, lead: '' };
  return { ...words, ...answerOfMany(data) };
}

/**
 * What is left out, in a sentence; nothing if all groups are shown.
 *
 * @param shown how many groups have room.
 */
export function omissionOf(data: HeatmapData, shown: number): readonly string[] {
  const { groups, omittedGroupCount } = data;
  const many = manyOf(data);
  const remarks: string[] = [];
  if (omittedGroupCount > 0) {
    remarks.push(
      `Of ${grouped(groups.length + omittedGroupCount)} ${many}, the ${groups.length} with the most roles are compared.`,
    );
  }
  if (shown < groups.length) {
    remarks.push(
      `The ${shown} of ${groups.length} ${many} that share the most are shown; with more width, more are shown.`,
    );
  }
  return remarks;
}

/** Whether some two groups share no role. */
export function hasEmptyCells({ pairs }: HeatmapData): boolean {
  return pairs.some(({ sharedRoleCount }) => sharedRoleCount === 0);
}

/** The names of the two groups of a pair. */
export function namesOfPair({ groups }: HeatmapData, { first, second }: Pick<HeatmapPair, 'first' | 'second'>): string {
  return inWords([first, second].map((index) => itemAt(groups, index).label));
}

/** What one of the groups is called. */
function oneOf({ kind }: HeatmapData): string {
  return kind === null ? 'group' : kindNames[kind];
}

/** What the groups are called. */
function manyOf({ kind }: HeatmapData): string {
  return kind === null ? 'groups' : pluralNames[kind];
}

function legendOf(kind: HeatmapKind | null): string {
  switch (kind) {
    case 'TOPIC':
      return 'A number counts the roles with duties about both topics; on the diagonal, all roles with duties about the topic.';
    case null:
      return 'A number counts the roles that both have; on the diagonal, all roles of the group.';
    case 'PILLAR':
    case 'CATEGORY':
    case 'ORGANIZATION_TYPE':
      return `A number counts the roles that stand in both, and possibly in others; on the diagonal, all roles of the ${kindNames[kind]}.`;
  }
}

type Sentences = Pick<HeatmapAnswer, 'title' | 'lead'>;

function withoutPairs(data: HeatmapData): Sentences {
  const [only] = data.groups;
  const title =
    only === undefined
      ? `The catalog has no ${manyOf(data)}`
      : `The catalog has only one ${oneOf(data)}: ${only.label}`;
  return { title, lead: 'You can compare groups of another kind.' };
}

function answerOfTwo(data: HeatmapData): Sentences {
  const { groups, strongest } = data;
  const share = `${inWords(groups.map(({ label }) => label))} share`;
  if (strongest === null) return { title: `${share} no role`, lead: '' };
  const { sharedRoleCount, exclusiveRoleCount } = strongest;
  const lead = groups.map(
    ({ label, roleCount }) => `${label} has ${spelledNumberOf(roleCount, 'role', 'roles')} in all.`,
  );
  const shared = `${share} ${spelledNumberOf(sharedRoleCount, 'role', 'roles')}`;
  return { title: `${shared}${standingOnlyThere(sharedRoleCount, exclusiveRoleCount)}`, lead: lead.join(' ') };
}

/** How many of some shared roles are in no third group, as the end of a sentence. */
function standingOnlyThere(shared: number, exclusive: number | null): string {
  if (exclusive === null) return '';
  if (shared === 1) return exclusive === 1 ? ', which stands in these two only' : ', which stands in others, too';
  if (exclusive === shared)
    return shared === 2 ? '; both stand in these two only' : '; all of them stand in these two only';
  if (exclusive === 0) return `; ${shared === 2 ? 'both' : 'all of them'} stand in others, too`;
  return `; ${spelledNumber(exclusive)} of them ${exclusive === 1 ? 'stands' : 'stand'} in these two only`;
}

/** At most so many pairs with equal numbers are named. */
const mostNamedPairs = 2;

function answerOfMany(data: HeatmapData): Sentences {
  const { pairs } = data;
  const counts = pairs.map(({ sharedRoleCount }) => sharedRoleCount);
  const [most, least] = [Math.max(...counts), Math.min(...counts)];
  const inEach = (count: number) => spelledNumberOf(count, 'role', 'roles');
  if (most === least) return { title: `Every two of the ${manyOf(data)} share ${inEach(most)}`, lead: '' };
  const strongest = pairs.filter(({ sharedRoleCount }) => sharedRoleCount === most);
  const weakest = pairs.filter(({ sharedRoleCount }) => sharedRoleCount === least);
  const each = strongest.length > 1 ? ' each' : '';
  return {
    title: `${subjectOf(data, strongest)} share most: ${inEach(most)}${each}`,
    lead: least === 0 ? withoutShared(data, weakest.length) : sharingLeast(data, weakest, least),
  };
}

function subjectOf(data: HeatmapData, pairs: readonly HeatmapPair[]): string {
  if (pairs.length > mostNamedPairs) return `${capitalized(spelledNumber(pairs.length))} pairs of ${manyOf(data)}`;
  const names = pairs.map((pair) => namesOfPair(data, pair));
  return names.length > 1 ? `${names.join(', and ')},` : names.join('');
}

function sharingLeast(data: HeatmapData, weakest: readonly HeatmapPair[], least: number): string {
  const each = weakest.length > 1 ? ' each' : '';
  return `${subjectOf(data, weakest)} share least: ${spelledNumber(least)}${each}.`;
}

function withoutShared({ pairs }: HeatmapData, count: number): string {
  const verb = count === 1 ? 'shares' : 'share';
  return `${capitalized(spelledNumber(count))} of the ${spelledNumber(pairs.length)} pairs ${verb} no role.`;
}
