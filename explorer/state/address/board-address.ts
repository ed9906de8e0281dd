import { namesIn, type Parameter } from './parameters.ts';

/** Which roles the board shows. Each condition must hold. */
export interface BoardFilter {
  /** Groups by their ids or names, in all of which the roles stand. */
  readonly inAll: readonly string[];
  /** Responsibilities and topics by their ids or names, all of which the roles have. */
  readonly performsAll: readonly string[];
  /** In how many pillars the roles stand. */
  readonly spread: 'ANY' | 'SEVERAL' | 'ALL';
  /** Whether the roles of our team are marked. Which these are is in no address. */
  readonly marksOurs?: boolean;
}

/** All roles. */
export const noFilter: BoardFilter = { inAll: [], performsAll: [], spread: 'ANY' };

export function isFiltered({ inAll, performsAll, spread }: BoardFilter): boolean {
  return inAll.length > 0 || performsAll.length > 0 || spread !== 'ANY';
}

/** The filter that an address has. */
export function filterIn(query: URLSearchParams): BoardFilter {
  const isUniversal = ['true', '1'].includes(query.get('universal') ?? '');
  const minGroups = Number(query.get('minGroups') ?? '1');
  return {
    inAll: namesIn(query, 'inAll'),
    performsAll: namesIn(query, 'performsAll'),
    spread: isUniversal ? 'ALL' : minGroups >= 2 ? 'SEVERAL' : 'ANY',
    ...(query.get('team') === 'true' && { marksOurs: true }),
  };
}

/** The parameters of the address of a board. */
export function boardParameters(filter: BoardFilter): readonly Parameter[] {
  return [...filterParameters(filter), ...(filter.marksOurs === true ? [['team', 'true'] as const] : [])];
}

/** The parameters of a filter, as addresses of the explorer and of pictures have them. */
export function filterParameters({ inAll, performsAll, spread }: BoardFilter): readonly Parameter[] {
  return [
    ...inAll.map((value): Parameter => ['inAll', value]),
    ...performsAll.map((value): Parameter => ['performsAll', value]),
    ...(spread === 'SEVERAL' ? [['minGroups', '2'] as const] : []),
    ...(spread === 'ALL' ? [['universal', 'true'] as const] : []),
  ];
}

/** The same filter with a group or a duty more, or without it if it has it. */
export function toggled(filter: BoardFilter, list: 'inAll' | 'performsAll', value: string): BoardFilter {
  const values = filter[list];
  const isIn = values.includes(value);
  return { ...filter, [list]: isIn ? values.filter((each) => each !== value) : [...values, value] };
}
