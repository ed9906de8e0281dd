import { kindNames, pluralNames } from '../../graph/nodes/node.ts';
import { inWords } from '../../text/in-words.ts';
import { grouped } from '../../text/quoted-text.ts';
import { capitalized, spelledNumber } from '../../text/spelled-number.ts';
import { allOf, counted, numberOfRoles, oneText, namesInWords, sentences } from '../sentences.ts';
import type { Signature } from '../signature/signature.ts';
import type { BoardData } from './board-data.ts';
import { boxesOn } from './boxes-on.ts';
import type { Spread } from './spread.ts';

/** The most groups that a title and the description list. */
const mostInTitle = 5;
const mostGroups = 12;

/** E.g. "139 roles, where they stand and what they share", or "12 of 139 roles, …". */
export function boardTitle({ roleCount, chosenFrom, of, spread }: BoardData): string {
  const whose = of.length === 0 ? '' : ` of ${inWords(of, mostInTitle)}`;
  if (roleCount === 0) return chosenFrom === null ? `No roles${whose}` : `No role${whose} passes the filter`;
  const [one, many] =
    chosenFrom === null
      ? [`One role${whose}`, `${numberOfRoles(roleCount)}${whose}`]
      : [
          `One of ${numberOfRoles(chosenFrom)}${whose}`,
          `${grouped(roleCount)} of ${numberOfRoles(chosenFrom)}${whose}`,
        ];
  if (spread.inNone === roleCount) return many;
  return roleCount === 1 ? `${one}, and where it stands` : `${many}, where they stand and what they share`;
}

/**
 * E.g. "Two roles stand in all six pillars: DevOps Engineer and Operations Manager. 32 stand in more than one; 21 are in Security
 * only."
 */
export function boardLead({ roleCount, spread }: BoardData): string {
  if (roleCount === 0) return '';
  if (spread.inNone === roleCount) return 'The catalog does not say where they stand.';
  return sentences(spreadSentences(roleCount, spread));
}

function spreadSentences(roleCount: number, spread: Spread): readonly string[] {
  const { kind, inNone } = spread;
  const none = inNone === 0 ? '' : `${counted(inNone, 'stands', 'stand')} in no ${kindNames[kind]}`;
  if (spread.groups.length === 1) return [inOnlyGroup(roleCount, spread), none];
  const all = inAllGroups(roleCount, spread);
  const several = inSeveralGroups(roleCount, spread, all === '');
  return [all, [several, inOneGroup(spread)].filter(isSaid).join('; '), none];
}

function inOnlyGroup(roleCount: number, { groups, inNone }: Spread): string {
  const subject =
    inNone === 0 ? (roleCount === 1 ? 'it stands' : 'all stand') : counted(roleCount - inNone, 'stands', 'stand');
  return `${subject} in ${groups.join('')}`;
}

/** Nobody expects a role in all categories, so that it is not worth saying that there is none. */
function inAllGroups(roleCount: number, { kind, groups, inAll }: Spread): string {
  const all = allOf(groups.length, kind);
  if (inAll.count === 0) return kind === 'CATEGORY' ? '' : `no role stands in ${all}`;
  if (inAll.count === roleCount && roleCount > 1) return `each of them stands in ${all}`;
  return `${counted(inAll.count, 'role stands', 'roles stand')} in ${all}: ${namesInWords(inAll)}`;
}

/** @param isFirst whether no sentence before it says what "one" is. */
function inSeveralGroups(roleCount: number, { kind, groups, inAll, inSeveral }: Spread, isFirst: boolean): string {
  // Of two groups, those in more than one are in both, and all who are in all are in several.
  if ((groups.length === 2 && !isFirst) || (roleCount > 1 && inAll.count === roleCount)) return '';
  const many = isFirst ? `more than one ${kindNames[kind]}` : 'more than one';
  if (inSeveral === 0) return isFirst ? `no role stands in ${many}` : `none stands in ${many}`;
  if (inSeveral === roleCount) return `${roleCount === 1 ? 'it stands' : 'all stand'} in ${many}`;
  if (inSeveral === inAll.count) return `none of the others stands in ${many}`;
  return `${counted(inSeveral, isFirst ? 'role stands' : 'stands', isFirst ? 'roles stand' : 'stand')} in ${many}`;
}

/** How many stand in one group only: in that of which there are most, or in each of two. */
function inOneGroup({ groups, inOnly }: Spread): string {
  const [first, second] = inOnly
    .map((count, index) => ({ count, group: groups[index] ?? '' }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  if (first === undefined) return '';
  const most = `${counted(first.count, 'is', 'are')} in ${first.group} only`;
  if (groups.length > 2 || second === undefined) return most;
  return `${most}, ${spelledNumber(second.count)} in ${second.group} only`;
}

/** The title and the lead, and how many roles each column has. */
export function boardDescription(data: BoardData): string {
  const lead = boardLead(data);
  const columns = data.sections.flatMap(({ kind, columns }) => {
    if (kind === 'NONE') return [];
    const names = columns.map(({ label, roleCount }) => `${label} (${numberOfRoles(roleCount)})`);
    return `${capitalized(columns.length === 1 ? kindNames[kind] : pluralNames[kind])}: ${inWords(names, mostGroups)}.`;
  });
  return oneText([`${boardTitle(data)}.`, lead, ...columns]);
}

export function boardRemarks(data: BoardData): readonly string[] {
  return [boldInWords(data), omissionInWords(data)].filter((remark) => remark !== undefined);
}

/** What bold titles and the signatures next to them mean; undefined if there is none. */
export function boldInWords(data: BoardData): string | undefined {
  const { of, spread } = data;
  if (spread.inSeveral === 0) return undefined;
  const bold = `Roles in bold stand in more than one ${kindNames[spread.kind]}`;
  const signature = signatureOn(data);
  if (signature === undefined) return `${bold}.`;
  const cells =
    signature.filled === null
      ? 'the number says in how many'
      : of.length === 0
        ? 'the cells show in which, in the order of the columns'
        : `the cells show in which: ${inWords(spread.groups, mostGroups)}`;
  return `${bold}; ${cells}.`;
}

/** Whether signatures have a cell for each of the groups, and not only a number. */
export function hasSignatureCells(data: BoardData): boolean {
  return data.spread.kind === 'PILLAR' && (signatureOn(data)?.filled ?? null) !== null;
}

function signatureOn(data: BoardData): Signature | undefined {
  const found = boxesOn(data)
    .flatMap(({ roles }) => roles)
    .find(({ signature }) => signature !== null);
  return found?.signature ?? undefined;
}

/** Which roles are only counted; undefined if there are none. */
export function omissionInWords(data: BoardData): string | undefined {
  const { most, spread } = data;
  if (most === null || !boxesOn(data).some(({ roleCount, roles }) => roles.length < roleCount)) return undefined;
  const shown = most === 1 ? 'the role' : `the ${spelledNumber(most)} roles`;
  return `Each category shows ${shown} in most ${pluralNames[spread.kind]}, and of equal ones those with most duties; the others are only counted.`;
}

function isSaid(text: string): boolean {
  return text !== '';
}
