/** What a view shows, as a table that people take along: into a sheet, a mail or a file. */
export interface Table {
  /** Says what it is, as the name of a sheet and a file, e.g. "Security review". */
  readonly title: string;
  readonly columns: readonly string[];
  /** Each as long as the columns. Null is an empty cell. */
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = string | number | null;

/** The tables of a view: at once, or when more of them was asked for. */
export type Tables = readonly Table[] | Promise<readonly Table[]>;
