import { itemAt } from '../../collections/item-at.ts';
import type { CatalogGraph } from '../../graph/catalog-graph.ts';
import { kindsOf } from '../../graph/structure/kinds-of-involvement.ts';
import type { ActivityLines, LinesOfActivities } from './raci-lines.ts';

/** What can be wrong with an activity, in the order in which answers list it. */
export const raciChecks = [
  'NOBODY_ACCOUNTABLE',
  'SEVERAL_ACCOUNTABLE',
  'ACCOUNTABLE_WITHOUT_RESPONSIBLE',
  'NOBODY_RESPONSIBLE',
] as const;

export type RaciCheck = (typeof raciChecks)[number];

const responsibleKind = kindsOf(['RESPONSIBLE']);
const accountableKind = kindsOf(['ACCOUNTABLE']);

/** Whether a source of some lines makes roles accountable; of an activity without lines, whether any source of the catalog does. */
export function needsAccountableOf(
  { structure: { appearances } }: CatalogGraph,
  { sourceNamesAccountable, namesAccountable }: LinesOfActivities,
  ofRow: ActivityLines,
): boolean {
  if (!namesAccountable || ofRow.appearances.length === 0) return namesAccountable;
  return ofRow.appearances.some((each) => sourceNamesAccountable[itemAt(appearances.source, each) + 1] === 1);
}

/** One list for all rows without findings. */
const noFindings: readonly RaciCheck[] = [];

/** What is wrong with an activity, by what its lines say of each role together. */
export function findingsOf(
  roles: readonly { readonly kinds: number }[],
  needsAccountable: boolean,
): readonly RaciCheck[] {
  const having = (wanted: number) => roles.filter(({ kinds }) => (kinds & wanted) !== 0).length;
  const [responsible, accountable] = [having(responsibleKind), having(accountableKind)];
  const isFound: Readonly<Record<RaciCheck, boolean>> = {
    NOBODY_ACCOUNTABLE: needsAccountable && accountable === 0,
    SEVERAL_ACCOUNTABLE: accountable > 1,
    ACCOUNTABLE_WITHOUT_RESPONSIBLE: accountable > 0 && responsible === 0,
    NOBODY_RESPONSIBLE: accountable === 0 && responsible === 0,
  };
  const found = raciChecks.filter((check) => isFound[check]);
  return found.length === 0 ? noFindings : found;
}
