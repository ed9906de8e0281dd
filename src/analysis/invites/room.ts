import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { filterInSteps, mapInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import { timesCovered, type Cover } from '../set-cover/cover.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A role that could take the seat of an invite. */
export interface Alternate {
  readonly role: Role;
  /** Its position among all roles, as the plan prefers them. */
  readonly preference: number;
  /** How many of the requested items it covers. */
  readonly coveredCount: number;
  /** How many of the responsibilities that only the invite has it has, too. */
  readonly sharedDutyCount: number;
  /** The requested items that it covers besides those that only the replaced invite covers, by name. */
  readonly alsoCovers: () => readonly CoverageItem[];
}

/** Alternates by how much they have of what only the invite brings, most first, then as the plan prefers them. */
export const alternatesByLikeness: Order<Alternate> = {
  name: 'alternates by LIKENESS DESC',
  types: ['number', 'number'],
  directions: ['DESC', 'ASC'],
  valuesOf: ({ sharedDutyCount, preference }) => [sharedDutyCount, preference],
};

/** What a seat is for, as elements of one of the covers of a problem. */
interface Purpose {
  readonly cover: Cover;
  readonly elements: Int32Array;
}

/** All roles that are invited, as the sets of a problem: who brings what, and who could come instead. */
export class Room {
  /** In the order of the invites: the plan, then those on spare seats. */
  readonly sets: readonly number[];
  readonly #problem: PlanProblem;
  readonly #isSpare: ReadonlySet<number>;
  readonly #isInvited: ReadonlySet<number>;
  /** How many of the plan cover each item: the plan must do without those on spare seats. */
  readonly #timesPlanned: Int32Array;
  /** How many of all invited cover each item, and carry each duty. */
  readonly #timesCovered: Int32Array;
  readonly #timesCarried: Int32Array;

  constructor(problem: PlanProblem, planned: readonly number[], spare: readonly number[]) {
    this.sets = [...planned, ...spare];
    this.#problem = problem;
    this.#isSpare = new Set(spare);
    this.#isInvited = new Set(this.sets);
    this.#timesPlanned = timesCovered(problem.cover, planned);
    this.#timesCovered = timesCovered(problem.cover, this.sets);
    this.#timesCarried = timesCovered(problem.dutyCover, this.sets);
  }

  /** Whether an invited is on a spare seat. */
  isSpare(set: number): boolean {
    return this.#isSpare.has(set);
  }

  /** Whether the plan covers an item. */
  covers(item: number): boolean {
    return itemAt(this.#timesPlanned, item) > 0;
  }

  /** Whether only one of all invited covers an item. */
  isCoveredOnce(item: number): boolean {
    return this.#timesCovered[item] === 1;
  }

  /** The duties that none of the invited carries. */
  get uncoveredDuties(): Int32Array {
    return Int32Array.from(this.#timesCarried.keys()).filter((duty) => this.#timesCarried[duty] === 0);
  }

  /** The items that only this one of the plan covers; none for a spare seat. */
  alone(set: number): Int32Array {
    const covers = listAt(this.#problem.cover.elementsOf, set);
    return this.isSpare(set) ? new Int32Array() : covers.filter((item) => this.#timesPlanned[item] === 1);
  }

  /** The duties that only this one of all invited carries. */
  exclusiveDuties(set: number): Int32Array {
    return listAt(this.#problem.dutyCover.elementsOf, set).filter((duty) => this.#timesCarried[duty] === 1);
  }

  /**
   * What an invited has a seat for: what it alone covers in the plan, so that an alternate leaves nothing uncovered; on a spare
   * seat, the duties that it alone brings.
   */
  #purposeOf(set: number): Purpose {
    const { cover, dutyCover } = this.#problem;
    return this.isSpare(set)
      ? { cover: dutyCover, elements: this.exclusiveDuties(set) }
      : { cover, elements: this.alone(set) };
  }

  /**
   * Of the roles that are not invited, the one that has most of what an invited has a seat for, and what of it; of equals, the
   * one that the plan prefers. Undefined where none has any of it.
   */
  closest(set: number): { readonly role: Role; readonly has: readonly CoverageItem[] } | undefined {
    const { roles, items, duties } = this.#problem;
    const { cover, elements } = this.#purposeOf(set);
    const counts = new Map<number, number>();
    for (const element of elements) {
      for (const other of listAt(cover.setsOf, element)) {
        if (!this.#isInvited.has(other)) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
    let [closest, most] = [-1, 0];
    for (const [other, count] of counts) {
      if (count > most || (count === most && other < closest)) [closest, most] = [other, count];
    }
    if (closest === -1) return undefined;
    const theirs = listAt(cover.elementsOf, closest);
    const shared = elements.filter((element) => theirs.includes(element));
    const named = this.isSpare(set) ? duties : items;
    return { role: itemAt(roles, closest), has: Array.from(shared, (element) => itemAt(named, element)) };
  }

  /** The roles that are not invited and have all that an invited has a seat for; none where that is nothing. */
  *alternates(set: number): Steps<readonly Alternate[]> {
    const { roles, items, cover, dutyCover } = this.#problem;
    const purpose = this.#purposeOf(set);
    const alone = this.alone(set);
    const ours = new Set(this.exclusiveDuties(set));
    const able = yield* filterInSteps(
      setsWithRarest(purpose),
      (other) => !this.#isInvited.has(other) && hasAll(listAt(purpose.cover.elementsOf, other), purpose.elements),
    );
    const alternates = yield* mapInSteps(able, (other): Alternate => {
      const covers = listAt(cover.elementsOf, other);
      return {
        role: itemAt(roles, other),
        preference: other,
        coveredCount: covers.length,
        sharedDutyCount: listAt(dutyCover.elementsOf, other).filter((duty) => ours.has(duty)).length,
        alsoCovers: () =>
          Array.from(
            covers.filter((item) => !alone.includes(item)),
            (item) => itemAt(items, item),
          ),
      };
    });
    return yield* sortInSteps(
      alternates,
      (a, b) => b.sharedDutyCount - a.sharedDutyCount || a.preference - b.preference,
    );
  }
}

/** The sets with the rarest of some elements, among which are all that have all of them; none where there are none. */
function setsWithRarest({ cover: { setsOf }, elements }: Purpose): readonly number[] {
  const [rarest] = elements.toSorted((a, b) => listLength(setsOf, a) - listLength(setsOf, b));
  return rarest === undefined ? [] : Array.from(listAt(setsOf, rarest));
}

function hasAll(elements: Int32Array, all: Int32Array): boolean {
  return all.every((element) => elements.includes(element));
}
