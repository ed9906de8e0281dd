import { parseArgs } from 'node:util';
import type { Effort } from './measure/sequential.ts';
import { operations } from './operations/operations.ts';
import { letters, type Operation } from './operations/operation.ts';
import { scaleNames, type ScaleName } from './scales.ts';

export interface Options {
  readonly quick: boolean;
  readonly scales: readonly ScaleName[];
  readonly operations: readonly Operation[];
  readonly effort: Effort;
  /** The number of new documents that are sent to each server. */
  readonly firstSeen: number;
  /** The number of distinct documents over which memory must not grow. */
  readonly documents: number;
  /** Whether everything is measured, as for the published results. */
  readonly isWhole: boolean;
}

const whole: Effort = {
  warmUp: 1_000,
  rounds: 12,
  answersARound: 15,
  millisecondsARound: 120,
  longest: 6_000,
  loads: 3,
  load: 1_000,
};
const quick: Effort = {
  warmUp: 250,
  rounds: 4,
  answersARound: 6,
  millisecondsARound: 50,
  longest: 1_000,
  loads: 1,
  load: 300,
};

export const usage = `npm run bench [-- --quick] [--scales ${scaleNames.join(',')}] [--operations ${letters.join(',')}]
  --quick       few samples of the two smallest scales, in about two minutes
  --scales      only these: the catalog that ships, or a number of generated roles
  --operations  only these
A whole run writes bench/results.md; any other writes to the terminal only.
`;

/** @throws Error that says what is wrong with them. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: { quick: { type: 'boolean', default: false }, scales: { type: 'string' }, operations: { type: 'string' } },
  });
  const isQuick = values.quick;
  const usual: readonly ScaleName[] = isQuick ? ['shipped', '1000'] : scaleNames;
  const scales = values.scales === undefined ? usual : listed('--scales', values.scales, scaleNames);
  const chosen = values.operations === undefined ? letters : listed('--operations', values.operations, letters);
  return {
    quick: isQuick,
    scales,
    operations: operations.filter(({ letter }) => chosen.includes(letter)),
    effort: isQuick ? quick : whole,
    firstSeen: isQuick ? 20 : 50,
    documents: isQuick ? 1_000 : 10_000,
    isWhole: !isQuick && values.scales === undefined && values.operations === undefined,
  };
}

function listed<Name extends string>(option: string, given: string, allowed: readonly Name[]): Name[] {
  return given.split(',').map((word) => {
    const found = allowed.find((name) => name.toLowerCase() === word.trim().toLowerCase());
    if (found === undefined) throw new Error(`${option} has "${word}"; allowed: ${allowed.join(', ')}.`);
    return found;
  });
}
