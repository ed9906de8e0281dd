import { boardParameters, filterIn, type BoardFilter } from './board-address.ts';
import { overlapIn, overlapParameters, type OverlapQuestion } from './overlap-address.ts';
import { withQuery } from './parameters.ts';
import { pathsIn, pathsParameters, type PathsQuestion } from './paths-address.ts';
import { planIn, planParameters, type PlanQuestion } from './plan-address.ts';
import { teamIn, teamParameters, type TeamQuestion } from './team-address.ts';

/*
 * The whole state of the explorer is in its address: the path says which view is open, the query what it shows. Parameters have the
 * names that they have in addresses of pictures, so that what is seen can be had as a file.
 */

/** What is open. */
export type View =
  /** All roles, or those that pass some filters. */
  | { readonly name: 'BOARD'; readonly filter: BoardFilter }
  /** One role, by its slug, e.g. "devops-engineer". */
  | { readonly name: 'ROLE'; readonly slug: string }
  /** What groups, or a few roles, share. */
  | { readonly name: 'OVERLAP'; readonly question: OverlapQuestion }
  /** Who is to be invited. */
  | { readonly name: 'PLAN'; readonly question: PlanQuestion }
  /** The team of whoever looks, and what it covers. */
  | { readonly name: 'TEAM'; readonly question: TeamQuestion }
  /** What connects two things. */
  | { readonly name: 'PATHS'; readonly question: PathsQuestion }
  /** The catalog itself, for whoever keeps it. */
  | { readonly name: 'CATALOG' }
  /** An address that no view has. */
  | { readonly name: 'UNKNOWN' };

/**
 * The view at an address. What an address has besides is ignored.
 *
 * @param path below that of the explorer, percent-encoded, without a slash at its start: "" or "role/devops-engineer".
 * @param query with or without its question mark.
 */
export function viewAt(path: string, query: string): View {
  const parameters = new URLSearchParams(query);
  switch (path) {
    case '':
      return { name: 'BOARD', filter: filterIn(parameters) };
    case 'overlap':
      return { name: 'OVERLAP', question: overlapIn(parameters) };
    case 'plan':
      return { name: 'PLAN', question: planIn(parameters) };
    case 'team':
      return { name: 'TEAM', question: teamIn(parameters) };
    case 'paths':
      return { name: 'PATHS', question: pathsIn(parameters) };
    case 'catalog':
      return { name: 'CATALOG' };
  }
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

/** The address of a view, relative to that of the explorer: the opposite of viewAt. */
export function addressOf(view: View): string {
  switch (view.name) {
    case 'BOARD':
      return withQuery('', boardParameters(view.filter));
    case 'ROLE':
      return `role/${encodeURIComponent(view.slug)}`;
    case 'OVERLAP':
      return withQuery('overlap', overlapParameters(view.question));
    case 'PLAN':
      return withQuery('plan', planParameters(view.question));
    case 'TEAM':
      return withQuery('team', teamParameters(view.question));
    case 'PATHS':
      return withQuery('paths', pathsParameters(view.question));
    case 'CATALOG':
      return 'catalog';
    case 'UNKNOWN':
      return '';
  }
}
