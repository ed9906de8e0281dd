import type { ExpectedSizes } from '../../src/graph/indexes/expected-sizes.ts';
import { defaultPageSize, maxPageSize, type PageArguments } from '../../src/graph/lists/page.ts';

/** What a field costs. The unit is the cost of a field that only reads memory, about half a microsecond. */
export interface Cost {
  /** The cost of finding the value. */
  readonly own: number;
  /** How often the selection of the field is executed. */
  readonly items: number;
}

/** Methods, because their parameters are compared loosely: the schema has checked the arguments of each field. */
interface Estimator {
  estimate(sizes: ExpectedSizes, args: unknown): Cost;
  work(sizes: ExpectedSizes, args: unknown): number;
}

/** Estimates the cost of a field from the expected sizes of the catalog's lists and the arguments of the field. */
export type Estimate = Estimator['estimate'];

/** The costs of fields by coordinate. A number is a constant cost; a field with an estimate may take long to resolve. */
export type FieldCosts = Readonly<Record<string, number | Estimate>>;

type Size = (sizes: ExpectedSizes) => number;

/** A value that takes some work to find. */
export function work(own: Estimator['work']): Estimate {
  return (sizes, args) => ({ own: own(sizes, args), items: 1 });
}

/** A list, and the work to find it: one walk through its items, if nothing else is given. */
export function list(length: Size, own?: Estimator['work']): Estimate {
  return (sizes, args) => {
    const items = length(sizes);
    return { own: own?.(sizes, args) ?? walk(items), items };
  };
}

/** A page of a list, which costs as much to find as the list: as many items as requested, if the list has them. */
export function page(length: Size, own?: Estimator['work']): Estimate {
  const whole = list(length, own);
  return (sizes, args: PageArguments) => {
    const { own: found, items } = whole(sizes, args);
    // The field itself refuses a size that is out of range.
    const requested = Math.min(Math.max(args.first ?? args.last ?? defaultPageSize, 0), maxPageSize);
    const count = Math.min(requested, items);
    // Each edge of a page gets a cursor, whether or not the cursor is selected.
    return { own: found + 5 + count, items: count };
  };
}

/** The cost of going once through a number of items in memory. */
export function walk(items: number): number {
  return 1 + items / 30;
}

/** The cost of combining two sets of roles, which depends on the number of roles in the catalog. */
export function setWork({ all }: ExpectedSizes): number {
  return all.roles / 10_000;
}
