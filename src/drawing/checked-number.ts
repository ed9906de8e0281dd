import { ArgumentError } from '../graph/argument-error.ts';
import { grouped } from '../text/quoted-text.ts';

/**
 * A number that is given, or undefined where none is.
 *
 * @param most Infinity where there is no limit.
 * @throws ArgumentError if it is not a whole number from 1 to the greatest.
 */
export function checkedNumber(argument: string, given: number | null | undefined, most: number): number | undefined {
  if (given == null) return undefined;
  if (Number.isInteger(given) && given >= 1 && given <= most) return given;
  const allowed = most === Infinity ? 'a whole number from 1' : `a whole number from 1 to ${grouped(most)}`;
  throw new ArgumentError(argument, `${argument} is ${given}; it takes ${allowed}.`);
}
