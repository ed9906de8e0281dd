/*
 * The whole state of the explorer is in its address: the path says which view is open, the query what it shows. Parameters have the
 * names that they have in addresses of pictures, so that what is seen can be had as a file.
 */

/** What is open. */
export type View = BoardView | RoleView | UnknownView;

/** All roles, or those that pass some filters. */
export interface BoardView {
  readonly name: 'BOARD';
  readonly filter: BoardFilter;
}

/** One role. */
export interface RoleView {
  readonly name: 'ROLE';
  /** E.g. "devops-engineer". */
  readonly slug: string;
}

/** An address that no view has. */
export interface UnknownView {
  readonly name: 'UNKNOWN';
}

/** Which roles the board shows. Each condition must hold. */
export interface BoardFilter {
  /** Groups by their ids or names, in all of which the roles stand. */
  readonly inAll: readonly string[];
  /** Responsibilities and topics by their ids or names, all of which the roles have. */
  readonly performsAll: readonly string[];
  /** In how many pillars the roles stand. */
  readonly spread: 'ANY' | 'SEVERAL' | 'ALL';
}

/** All roles. */
export const noFilter: BoardFilter = { inAll: [], performsAll: [], spread: 'ANY' };

export function isFiltered({ inAll, performsAll, spread }: BoardFilter): boolean {
  return inAll.length > 0 || performsAll.length > 0 || spread !== 'ANY';
}

/**
 * The view at an address. What an address has besides is ignored.
 *
 * @param path below that of the explorer, percent-encoded, without a slash at its start: "" or "role/devops-engineer".
 * @param query with or without its question mark.
 */
export function viewAt(path: string, query: string): View {
  if (path === '') return { name: 'BOARD', filter: filterIn(new URLSearchParams(query)) };
  const slug = /^role\/([^/]+)$/.exec(path)?.[1];
  const decoded = slug === undefined ? undefined : decodedPart(slug);
  return decoded === undefined ? { name: 'UNKNOWN' } : { name: 'ROLE', slug: decoded };
}

function decodedPart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function filterIn(query: URLSearchParams): BoardFilter {
  const isUniversal = ['true', '1'].includes(query.get('universal') ?? '');
  const minGroups = Number(query.get('minGroups') ?? '1');
  return {
    inAll: namesIn(query, 'inAll'),
    performsAll: namesIn(query, 'performsAll'),
    spread: isUniversal ? 'ALL' : minGroups >= 2 ? 'SEVERAL' : 'ANY',
  };
}

function namesIn(query: URLSearchParams, name: string): readonly string[] {
  return [...new Set(query.getAll(name).filter((value) => value !== ''))];
}

/** The address of a view, relative to that of the explorer: the opposite of viewAt. */
export function addressOf(view: View): string {
  switch (view.name) {
    case 'BOARD':
      return withQuery('', filterParameters(view.filter));
    case 'ROLE':
      return `role/${encodeURIComponent(view.slug)}`;
    case 'UNKNOWN':
      return '';
  }
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

export type Parameter = readonly [name: string, value: string];

/** An address with a query. Colons and slashes stay as they are, so that ids can be read in it. */
export function withQuery(path: string, parameters: readonly Parameter[]): string {
  const query = parameters.map(([name, value]) => `${name}=${inQuery(value)}`).join('&');
  return query === '' ? path : `${path}?${query}`;
}

function inQuery(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%2F', '/');
}

/** The same filter with a group or a duty more, or without it if it has it. */
export function toggled(filter: BoardFilter, list: 'inAll' | 'performsAll', value: string): BoardFilter {
  const values = filter[list];
  const isIn = values.includes(value);
  return { ...filter, [list]: isIn ? values.filter((each) => each !== value) : [...values, value] };
}
