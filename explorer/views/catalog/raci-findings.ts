import type { CatalogFacts, RaciCheck, RaciRow } from '../../state/questions/catalog-questions.ts';

/** What a check has found: how many duties, and the first of them. */
export interface RaciFindings {
  readonly check: RaciCheck;
  readonly rows: { readonly totalCount: number; readonly nodes: readonly RaciRow[] };
}

/** The checks in the order of the server, each with its duties. */
export function raciFindings(raci: CatalogFacts['raci']): readonly RaciFindings[] {
  const rowsOf = {
    NOBODY_ACCOUNTABLE: raci.nobodyAccountable,
    SEVERAL_ACCOUNTABLE: raci.severalAccountable,
    ACCOUNTABLE_WITHOUT_RESPONSIBLE: raci.accountableWithoutResponsible,
    NOBODY_RESPONSIBLE: raci.nobodyResponsible,
  };
  return raci.checks.map((check) => ({ check, rows: rowsOf[check.check] }));
}
