import { itemAt } from '../../collections/item-at.ts';
import { listAt, listLength } from '../../collections/lists.ts';
import type { Order } from '../../graph/lists/page.ts';
import type { Role } from '../../graph/nodes/role.ts';
import { filterInSteps, mapInSteps, sortInSteps, type Steps } from '../../scheduling/steps.ts';
import type { CoverageItem } from '../coverage/coverage-item.ts';
import { elementCount, type Cover } from '../set-cover/cover.ts';
import type { PlanProblem } from './plan-problem.ts';

/** A role that could take the seat of an invite. */
export interface Alternate {
  readonly role: Role;
  /** Its position among all roles, as the plan prefers them. */
  readonly preference: number;
  /** How many of the requested items it covers. */
  readonly coveredCount: number;
  /** How many responsibilities of the groups it would bring that nobody else does who stays. */
  readonly exclusiveDutyCount: number;
  /** The requested items that it covers besides those that only the replaced invite covers, by name. */
  readonly alsoCovers: () => readonly CoverageItem[];
}

/** Alternates by how many responsibilities they would bring that nobody else does, most first, then as the plan prefers them. */
export const alternatesByMerit: Order<Alternate> = {
  name: 'alternates by MERIT DESC',
  types: ['number', 'number'],
  directions: ['DESC', 'ASC'],
  valuesOf: ({ exclusiveDutyCount, preference }) => [exclusiveDutyCount, preference],
};

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
    this.#timesPlanned = timesIn(problem.cover, planned);
    this.#timesCovered = timesIn(problem.cover, this.sets);
    this.#timesCarried = timesIn(problem.dutyCover, this.sets);
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
   * Of the roles that are not invited, the one that covers most of what an invited alone covers in the plan, and what that is;
   * of equals, the one that the plan prefers. Undefined where none covers any of it.
   */
  closest(set: number): { readonly role: Role; readonly covers: Int32Array } | undefined {
    const { roles, cover } = this.#problem;
    const alone = this.alone(set);
    const counts = new Map<number, number>();
    for (const item of alone) {
      for (const other of listAt(cover.setsOf, item)) {
        if (!this.#isInvited.has(other)) counts.set(other, (counts.get(other) ?? 0) + 1);
      }
    }
    let [closest, most] = [-1, 0];
    for (const [other, count] of counts) {
      if (count > most || (count === most && other < closest)) [closest, most] = [other, count];
    }
    if (closest === -1) return undefined;
    const theirs = listAt(cover.elementsOf, closest);
    return { role: itemAt(roles, closest), covers: alone.filter((item) => theirs.includes(item)) };
  }

  /**
   * Who could take the seat of an invited: roles that cover all that it alone covers in the plan, so that the plan covers no
   * less; none where that is nothing. For a spare seat, roles that carry a duty that nobody else does who stays.
   */
  *alternates(set: number): Steps<readonly Alternate[]> {
    const { roles, items, cover, dutyCover } = this.#problem;
    const isSpare = this.isSpare(set);
    const alone = this.alone(set);
    const candidates = isSpare ? Array.from(roles.keys()) : setsWithAll(cover, alone);
    const ours = new Set(this.exclusiveDuties(set));
    const exclusiveDutyCount = (other: number) => {
      let count = 0;
      for (const duty of listAt(dutyCover.elementsOf, other)) {
        if (this.#timesCarried[duty] === 0 || ours.has(duty)) count++;
      }
      return count;
    };
    const alternateOf = (other: number): Alternate => {
      const covers = listAt(cover.elementsOf, other);
      return {
        role: itemAt(roles, other),
        preference: other,
        coveredCount: covers.length,
        exclusiveDutyCount: exclusiveDutyCount(other),
        alsoCovers: () =>
          Array.from(
            covers.filter((item) => !alone.includes(item)),
            (item) => itemAt(items, item),
          ),
      };
    };
    const able = yield* filterInSteps(
      candidates,
      (other) =>
        !this.#isInvited.has(other) &&
        (isSpare ? exclusiveDutyCount(other) > 0 : hasAll(listAt(cover.elementsOf, other), alone)),
    );
    const alternates = yield* mapInSteps(able, alternateOf);
    return yield* sortInSteps(
      alternates,
      (a, b) => b.exclusiveDutyCount - a.exclusiveDutyCount || a.preference - b.preference,
    );
  }
}

function timesIn(cover: Cover, sets: readonly number[]): Int32Array {
  const times = new Int32Array(elementCount(cover));
  for (const set of sets) {
    for (const element of listAt(cover.elementsOf, set)) times[element] = itemAt(times, element) + 1;
  }
  return times;
}

/** The sets among which are all that have all of some elements: those with the rarest; none where there are no elements. */
function setsWithAll({ setsOf }: Cover, elements: Int32Array): readonly number[] {
  const [rarest] = elements.toSorted((a, b) => listLength(setsOf, a) - listLength(setsOf, b));
  return rarest === undefined ? [] : Array.from(listAt(setsOf, rarest));
}

function hasAll(elements: Int32Array, all: Int32Array): boolean {
  return all.every((element) => elements.includes(element));
}
