import { mostSeats, type PlanQuestion } from '../../state/address/plan-address.ts';

/*
 * Changes of a plan by hand. Whoever changes one seat wants the others to stay, so all roles of the plan become roles that are always
 * invited, and there are as many seats as roles: otherwise the plan would fill the seat again as it was.
 */

/** The plan with one role in place of another. */
export function swapped(question: PlanQuestion, seats: readonly string[], out: string, into: string): PlanQuestion {
  return seated(
    question,
    seats.map((id) => (id === out ? into : id)),
  );
}

/** The plan with one more seat, for a role that is not in it. */
export function seatedToo(question: PlanQuestion, seats: readonly string[], id: string): PlanQuestion {
  return seated(question, [...seats, id]);
}

/** The plan with a seat less; null for the only seat. */
export function unseated(question: PlanQuestion, seats: readonly string[], id: string): PlanQuestion | null {
  const others = seats.filter((seat) => seat !== id);
  return others.length === 0 ? null : seated(question, others);
}

function seated(question: PlanQuestion, roles: readonly string[]): PlanQuestion {
  const ids = [...new Set(roles)];
  return { ...question, max: ids.length, with: ids, without: question.without.filter((id) => !ids.includes(id)) };
}

/** Another plan, without a role that cannot come. Those who were chosen besides it keep their seats. */
export function excluded(question: PlanQuestion, id: string): PlanQuestion {
  return {
    ...question,
    with: question.with.filter((each) => each !== id),
    without: [...question.without.filter((each) => each !== id), id],
  };
}

/** The plan in which a role always has a seat, and the others are chosen again. */
export function required(question: PlanQuestion, id: string): PlanQuestion {
  const ids = [...question.with.filter((each) => each !== id), id];
  const max = question.max === null ? null : Math.max(question.max, ids.length);
  return { ...question, max, with: ids, without: question.without.filter((each) => each !== id) };
}

/** The same list with a value more, or without it if it has it. */
export function toggledIn(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
}

/**
 * The numbers of seats to which one seat less and one more lead; null where that is not possible.
 *
 * @param count how many roles the plan invites now.
 */
export function seatSteps(
  { max, with: roles }: PlanQuestion,
  count: number,
): { readonly less: number | null; readonly more: number | null } {
  const now = max ?? count;
  const least = Math.max(1, roles.length);
  return { less: now - 1 >= least ? now - 1 : null, more: now + 1 <= mostSeats ? now + 1 : null };
}
