import type { Highs, Model, ModelData } from 'highs/legacy-types';
import { itemAt } from '../../../collections/item-at.ts';
import { elementCount, setCount } from '../cover.ts';
import type { CoverProblem, CoverSolution } from './cover-solver.ts';

/** What is taken from an objective before it is rounded to a bound. */
const tolerance = 1e-6;

/**
 * Solves a set cover by HiGHS, as integer programs: first the fewest sets, or the most elements, then of all that reach
 * this the least sum of places.
 *
 * @param timeLeft in milliseconds, whenever it is asked.
 * @param onSolution told of whatever is better than what it was told before.
 */
export function solveCover(
  highs: Highs,
  problem: CoverProblem,
  timeLeft: () => number,
  onSolution: (solution: CoverSolution) => void,
): void {
  const program = problem.most === undefined ? smallestProgram(highs, problem) : widestProgram(highs, problem);
  const told = ({ chosen, bound }: Solved): CoverSolution => ({
    sets: chosen && program.setsOf(chosen),
    bound: program.boundOf(bound),
    isPreferred: false,
  });
  const first = solved(highs, program.first, program.start(problem.known), timeLeft, (so) => {
    onSolution(told(so));
  });
  const { sets, bound } = told(first);
  onSolution({ sets, bound, isPreferred: false });
  if (sets === undefined || !first.isOptimal) return;
  const second = solved(highs, program.second(bound), program.start(sets), timeLeft);
  if (second.chosen === undefined) return;
  onSolution({ sets: program.setsOf(second.chosen), bound, isPreferred: second.isOptimal });
}

interface Program {
  readonly first: ModelData;
  /** The least sum of places, where the first program ends in this. */
  readonly second: (reached: number) => ModelData;
  /** The bound on what is counted, a whole number, from that on the objective. */
  readonly boundOf: (objective: number) => number;
  /** The values of all columns, from the sets chosen. */
  readonly start: (sets: readonly number[]) => Float64Array;
  readonly setsOf: (values: Float64Array) => readonly number[];
}

/** One column a set: 1 where it is chosen. One row an element: at least one of its sets is. */
function smallestProgram(highs: Highs, { cover }: CoverProblem): Program {
  const sets = setCount(cover);
  const rows = rowsOf(cover.setsOf.offsets, cover.setsOf.values);
  const lower = new Float64Array(elementCount(cover)).fill(1);
  const upper = new Float64Array(elementCount(cover)).fill(highs.infinity);
  const integrality = new Int32Array(sets).fill(highs.constants.variableType.integer);
  const unit = new Float64Array(sets).fill(1);
  return {
    first: modelOf(unit, integrality, rows, lower, upper),
    second: (size) =>
      modelOf(
        Float64Array.from(cover.places),
        integrality,
        rows.and(range(0, sets), unit),
        appended(lower, 0),
        appended(upper, size),
      ),
    boundOf: (objective) => Math.max(0, Math.ceil(objective - tolerance)),
    start: (chosen) => {
      const values = new Float64Array(sets);
      for (const set of chosen) values[set] = 1;
      return values;
    },
    setsOf: (values) => chosenOf(values, sets),
  };
}

/**
 * One column a set, then one an element: how much of it counts, up to 1. One row an element: no more of it counts than its
 * sets are chosen; and one for how many sets are. Elements that have the same sets count together.
 */
function widestProgram(highs: Highs, { cover, most = 0 }: CoverProblem): Program {
  const sets = setCount(cover);
  const { weights, members } = mergedElements(cover);
  const columns = sets + members.length;
  const offsets = [0];
  const indices: number[] = [];
  const values: number[] = [];
  members.forEach((of, element) => {
    for (const set of of) {
      indices.push(set);
      values.push(1);
    }
    indices.push(sets + element);
    values.push(-1);
    offsets.push(indices.length);
  });
  const isChosen = new Float64Array(sets).fill(1);
  const rows = rowsOf(Int32Array.from(offsets), Int32Array.from(indices), Float64Array.from(values)).and(
    range(0, sets),
    isChosen,
  );
  const lower = new Float64Array(members.length + 1);
  const upper = appended(new Float64Array(members.length).fill(highs.infinity), most);
  const integrality = new Int32Array(columns);
  integrality.fill(highs.constants.variableType.integer, 0, sets);
  const gains = new Float64Array(columns);
  weights.forEach((weight, element) => (gains[sets + element] = -weight));
  const places = new Float64Array(columns);
  cover.places.forEach((place, set) => (places[set] = place));
  return {
    first: modelOf(gains, integrality, rows, lower, upper),
    second: (covered) =>
      modelOf(
        places,
        integrality,
        rows.and(range(sets, columns), Float64Array.from(weights)),
        appended(lower, covered),
        appended(upper, highs.infinity),
      ),
    boundOf: (objective) => Math.min(elementCount(cover), Math.floor(-objective + tolerance)),
    start: (chosen) => {
      const start = new Float64Array(columns);
      for (const set of chosen) start[set] = 1;
      members.forEach((of, element) => (start[sets + element] = of.some((set) => start[set] === 1) ? 1 : 0));
      return start;
    },
    setsOf: (solution) => chosenOf(solution, sets),
  };
}

/** The distinct lists of sets that elements have, each with how many elements have it. */
function mergedElements({ setsOf }: CoverProblem['cover']) {
  const byList = new Map<string, { weight: number; readonly members: Int32Array }>();
  for (let element = 0; element + 1 < setsOf.offsets.length; element++) {
    const members = setsOf.values.subarray(itemAt(setsOf.offsets, element), itemAt(setsOf.offsets, element + 1));
    const key = members.join();
    const same = byList.get(key);
    if (same === undefined) byList.set(key, { weight: 1, members });
    else same.weight++;
  }
  const merged = [...byList.values()];
  return { weights: merged.map(({ weight }) => weight), members: merged.map(({ members }) => members) };
}

interface Rows {
  readonly offsets: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** With one row more. */
  readonly and: (indices: Int32Array, values: Float64Array) => Rows;
}

function rowsOf(offsets: Int32Array, indices: Int32Array, values = new Float64Array(indices.length).fill(1)): Rows {
  return {
    offsets,
    indices,
    values,
    and: (more, moreValues) =>
      rowsOf(
        Int32Array.from([...offsets, indices.length + more.length]),
        Int32Array.from([...indices, ...more]),
        Float64Array.from([...values, ...moreValues]),
      ),
  };
}

function modelOf(
  colCost: Float64Array,
  integrality: Int32Array,
  { offsets, indices, values }: Rows,
  rowLower: Float64Array,
  rowUpper: Float64Array,
): ModelData {
  const numCols = colCost.length;
  const numRows = rowLower.length;
  return {
    numCols,
    numRows,
    colCost,
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower,
    rowUpper,
    matrix: { format: 'csr', numRows, numCols, starts: offsets, indices, values },
    integrality,
  };
}

interface Solved {
  readonly chosen: Float64Array | undefined;
  readonly bound: number;
  readonly isOptimal: boolean;
}

/** @param onProgress told of each better solution or bound, as it is found. */
function solved(
  highs: Highs,
  data: ModelData,
  start: Float64Array,
  timeLeft: () => number,
  onProgress: (progress: Solved) => void = () => undefined,
): Solved {
  const { callbackType, modelStatus } = highs.constants;
  const model: Model = highs.createModel(data);
  let chosen: Float64Array | undefined;
  let bound = -Infinity;
  const note = (solution: Float64Array | undefined, dualBound = -Infinity) => {
    const isBetter = solution !== undefined || Math.ceil(dualBound) > Math.ceil(bound);
    chosen = solution ?? chosen;
    bound = Math.max(bound, dualBound);
    if (isBetter) onProgress({ chosen, bound, isOptimal: false });
  };
  try {
    // Objectives are whole numbers: what is less than 1 away from the bound is at it.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99, random_seed: 1 });
    model.options.set('time_limit', Math.max(0.001, timeLeft() / 1_000));
    model.setSolution({ colValue: start });
    const run = model.run({
      [callbackType.mipImprovingSolution]: ({ data: { mip_solution: solution, mip_dual_bound: dualBound } }) => {
        note(solution, dualBound);
      },
      // It looks at its clock less often than it could.
      [callbackType.mipInterrupt]: (event) => {
        note(undefined, event.data.mip_dual_bound);
        if (timeLeft() <= 0) event.interrupt();
      },
      [callbackType.simplexInterrupt]: (event) => {
        if (timeLeft() <= 0) event.interrupt();
      },
    });
    if (run.modelStatus !== modelStatus.optimal) return { chosen, bound, isOptimal: false };
    const values = Float64Array.from(model.getSolution().colValue);
    return { chosen: values, bound: Math.round(model.getObjectiveValue()), isOptimal: true };
  } finally {
    model.dispose();
  }
}

function chosenOf(values: Float64Array, sets: number): readonly number[] {
  return Array.from(range(0, sets)).filter((set) => itemAt(values, set) > 0.5);
}

function range(start: number, end: number): Int32Array {
  return Int32Array.from({ length: end - start }, (_, index) => start + index);
}

function appended(values: Float64Array, value: number): Float64Array {
  return Float64Array.from([...values, value]);
}
