import type { PlanData } from '../../../src/drawing/plan/plan-data.ts';
import { nameOfItem } from '../../../src/drawing/plan/plan-sentences.ts';
import { counted, list, noun } from '../../words/format.ts';
import { words } from '../../words/words.ts';

/** What one plan has and another one does not. */
export interface PlanPart {
  /** What is to be covered, by name. */
  readonly items: readonly string[];
  /** Duties, by name; none where duties are what is to be covered. */
  readonly duties: readonly string[];
}

/** What another plan of the same question loses and gains. */
export interface PlanChange {
  readonly lost: PlanPart;
  readonly gained: PlanPart;
}

/** Compares two plans that cover the same, by what nobody does in one of them and somebody does in the other. */
export function changeBetween(before: PlanData, after: PlanData): PlanChange {
  const [openBefore, openAfter] = [openIn(before), openIn(after)];
  return { lost: difference(openAfter, openBefore), gained: difference(openBefore, openAfter) };
}

/** What a plan leaves open. */
export function openIn({ items, unit, uncoveredDuties }: PlanData): PlanPart {
  return {
    items: items.filter(({ by }) => by.length === 0).map(nameOfItem),
    duties: unit === 'RESPONSIBILITY' ? [] : uncoveredDuties,
  };
}

function difference(some: PlanPart, others: PlanPart): PlanPart {
  const without = (names: readonly string[], those: readonly string[]) => {
    const known = new Set(those);
    return names.filter((name) => !known.has(name));
  };
  return { items: without(some.items, others.items), duties: without(some.duties, others.duties) };
}

export function isNothing({ items, duties }: PlanPart): boolean {
  return items.length + duties.length === 0;
}

/** How many names a change has. */
export function sizeOf({ lost, gained }: PlanChange): number {
  return lost.items.length + lost.duties.length + gained.items.length + gained.duties.length;
}

/** A change in full sentences, by numbers, e.g. "Lost: 4 headings and 17 duties." */
export function changeInNumbers(change: PlanChange, unit: PlanData['unit']): string {
  return sentencesOf(change, (part) => partInNumbers(part, unit));
}

/** A change in full sentences: what is lost first, then what is gained. */
export function changeInWords(change: PlanChange, unit: PlanData['unit']): string {
  return sentencesOf(change, (part) => partInWords(part, unit));
}

function sentencesOf({ lost, gained }: PlanChange, inWords: (part: PlanPart) => string): string {
  const { change } = words.plan;
  if (isNothing(lost) && isNothing(gained)) return change.same;
  return [
    isNothing(lost) ? change.nothingLost : change.lost(inWords(lost)),
    isNothing(gained) ? '' : change.gained(inWords(gained)),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** E.g. "the heading Governance & Oversight; the duties Assess risks and Track emerging threats". */
function partInWords({ items, duties }: PlanPart, unit: PlanData['unit']): string {
  const parts: readonly (readonly [PlanData['unit'], readonly string[]])[] = [
    [unit, items],
    ['RESPONSIBILITY', duties],
  ];
  return parts
    .filter(([, names]) => names.length > 0)
    .map(([kind, names]) => words.plan.named(noun(names.length, words.plan.unit[kind]), list(names)))
    .join('; ');
}

function partInNumbers({ items, duties }: PlanPart, unit: PlanData['unit']): string {
  const counts: readonly (readonly [PlanData['unit'], number])[] = [
    [unit, items.length],
    ['RESPONSIBILITY', duties.length],
  ];
  return list(counts.filter(([, count]) => count > 0).map(([kind, count]) => counted(count, words.plan.unit[kind])));
}
