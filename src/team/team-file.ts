/** A name of a role, and where it is written. */
export interface TeamLine {
  readonly text: string;
  /** E.g. "team.txt:3". */
  readonly position: string;
}

/** What is wrong with a part of a team file. */
export interface TeamProblem {
  readonly position: string;
  /** For the order of problems. */
  readonly line: number;
  /** A sentence. */
  readonly message: string;
}

/** A person of a team file, as far as the file alone can be checked. */
export interface TeamRow {
  readonly position: string;
  readonly line: number;
  readonly name: string;
  /** Names of roles; one with commas may be several. */
  readonly roles: readonly string[];
  /** Above 0 and at most 1. */
  readonly share: number;
  /** The last day on which the person is there, e.g. "2027-03-31"; undefined where the file has none. */
  readonly until: string | undefined;
}

/** A team, as a file gives it: roles, one a line, or people. */
export type TeamFile =
  | { readonly kind: 'ROLES'; readonly lines: readonly TeamLine[] }
  | { readonly kind: 'PEOPLE'; readonly rows: readonly TeamRow[]; readonly problems: readonly TeamProblem[] };
