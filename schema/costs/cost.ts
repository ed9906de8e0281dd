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

/** The cost of a text, which is loaded from the store. */
export const textCost = 4;

type Size = (sizes: ExpectedSizes) => number;

/** A value that takes some work to find. */
export function work(own: Estimator['work']): Estimate {
  return (sizes, args) => ({ own: own(sizes, args), items: 1 });
}

/** A list, and the work to find it where it is not just read from memory. */
export function list(items: Size, own: Estimator['work'] = () => 1): Estimate {
  return (sizes, args) => ({ own: own(sizes, args), items: items(sizes) });
}

/** A list whose items are collected one by one. */
export function collected(items: Size): Estimate {
  return list(items, items);
}

/** A page of a list, and the work to find the list: as many items as requested, if the list has them. */
export function page(items: Size, own: Estimator['work'] = () => 1): Estimate {
  return (sizes, args: PageArguments) => {
    // The field itself refuses a size that is out of range.
    const requested = Math.min(Math.max(args.first ?? args.last ?? defaultPageSize, 0), maxPageSize);
    const count = Math.min(requested, items(sizes));
    // Each edge of a page gets a cursor, whether or not the cursor is selected.
    return { own: own(sizes, args) + 5 + count, items: count };
  };
}

/** A page of a list whose items are collected one by one. */
export function collectedPage(items: Size): Estimate {
  return page(items, items);
}

export const pillarsOfRole = list(({ ofRole }) => ofRole.pillars);
export const categoriesOfRole = list(({ ofRole }) => ofRole.categories);
export const organizationTypesOfRole = list(({ ofRole }) => ofRole.organizationTypes);

/** The lines of a role that name one responsibility: all of its lines are looked through. */
export const appearancesNaming = list(
  ({ ofRole }) => ofRole.appearancesNaming,
  ({ ofRole }) => ofRole.appearances,
);

/** The expected number of topics of a role. */
export function topicsOfRole({ all, ofRole, ofResponsibility }: ExpectedSizes): number {
  return Math.min(all.topics, ofRole.responsibilities * ofResponsibility.topics);
}

/** The cost of going through a number of roles. */
export function roleWalk(roles: number): number {
  return 1 + roles / 30;
}

/** The cost of combining two sets of roles, which depends on the number of roles in the catalog. */
export function setWork({ all }: ExpectedSizes): number {
  return all.roles / 10_000;
}

/** The expected number of roles of a group of the kind that has most: a catalog may have no groups of one kind. */
export function rolesOfGroup({ rolesOf }: ExpectedSizes): number {
  return Math.max(...Object.values(rolesOf));
}
