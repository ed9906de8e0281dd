import type { Involvement } from '../../involvement.ts';
import type { Statement } from '../facts.ts';
import type { GivenRow, GivenTable } from '../given-table.ts';

/** What a row of a RACI table says of one role. */
export interface RaciFact {
  readonly role: string;
  readonly duty: string;
  readonly involvement: readonly Involvement[];
  readonly group: string | undefined;
  readonly section: string | undefined;
  readonly quote: string;
  /** Empty where there is none. */
  readonly note: string;
}

/** The row as a statement. Role and duty are as the catalog is to have them. */
export function raciStatement(
  { counts }: GivenTable,
  { number }: GivenRow,
  source: number,
  { role, duty, involvement, group, section, quote, note }: RaciFact,
): Statement {
  return {
    role,
    ...(group !== undefined && { group }),
    ...(section !== undefined && { section }),
    duties: [{ name: duty, involvement }],
    place: { source, [counts]: number, quote },
    ...(note !== '' && { note }),
  };
}
