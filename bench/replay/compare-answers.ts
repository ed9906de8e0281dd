import type { AskedFields } from './asked-fields.ts';
import { codeOf, type Answer } from './asking.ts';
import { isList, isObject, isSameJson } from './json.ts';
import { isSamePlan, planRules, provenFields } from './plan-rules.ts';
import { mayDiffer } from './may-differ.ts';

/** Something that was answered otherwise than recorded. */
export interface Difference {
  /** The field that differs, or "status" or "errors". */
  readonly coordinate: string;
  /** Where in the answer, e.g. "role.pillars.0.name". */
  readonly path: string;
  readonly recorded: unknown;
  readonly now: unknown;
  /** What is wrong with it, where that does not show by itself. */
  readonly why?: string;
}

/** What differs, and what differs in ways that it may, by the name of the rule that allows it. */
export interface Compared {
  readonly differences: readonly Difference[];
  readonly allowed: readonly string[];
}

type Path = readonly (string | number)[];

export function compareAnswers(fields: AskedFields, recorded: Answer, now: Answer): Compared {
  const differences: Difference[] = [];
  const allowed: string[] = [];
  if ([recorded, now].some(({ errors }) => errors.some((error) => codeOf(error) === 'QUERY_TOO_COSTLY'))) {
    return { differences, allowed: ['refused for its cost, then or now'] };
  }
  if (recorded.status !== now.status) {
    differences.push({ coordinate: 'status', path: '', recorded: recorded.status, now: now.status });
  }
  compareErrors(recorded.errors, now.errors, { differences, allowed });
  compareValues(fields, '', recorded.data, now.data, [], { differences, allowed });
  return { differences, allowed };
}

function compareErrors(recorded: readonly unknown[], now: readonly unknown[], found: Found): void {
  const [before, after] = [recorded, now].map((errors) => errors.map(told));
  if (isSameJson(sortedTexts(before), sortedTexts(after))) {
    if (!isSameJson(recorded, now)) found.allowed.push('words or order of errors');
  } else if (isSameJson(sortedTexts(before?.map(anyItem)), sortedTexts(after?.map(anyItem)))) {
    found.allowed.push('which of several items failed first');
  } else {
    found.differences.push({ coordinate: 'errors', path: '', recorded: before, now: after });
  }
}

interface ToldError {
  readonly path: readonly unknown[];
  readonly code: unknown;
  readonly argument: unknown;
  readonly candidates: unknown;
}

/** What clients act on. */
function told(error: unknown): ToldError {
  const { path, extensions } = isObject(error) ? error : {};
  const { argument, candidates } = isObject(extensions) ? extensions : {};
  return { path: isList(path) ? path : [], code: codeOf(error), argument, candidates };
}

/**
 * An error as that of any item of its lists: where a field fails in several items and makes what is around them null, one
 * of them is told, and which one is a matter of time.
 */
function anyItem(error: ToldError): ToldError {
  return { ...error, path: error.path.map((key) => (typeof key === 'number' ? '*' : key)) };
}

/** The distinct errors in an order of its own, as theirs is a matter of time too. */
function sortedTexts(errors: readonly ToldError[] = []): readonly string[] {
  return [...new Set(errors.map((error) => JSON.stringify(error)))].sort();
}

interface Found {
  readonly differences: Difference[];
  readonly allowed: string[];
}

function compareValues(
  fields: AskedFields,
  coordinate: string,
  recorded: unknown,
  now: unknown,
  path: Path,
  found: Found,
): void {
  if (isList(recorded) && isList(now) && recorded.length === now.length) {
    recorded.forEach((item, at) => {
      compareValues(fields, coordinate, item, now[at], [...path, at], found);
    });
  } else if (isObject(recorded) && isObject(now)) {
    for (const key of new Set([...Object.keys(recorded), ...Object.keys(now)])) {
      compareField(fields, key, recorded[key], now[key], [...path, key], found);
    }
  } else if (!isSameJson(recorded, now)) {
    found.differences.push({ coordinate, path: path.join('.'), recorded, now });
  }
}

function compareField(
  fields: AskedFields,
  key: string,
  recorded: unknown,
  now: unknown,
  path: Path,
  found: Found,
): void {
  const field = fields.get(key);
  const coordinate = field?.coordinate ?? key;
  const rule = mayDiffer(coordinate);
  if (rule !== undefined && typeof recorded === typeof now) {
    if (!isSameJson(recorded, now)) found.allowed.push(rule);
    return;
  }
  const inside: Found = { differences: [], allowed: [] };
  compareValues(field?.inner ?? new Map(), coordinate, recorded, now, path, inside);
  found.allowed.push(...inside.allowed);
  const plan = planRules[coordinate];
  if (plan === undefined || inside.differences.length === 0 || !isObject(recorded) || !isObject(now)) {
    found.differences.push(...inside.differences);
    return;
  }
  const mayTell = ({ coordinate: told }: Difference) => !isSamePlan(recorded, now) || provenFields.has(told);
  found.differences.push(...inside.differences.filter((difference) => !mayTell(difference)));
  const planned = inside.differences.filter(mayTell);
  if (planned.length === 0) return;
  const why = plan(recorded, now);
  if (why === undefined) found.allowed.push(`another plan or proof, as good: ${coordinate}`);
  else found.differences.push(...planned.map((difference) => ({ ...difference, why })));
}
